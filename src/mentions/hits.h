// Dictionary phrases in a document, and the checks of case that keep "IS" from matching "is".
#pragma once

#include "mentions/mentions.h"

namespace sitrep {

// Appends those among `tokens`, whole sentences, in order of their first token, longest first.
void find_hits(const Document& document, TokenRange tokens, const knowledge::Lexicon& lexicon,
               std::vector<knowledge::Hit>& hits);

// Replaces events, speech and hedges from the hits: the longest phrase whose part of speech fits
// the text's tags.
void select_words(const Document& document, const knowledge::Lexicon& lexicon, Mentions& mentions);

}  // namespace sitrep
