// Joins events pair by pair, best first, into groups. A group's tie to another is the mean of its
// best pair and of the average over all pairs, so that one lucky pair does not glue what else
// disagrees; the more pairs are compared, the less the best of them says. Events of one report go
// together where their own pairs say so, else at a price.
#pragma once

#include <cstdint>
#include <vector>

namespace sitrep::incidents {

struct ScoredPair {
  uint32_t a = 0;  // a < b
  uint32_t b = 0;
  float score = 0;
};

// Of which report an event is, and whether it is an arrest or a seizure: those are compared with
// arrests, and with the deeds of their own report, not with what others tell of the deed.
struct Told {
  uint32_t report = 0;
  bool custody = false;
};

// What people said of events, whatever their pairs score.
struct Constraints {
  std::vector<std::vector<uint32_t>> together;  // sets of events that are one incident
  // Of each event the sides it is on, sorted: side 2n is never joined with side 2n + 1. Empty: no
  // event is on any.
  std::vector<std::vector<uint32_t>> sides;
};

// `events` 0 .. n-1. Groups come by their first event, each sorted.
std::vector<std::vector<uint32_t>> cluster(const std::vector<ScoredPair>& pairs,
                                           const std::vector<Told>& events,
                                           const Constraints& constraints = {});

}  // namespace sitrep::incidents
