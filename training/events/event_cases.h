// What the scorers of whole events learn from: events that the program itself puts together.
#pragma once

#include "events/reading.h"
#include "gold.h"
#include "learner.h"

namespace sitrep::training {

struct EventCases {
  std::vector<Case> types;  // labels: EventType
  std::vector<Case> real;   // label 1: an incident, 0: none of the report's
};

// Appends the cases of one report.
void add_event_cases(const Reading& reading, const Gold& gold, uint32_t group, EventCases& cases);

}  // namespace sitrep::training
