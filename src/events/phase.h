// New or background: is the event what the report is news of, or one recalled?
#pragma once

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// Moves the day of what is recalled on its anniversary back by the years that it marks. Before
// drafts are merged.
void date_anniversaries(const Reading& reading, std::vector<Draft>& drafts);

// Sets `background`.
void set_phases(const Reading& reading, std::vector<Draft>& events);

}  // namespace sitrep
