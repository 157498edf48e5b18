// Gives each place mention its point on the earth, with an honest precision.
#pragma once

#include <string_view>
#include <vector>

#include "knowledge/outlets.h"
#include "mentions/mentions.h"

namespace sitrep {

struct PlaceContext {
  knowledge::OutletHome home;  // of the outlet, as far as it is known
  std::string_view dateline;   // place of the dateline, empty: none
  // Of each body or group that the report names, the country that it is of (ISO 3166-1 alpha-2), as
  // often as it is named.
  std::vector<std::string_view> nations = {};
  std::string_view publisher = {};  // the country that the outlet's own name speaks of, if any
};

// Sets `where`, `confidence` and `why` of each.
void ground_places(const Document& document, const knowledge::Lexicon& lexicon,
                   const knowledge::Gazetteer& gazetteer, const PlaceContext& context,
                   std::vector<PlaceMention>& places);

double distance_km(double lat1, double lon1, double lat2, double lon2);  // great circle

}  // namespace sitrep
