// Who did it where no sentence says so in so many words: groups and bodies that the report names
// elsewhere, as the learnt model weighs them.
#pragma once

#include <vector>

#include "events/draft.h"
#include "events/event_model.h"
#include "events/reading.h"
#include "events/suspect_features.h"

namespace sitrep {

class Suspects {
 public:
  Suspects(const Reading& reading, const EventModel& model)
      : reading_(reading), model_(model), features_(reading) {}

  // Adds them to the events' perpetrators, as suspected ones.
  void add_to(std::vector<Draft>& events);

 private:
  const Reading& reading_;
  const EventModel& model_;
  SuspectFeatures features_;
};

}  // namespace sitrep
