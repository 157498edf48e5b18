// Things taken by force or stealth, for gain.
#pragma once

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// Whether a phrase may be what such a word takes: "stole the paintings", "snatched two bags", of
// whatever nouns.
bool is_loot(const Reading& reading, const knowledge::EventWord& word, const NounPhrase& phrase);

// "Snatched diamonds": nothing but things was taken, and no police or army took them.
bool loots(const Reading& reading, const knowledge::EventWord& word, const Draft& draft);

}  // namespace sitrep
