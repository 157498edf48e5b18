// Drafts of one report that are two events, however much alike the learnt model finds them.
#pragma once

#include "events/draft.h"
#include "events/likeness.h"
#include "events/reading.h"

namespace sitrep {

// An attack and its answer, two attacks side by side. `like`: of the two; `draft` is told behind
// `event`.
bool another_deed(const Reading& reading, const Likeness& like, const Draft& event,
                  const Draft& draft);

// These, and what days, borders, victims and outcomes rule out.
bool cannot_be_one(const Reading& reading, const Likeness& like, const Draft& event,
                   const Draft& draft);

// Whether the clause of an event's word lies hours or days from what the rest of its sentence
// tells: "attacked" of "a bomb went off in Beirut, hours after gunmen attacked a post in Tyre".
bool some_time_off(const Document& document, uint32_t word);

}  // namespace sitrep
