// What the learnt model says of whole events: whether each is an incident at all, and of which
// type.
#pragma once

#include <optional>
#include <vector>

#include "events/draft.h"
#include "events/event_features.h"
#include "events/event_model.h"
#include "events/filler_features.h"
#include "events/reading.h"

namespace sitrep {

class EventJudge {
 public:
  EventJudge(const Reading& reading, const EventModel& model);

  // Takes out fillers that are probably none of an event's.
  void weigh_fillers(std::vector<Draft>& events);
  // Takes out what is no incident, and sets `weighed_type`.
  void weigh_events(std::vector<Draft>& events);

 private:
  void keep_fillers(Draft& event);
  double least_of(const Draft& event) const;
  std::optional<EventType> better_type(const Draft& event);

  const Reading& reading_;
  const EventModel& model_;
  FillerFeatures filler_features_;
  EventFeatures event_features_;
  bool says_suicide_bombing_;
};

}  // namespace sitrep
