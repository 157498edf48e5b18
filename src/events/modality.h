// Whether words speak of something that happened: real, denied, wished, feared, planned, habitual.
#pragma once

#include "events/reading.h"
#include "events/tree.h"

namespace sitrep {

struct Modality {
  bool real = true;                // false: hypothetical, wished, general; no event
  bool negated = false;            // "were not used"
  bool habitual = false;           // "still carry out attacks"
  std::optional<Outcome> outcome;  // planned, threatened, failed where the governing verb says so
  std::string why;
};

Modality modality(const Reading& reading, const Tree& tree, uint32_t trigger, bool verb);

}  // namespace sitrep
