// What the scorer of fillers learns from: those of events that the program itself puts together.
#pragma once

#include "events/reading.h"
#include "gold.h"
#include "learner.h"

namespace sitrep::training {

// Appends the cases of one report: label 1 for an entity of the event that none before it is.
void add_filler_cases(const Reading& reading, const Gold& gold, uint32_t group,
                      std::vector<Case>& cases);

}  // namespace sitrep::training
