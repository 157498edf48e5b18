// Who is held responsible, how surely, and who says so.
#pragma once

#include <vector>

#include "output/brief.h"
#include "output/sources.h"
#include "sitrep/incident.h"

namespace sitrep::output {

std::vector<Line> attribution(const Incident& incident, SourceList& sources);

}  // namespace sitrep::output
