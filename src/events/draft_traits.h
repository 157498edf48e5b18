// What the learnt scorers of joins see of drafts, whatever else they hold against each other.
#pragma once

#include <cstdint>

#include "events/draft.h"
#include "events/likeness.h"

namespace sitrep {

// A count as a step from 0 to 7.
constexpr uint64_t step_of(uint32_t n) { return n < 5 ? n : n < 8 ? 5 : n < 15 ? 6 : 7; }

// What a draft brings, as bits.
inline uint64_t holds(const Draft& d) {
  const bool dated = d.dated() && !d.dated()->borrowed;
  return uint64_t{!d.perpetrators.empty()} + 2 * uint64_t{!d.targets.empty()} +
         4 * uint64_t{!d.instruments.empty()} + 8 * uint64_t{!d.tolls.empty()} +
         16 * uint64_t{!d.places.empty()} + 32 * uint64_t{dated};
}

// How it is told, as bits.
inline uint64_t manner(const Draft& d) {
  return uint64_t{d.additional} + 2 * uint64_t{d.definite} + 4 * uint64_t{d.plural} +
         8 * uint64_t{d.effect_only};
}

// How two types go together: 0 one, 1 of one family, 2 neither, 3 to 5 which of them is not known.
inline uint64_t link_types(EventType x, EventType y) {
  const uint64_t open = uint64_t{x == EventType::any} + 2 * uint64_t{y == EventType::any};
  return open > 0 ? 2 + open : x == y ? 0 : same_family(x, y) ? 1 : 2;
}

}  // namespace sitrep
