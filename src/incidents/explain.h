// Why events are one incident, and why others are not.
#pragma once

#include <string>
#include <vector>

#include "incidents/base_rate.h"
#include "incidents/face.h"
#include "sitrep/incident.h"

namespace sitrep::incidents {

// A face with the id of its event, "REPORT/EVENT".
struct Asked {
  const Face* face = nullptr;
  std::string id;
};
Asked asked(const Sketch& sketch, size_t place);

// What pairs are judged by.
struct Judging {
  const knowledge::Lexicon& lexicon;
  BaseRates rates;
};

// Of each event of an incident, the other that speaks most for its being there.
std::vector<JoinReason> joins_of(const std::vector<Asked>& members, Judging& judging);

// Of those that meet a member and are elsewhere, the `most` that come nearest to being joined,
// each with the member that it is nearest to.
std::vector<JoinReason> near_misses(const std::vector<Asked>& members,
                                    const std::vector<Asked>& others, size_t most,
                                    Judging& judging);

}  // namespace sitrep::incidents
