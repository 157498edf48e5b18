// Whether words speak of something that happened: real, denied, wished, feared, planned, habitual.
#pragma once

#include "events/reading.h"
#include "events/tree.h"

namespace sitrep {

struct Modality {
  bool real = true;                // false: hypothetical, wished, general; no event
  bool negated = false;            // "were not used"
  bool habitual = false;           // "still carry out attacks"
  bool enduring = false;           // of these, said to go on: "often", "since then"
  bool announced = false;          // not real yet, but sure: "will walk out on Friday"
  std::optional<Outcome> outcome;  // planned, threatened, failed where the governing verb says so
  std::string why;
};

// "The raid", "its attack on X": taken for granted, whatever the clause round it wishes, asks or
// denies. Not by those who only plan it.
bool taken_for_granted(const Tree& tree, uint32_t noun);

Modality modality(const Reading& reading, const Tree& tree, uint32_t trigger, bool verb);

}  // namespace sitrep
