// Sentences that give a deed its day without a word for it: "It happened on Sunday night",
// "officers were called to the house at 9 p.m. on Saturday".
#pragma once

#include <vector>

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// Gives each such day to the event told last before it, where that has no day of its own.
void give_occasions(const Reading& reading, std::vector<Draft>& events);

// Whether the words round the event itself say its day: not when it was spoken of, not an hour
// alone.
bool says_its_day(const Telling* dated);

}  // namespace sitrep
