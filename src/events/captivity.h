// People in the hands of others: held, released, rescued, ransomed.
#pragma once

#include "events/draft.h"
#include "events/reading.h"
#include "events/tree.h"

namespace sitrep {

// "Nine women are still being held by their abductors".
bool by_captors(const Reading& reading, const Draft& draft);

// Whether one who is said to free or release captives may have held them: "rebels released a
// nurse", not "troops released", "rebels freed". `active`: of the verb.
bool may_have_held(const Reading& reading, uint32_t phrase, Key verb, bool active);

// Whether an event's word speaks of captives at all ("released three hostages", not "released the
// figures"); where it does, leaves only those of a draft's perpetrators who hold somebody.
bool settle_captivity(const Reading& reading, const Tree& tree, const EventMention& event,
                      Draft& draft);

}  // namespace sitrep
