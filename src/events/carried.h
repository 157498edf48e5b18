// Whose a weapon is by the words beside it: "police shot a man carrying a machete".
#pragma once

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// Whether somebody whom the draft's event befell has the weapon, which is then no means of it.
bool carried_by_victim(const Reading& reading, const Draft& draft, uint32_t weapon);

}  // namespace sitrep
