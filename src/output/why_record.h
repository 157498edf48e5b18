// The grounds of an incident for programs: of each field the claims with the whole sentences that
// they stand in, why its events are one incident, and which others came near.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sitrep/incident.h"

namespace sitrep::output {

// "same day +2.0, another target, seldom told -0.4" in its parts.
std::vector<std::pair<std::string, double>> parts_of(std::string_view reasons);

// One JSON object, without a line end. `outlets`: of the reports that the explanation names.
std::string why_record(const Incident& incident, std::span<const Coding> codings,
                       const Explanation& why, const std::map<std::string, std::string>& outlets);

}  // namespace sitrep::output
