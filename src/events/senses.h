// Who is one of those that dictionaries/context_words.tsv has a sense for: captors, robbers.
#pragma once

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// Whether a word of a phrase has one of the senses (bits of knowledge::WordSense).
bool holds_sense(const Reading& reading, uint32_t phrase, uint32_t wanted);

// Whether one of those who did it is called so.
bool by_those(const Reading& reading, const Draft& draft, uint32_t sense);

}  // namespace sitrep
