// Document to Mentions: dictionary phrases, times, places, noun phrases, event words, words of
// saying, hedges.
#pragma once

#include "knowledge/gazetteer.h"
#include "mentions/mentions.h"

namespace sitrep {

struct FinderKnowledge {
  const knowledge::Lexicon& lexicon;
  const knowledge::Gazetteer& gazetteer;
};

// Clears `mentions` and fills in what dictionaries alone tell: hits, event words, words of saying,
// hedges. Enough to say which sentences earn a tree.
void find_words(const Document& document, const knowledge::Lexicon& lexicon, Mentions& mentions);

// Clears and fills `mentions`. Uses tokens, tags and lemmas, no trees; better after the parser, which
// sees the tags again in the whole sentence.
void find_mentions(const Document& document, const FinderKnowledge& knowledge, Mentions& mentions);

}  // namespace sitrep
