// Document to Mentions: dictionary phrases, times, places, noun phrases, event words, words of
// saying, hedges.
#pragma once

#include <vector>

#include "knowledge/gazetteer.h"
#include "mentions/mentions.h"

namespace sitrep {

struct FinderKnowledge {
  const knowledge::Lexicon& lexicon;
  const knowledge::Gazetteer& gazetteer;
};

// Keeps what dictionaries are asked of one document for a second pass.
class WordFinder {
 public:
  // Clears `mentions` and fills in what dictionaries alone tell: hits, event words, words of
  // saying, hedges. Enough to say which sentences earn a tree.
  void find(const Document& document, const knowledge::Lexicon& lexicon, Mentions& mentions);
  // Once more of the same document: the words of the sentences that were parsed since, whose tags
  // and lemmas may be others now.
  void find_again(const Document& document, const knowledge::Lexicon& lexicon, Mentions& mentions);

 private:
  std::vector<knowledge::Word> words_;
};

// Adds times, places and noun phrases to the words. Uses tokens, tags and lemmas, no trees.
void find_phrases(const Document& document, const FinderKnowledge& knowledge, Mentions& mentions);

// All of it for a document that is not to be parsed.
void find_mentions(const Document& document, const FinderKnowledge& knowledge, Mentions& mentions);

}  // namespace sitrep
