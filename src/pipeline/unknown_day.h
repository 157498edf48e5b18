// A report without a publication date still says which of its days come first: its weekdays are
// read in a week of a far year, so that events are told apart, and the made-up days are taken out
// again.
#pragma once

#include <optional>
#include <vector>

#include "mentions/mentions.h"
#include "sitrep/coding.h"

namespace sitrep {

// A day in the far year whose weekday is the last of those that the report names, were they all of
// one week.
Day unknown_day(const std::vector<TimeMention>& times);

// Empties what was reckoned from such a day.
void forget_unknown_days(std::vector<Event>& events);

}  // namespace sitrep
