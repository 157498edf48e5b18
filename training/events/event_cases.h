// What the scorers of whole events learn from: events that the program itself puts together.
#pragma once

#include "learner.h"
#include "told.h"

namespace sitrep::training {

struct EventCases {
  std::vector<Case> types;  // labels: EventType
  std::vector<Case> real;   // label 1: an incident, 0: none of the report's
};

// Appends the cases of one report.
void add_event_cases(const Told& told, EventCases& cases);

}  // namespace sitrep::training
