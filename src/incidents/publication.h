// Publication days for reports that carry none, from reports that tell of the same incidents.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "incidents/archive.h"
#include "knowledge/lexicon.h"
#include "sitrep/coding.h"

namespace sitrep::incidents {

// What the days of undated reports are inferred from. Codings are as they were given: undated
// reports are undated.
struct Newsroom {
  Archive& archive;
  std::function<bool(uint32_t)> dated;
  std::function<std::vector<Coding>(const std::vector<uint32_t>&)> codings;
};

// Those among `reports`, and those that meet them, that have no date, with the undated that these
// meet, and so on: whose day can depend on `reports`.
std::vector<uint32_t> undated_around(const Newsroom& news, const std::vector<uint32_t>& reports);

// The days (basis inferred) of a set of undated reports that no undated one outside of it meets, by
// report; a report with no dated neighbour is left out.
std::map<uint32_t, When> infer_days(const Newsroom& news, const std::vector<uint32_t>& undated,
                                    const knowledge::Lexicon& lexicon);

}  // namespace sitrep::incidents
