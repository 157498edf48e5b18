// Acts that follow a deed on days of their own: courts, mourning, statements. "The man accused of
// killing two was in court on Tuesday": Tuesday is not the day of the killing.
#pragma once

#include "events/reading.h"
#include "events/tree.h"

namespace sitrep {

// Whether a time's head belongs to such an act rather than to the event of that word. Which acts
// these are, dictionaries/context_words.tsv says (`later`).
bool of_later_act(const Reading& reading, const Tree& tree, uint32_t time, TokenRange trigger);

}  // namespace sitrep
