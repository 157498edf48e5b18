// A place as a person types it: a name of the dictionaries or the gazetteer, or a point.
#pragma once

#include <string_view>

#include "knowledge/gazetteer.h"
#include "knowledge/lexicon.h"
#include "sitrep/result.h"

namespace sitrep {

// "Mosul", "Paris, Texas", "Georgia, GE", "geonames:99072", "36.34,43.13". `usage` where nothing is
// called so, or several places are: the message names them.
Result<Where> read_place(std::string_view typed, const knowledge::Lexicon& lexicon,
                         const knowledge::Gazetteer& gazetteer);

}  // namespace sitrep
