// Whom "them", "him" and "her" mean, where the sentence has said so: "dragged three men from a bus
// and executed them", "an ambush on a convoy of volunteers; twenty of them were killed".
#pragma once

#include <optional>

#include "events/reading.h"
#include "events/tree.h"

namespace sitrep {

// In Mentions::phrases; people told of before the pronoun.
std::optional<uint32_t> antecedent(const Reading& reading, const Tree& tree, uint32_t pronoun);

}  // namespace sitrep
