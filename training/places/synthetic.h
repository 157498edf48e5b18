// Reports made up from the gazetteer: a place that the report is about, some of its neighbours, its
// county, division and country as news names them, and now and then a place far away.
#pragma once

#include <cstdint>

#include "marked.h"
#include "sitrep/knowledge.h"

namespace sitrep::training {

std::vector<MarkedReport> make_reports(const Knowledge& knowledge, size_t count, uint64_t seed);

}  // namespace sitrep::training
