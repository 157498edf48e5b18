// What the learnt model says of whole events: whether each is an incident at all, and of which
// type.
#pragma once

#include <vector>

#include "events/draft.h"
#include "events/event_model.h"
#include "events/reading.h"

namespace sitrep {

// Takes out fillers that are probably none of an event's.
void weigh_fillers(const Reading& reading, const EventModel& model, std::vector<Draft>& events);

// Takes out what is no incident, and sets `weighed_type`.
void weigh_events(const Reading& reading, const EventModel& model, std::vector<Draft>& events);

}  // namespace sitrep
