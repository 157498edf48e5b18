// Publication days for reports that carry none, from reports that tell of the same incidents.
#pragma once

#include <map>
#include <span>
#include <string>

#include "knowledge/lexicon.h"
#include "sitrep/coding.h"

namespace sitrep {

// Report id -> inferred day (basis inferred) for the codings without `report.published`. A report
// with no dated neighbour is left out. Depends only on the set of codings, not on their order.
std::map<std::string, When> infer_publication(std::span<const Coding> codings, const knowledge::Lexicon& lexicon);

}  // namespace sitrep
