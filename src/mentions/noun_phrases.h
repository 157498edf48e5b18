// Base noun phrases and what they stand for: parties, weapons, things, places.
#pragma once

#include "mentions/mentions.h"

namespace sitrep {

// Fills mentions.phrases. Times, places and hits must be there already.
void find_noun_phrases(const Document& document, const knowledge::Lexicon& lexicon,
                       Mentions& mentions);

}  // namespace sitrep
