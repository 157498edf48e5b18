// What a report tells of an event again, with nothing of its own that would make it another: "the
// shooting", "the teen's death".
#pragma once

#include <vector>

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// Joins such events to the one that they tell again, whole events in text order. What says another
// day, place, victim, side or number stays an event of its own.
void fold_retellings(const Reading& reading, std::vector<Draft>& events);

}  // namespace sitrep
