// Who is one of those that dictionaries/context_words.tsv has a sense for: captors, robbers,
// what is feared, what is untrue.
#pragma once

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// Whether a word has one of the senses (bits of knowledge::WordSense).
bool has_sense(const Reading& reading, Key word, uint32_t wanted);
// Whether a word of a sentence does, by form or lemma.
bool has_sense(const Reading& reading, const Sentence& sentence, uint32_t wanted);
// Whether a word of a phrase does.
bool holds_sense(const Reading& reading, uint32_t phrase, uint32_t wanted);

// Whether one of those who did it is called so.
bool by_those(const Reading& reading, const Draft& draft, uint32_t sense);

}  // namespace sitrep
