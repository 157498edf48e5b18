// The named rules by which an incident's values are chosen among those that its reports give.
#pragma once

#include "incidents/group.h"

namespace sitrep::incidents {

// The members whose word counts for a field: by `informative` those that say most of it, by
// `latest` those published last of those that speak of it at all; else all.
Group heard(const Group& group, Field field);

// How many sources a value needs where the rule is conservative.
size_t sources_needed(const Group& group);

// Of several days or places the least that all of them allow: a span, a division, a country.
When common_span(const Group& group);
Where common_area(const Group& group);

}  // namespace sitrep::incidents
