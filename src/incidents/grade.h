// How far a record, and what it says of who did it, can be trusted, in the manner of Airwars:
// computed from independent sources, accepted responsibility, competing and denied claims.
#pragma once

#include "incidents/group.h"

namespace sitrep::incidents {

// Needs the incident's perpetrators, disagreements and outcome.
Grades grades(const Group& group, const Incident& incident);

}  // namespace sitrep::incidents
