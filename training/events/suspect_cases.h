// Cases of which parties that a report names elsewhere did an event.
#pragma once

#include <vector>

#include "learner.h"
#include "told.h"

namespace sitrep::training {

// Appends the cases of one report: label 1 for a party that the event's perpetrators name.
void add_suspect_cases(const Told& told, std::vector<Case>& cases);

}  // namespace sitrep::training
