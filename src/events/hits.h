// Who was shot, stabbed or beaten, and what became of them: "a priest was stabbed" says that he is
// wounded; "six people were shot; one died" that five are.
#pragma once

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// Gives whom `event` hit an effect, and their number to the wounded where nobody tells it.
void settle_hits(const Reading& reading, Draft& event);

// Adds a gunman who died of his own hand, or was shot dead, to those whom he is said to have
// killed.
void count_own_end(const Reading& reading, Draft& event);

}  // namespace sitrep
