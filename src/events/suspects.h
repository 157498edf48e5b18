// Who did it where no sentence says so in so many words: groups and bodies that the report names
// elsewhere, as the learnt model weighs them.
#pragma once

#include <vector>

#include "events/draft.h"
#include "events/event_model.h"
#include "events/reading.h"

namespace sitrep {

// Adds them to the events' perpetrators, as suspected ones.
void add_suspects(const Reading& reading, const EventModel& model, std::vector<Draft>& events);

}  // namespace sitrep
