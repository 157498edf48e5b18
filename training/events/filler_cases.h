// What the scorer of fillers learns from: those of events that the program itself puts together.
#pragma once

#include "learner.h"
#include "told.h"

namespace sitrep::training {

// Appends the cases of one report: label 1 for an entity of the event that none before it is.
void add_filler_cases(const Told& told, std::vector<Case>& cases);

}  // namespace sitrep::training
