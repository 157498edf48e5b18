// "Five bullet-riddled bodies were found": the event's own noun counts the dead.
#pragma once

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

void count_bodies(const Reading& reading, const EventMention& event, Draft& draft);

}  // namespace sitrep
