// Deeds that were planned or tried: "a plan to attack", "had planned to blow up", "tried to kill".
#pragma once

#include <optional>

#include "events/reading.h"
#include "events/tree.h"
#include "sitrep/enums.h"

namespace sitrep {

// How far a deed that stands in the infinitive came, where a noun or verb of plan or attempt says
// it: planned, failed, or foiled. Null: none says it.
std::optional<Outcome> pursued(const Reading& reading, const Tree& tree, uint32_t verb);

}  // namespace sitrep
