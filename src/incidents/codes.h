// What the coding schemes of the field call an incident (ACLED, PLOVER, CAMEO, UCDP).
#pragma once

#include "sitrep/incident.h"

namespace sitrep::incidents {

// From type, outcome, perpetrators, weapons, targets and tolls.
Codes codes_of(const Incident& incident);

}  // namespace sitrep::incidents
