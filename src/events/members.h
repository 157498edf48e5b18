// "The rebels attacked": which group they are of, where the report names it elsewhere.
#pragma once

#include <vector>

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// Adds the group as a suspected perpetrator to events whose perpetrators are members of a group
// that is not named with them: the armed group named last before, not too far off, or the only one
// that the report names.
void name_groups(const Reading& reading, std::vector<Draft>& events);

}  // namespace sitrep
