// Whether a place in a sentence is that of an event told there, or only stands beside it.
#pragma once

#include "events/draft.h"
#include "events/reading.h"
#include "events/tree.h"

namespace sitrep {

// Whether the words that join a place to an event's word put the event there: "the bombing in
// Aden", "was killed near Bosso", "the attack took place in Herat". Loose is where somebody comes
// from or is bound for, what happened before or after, and what others did: "John Miller of Peoria
// was shot", "fired from Gaza", "hours after arriving in Kabul", "speaking in Geneva, he condemned
// the bombing".
bool puts_event_there(const Reading& reading, const Tree& tree, const PlaceMention& place,
                      uint32_t head, const Draft& draft);

}  // namespace sitrep
