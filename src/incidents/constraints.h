// What people said of events by name, as the clustering step takes it: by index.
#pragma once

#include <vector>

#include "incidents/cluster.h"
#include "incidents/corrections.h"
#include "incidents/face.h"

namespace sitrep::incidents {

// Events that are not among the faces are left out.
Constraints constraints_of(const Corrections& corrections, const std::vector<Face>& faces);

}  // namespace sitrep::incidents
