// Where a weapon was stopped of which a report says only whence it came: over the country of those
// who stopped it, where that lies within its reach.
#pragma once

#include <string>

#include "events/draft.h"
#include "events/reading.h"
#include "events/tree.h"

namespace sitrep {

// The ISO code of the country of who stopped a draft's weapon, or says that it was stopped; empty
// where that is not said, or the draft tells of no such thing.
std::string stopped_by(const Reading& reading, const Tree& tree, const Draft& draft);

// "Israel intercepted a missile fired from Yemen": whether a place that stands beside the event is
// whence the weapon came, and it was stopped over `draft.over`.
bool stopped_short_of(const Reading& reading, const Draft& draft, uint32_t place);

}  // namespace sitrep
