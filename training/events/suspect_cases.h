// Cases of which parties that a report names elsewhere did an event.
#pragma once

#include <vector>

#include "events/reading.h"
#include "gold.h"
#include "learner.h"

namespace sitrep::training {

void add_suspect_cases(const Reading& reading, const Gold& gold, uint32_t group,
                       std::vector<Case>& cases);

}  // namespace sitrep::training
