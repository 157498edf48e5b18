// The names of a report, each with its readings and what the text says of how they lie.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <span>
#include <string_view>
#include <vector>

#include "grounding/atlas_senses.h"
#include "knowledge/outlets.h"

namespace sitrep::atlas {

struct Work {
  Sources sources;
  std::vector<PlaceMention>& places;
  knowledge::OutletHome home;  // of the report's outlet
  std::vector<Name> names = {};
  std::vector<uint32_t> name_of = {};  // of each mention
  boost::unordered_flat_map<Key, uint32_t> by_key = {};
};

void gather_names(Work& work, placing::NameFinder& finder);
// The dateline's place as a name of the report, for evidence.
void add_dateline(Work& work, placing::NameFinder& finder, const Document& dateline);
// The countries of the report's bodies and groups, one for each time that one is named, and that of
// its publisher: evidence for places there.
void add_nations(Work& work, std::span<const std::string_view> nations, std::string_view publisher);

}  // namespace sitrep::atlas
