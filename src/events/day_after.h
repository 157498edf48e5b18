// The day of what a sentence puts some days before or behind its own day.
#pragma once

#include <optional>

#include "events/reading.h"
#include "events/tree.h"

namespace sitrep {

// "On Monday, two days after an assault on a base in Baghlan": the Saturday before, of the assault;
// "ten years after the attack": the year. `time` is the index in Mentions::times of "two days";
// nothing where it is no span of whole days or years that "after" or "before" follows, or where
// there is no day to count from.
std::optional<When> time_before_or_after(const Reading& reading, const Tree& tree, size_t time);

}  // namespace sitrep
