// How the tolls of an incident grew, and how ACLED and UCDP would count its dead.
#pragma once

#include "incidents/group.h"

namespace sitrep::incidents {

// One step for each day and number; by time.
TollHistory toll_history(const Group& group);

// The lowest number that a report stands by and no later one raised; "several" 3, "dozens" 12,
// "hundreds" 100; nothing said: 0.
int64_t acled_fatalities(const Group& group);

// Best, low and high, closed at the top; empty where no estimate has a death.
Quantity ucdp_deaths(const Quantity& killed);

}  // namespace sitrep::incidents
