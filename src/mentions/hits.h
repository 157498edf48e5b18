// Dictionary phrases in a document, and the checks of case that keep "IS" from matching "is".
#pragma once

#include "mentions/mentions.h"

namespace sitrep {

// A token as the dictionaries see it.
knowledge::Word word_at(const Document& document, uint32_t token);

// What dictionaries are asked: a document, and each of its tokens as they see it.
struct Asked {
  const Document& document;
  const std::vector<knowledge::Word>& words;
  const knowledge::Lexicon& lexicon;
};

// Appends the phrases among `tokens`, whole sentences, in order of their first token, longest
// first.
void find_hits(const Asked& asked, TokenRange tokens, std::vector<knowledge::Hit>& hits);

// Replaces events, speech and hedges from the hits: the longest phrase whose part of speech fits
// the text's tags.
void select_words(const Asked& asked, Mentions& mentions);

}  // namespace sitrep
