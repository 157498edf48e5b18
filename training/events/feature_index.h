// Numbers for the features of some cases.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <vector>

namespace sitrep::training {

struct Case;

using FeatureIndex = boost::unordered_flat_map<uint32_t, uint32_t>;

// By how many cases have each feature.
boost::unordered_flat_map<uint32_t, int> count_features(const std::vector<const Case*>& cases);

// Gives the features that at least so many cases have the next numbers, as the cases come.
void number_features(const std::vector<const Case*>& cases,
                     const boost::unordered_flat_map<uint32_t, int>& counts, int least,
                     FeatureIndex& index);

}  // namespace sitrep::training
