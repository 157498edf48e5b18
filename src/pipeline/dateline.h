// Where a report's dateline stands: "Tripoli, 3 May - ", "BOGOTA, 11 SEP 89 (EFE) -- ".
#pragma once

#include <string_view>

#include "knowledge/gazetteer.h"
#include "language/document.h"

namespace sitrep {

struct DatelineFound {
  TokenRange tokens;       // its place, and all up to the dash or bracket that ends it; empty: none
  std::string_view place;  // that of a bare one, "Tripoli - ", which intake leaves in the text
};

// `said`: the place of the dateline that intake has read; empty: none.
DatelineFound find_dateline(const Document& document, const knowledge::Gazetteer& gazetteer,
                            std::string_view said);

}  // namespace sitrep
