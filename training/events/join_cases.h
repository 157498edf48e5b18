// What the scorer of joins learns from: drafts of a report beside what was told before them.
#pragma once

#include "events/reading.h"
#include "gold.h"
#include "learner.h"

namespace sitrep::training {

// Appends the cases of one report: label 1 where both are of one event.
void add_join_cases(const Reading& reading, const Gold& gold, uint32_t group,
                    std::vector<Case>& cases);

}  // namespace sitrep::training
