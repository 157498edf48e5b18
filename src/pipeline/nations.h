// Countries that a report has to do with without naming a place there.
#pragma once

#include <string_view>
#include <vector>

#include "mentions/mentions.h"
#include "sitrep/knowledge.h"

namespace sitrep {

// Those of the bodies and groups that it names, once for each time (ISO 3166-1 alpha-2).
std::vector<std::string_view> nations_of(const knowledge::Lexicon& lexicon,
                                         const Mentions& mentions);

// The one that its publisher's own name speaks of: "Royal Papua New Guinea Constabulary", "Lusaka
// Times". Empty: none or several.
std::string_view country_in_name(const Knowledge& knowledge, std::string_view called);

}  // namespace sitrep
