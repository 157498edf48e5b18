// Decides between the readings of a report's names, all together: each name's belief is evidence
// for the others.
#pragma once

#include <string_view>
#include <vector>

#include "grounding/atlas_features.h"
#include "grounding/atlas_senses.h"

namespace sitrep::atlas {

using Weights = std::array<double, kFeatures>;
const Weights& learnt_weights();  // training/places

// Sets every reading's `share`. `home` is where the outlet is at home.
void decide(std::vector<Name>& names, const Home& home, const Weights& weights = learnt_weights());

}  // namespace sitrep::atlas
