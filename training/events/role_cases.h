// What the role scorer learns from: phrases of a report with the part that they have in an event
// that the program itself drafts.
#pragma once

#include "events/reading.h"
#include "gold.h"
#include "learner.h"

namespace sitrep::training {

// Appends the cases of one report: of the sentence that an event's word stands in, as the rules
// leave it; and of the sentences round an event, once the model (none: the rules) has read its own.
void add_near_role_cases(const Reading& reading, const Gold& gold, uint32_t group,
                         std::vector<Case>& cases);
void add_far_role_cases(const Reading& reading, const Gold& gold, uint32_t group,
                        std::vector<Case>& cases);

}  // namespace sitrep::training
