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

// Clears and fills `mentions`. Uses tokens, tags and lemmas, no trees.
void find_mentions(const Document& document, const FinderKnowledge& knowledge, Mentions& mentions);

}  // namespace sitrep
