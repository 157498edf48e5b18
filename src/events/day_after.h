// The day of what a sentence puts some days before or behind its own day.
#pragma once

#include <optional>

#include "events/reading.h"
#include "events/tree.h"

namespace sitrep {

// "On Monday, two days after an assault on a base in Baghlan": the Saturday before, of the assault.
// `time` is the index in Mentions::times of "two days"; nothing where it is no span of whole days
// that "after" or "before" follows, or where the sentence says no day to count from.
std::optional<When> day_before_or_after(const Reading& reading, const Tree& tree, size_t time);

}  // namespace sitrep
