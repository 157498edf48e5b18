// What the role scorer learns from: phrases of a report with the part that they have in an event
// that the program itself drafts.
#pragma once

#include "events/reading.h"
#include "gold.h"
#include "learner.h"

namespace sitrep::training {

// Appends the cases of one report.
void add_role_cases(const Reading& reading, const Gold& gold, uint32_t group,
                    std::vector<Case>& cases);

}  // namespace sitrep::training
