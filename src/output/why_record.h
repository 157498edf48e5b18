// The grounds of an incident for programs: of each field the claims with the whole sentences that
// they stand in, why its events are one incident, and which others came near.
#pragma once

#include <span>
#include <string>

#include "sitrep/incident.h"

namespace sitrep::output {

// One JSON object, without a line end.
std::string why_record(const Incident& incident, std::span<const Coding> codings,
                       const Explanation& why);

}  // namespace sitrep::output
