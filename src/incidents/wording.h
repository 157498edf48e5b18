// Texts as weighted bags of telling words: names and numbers weigh more than common words, rare
// more than frequent. How rare a word is stands in a dictionary, so a text's wording depends on
// nothing but the text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "knowledge/lexicon.h"

namespace sitrep::incidents {

struct WordWeight {
  uint32_t word = 0;    // folded from the word's key
  uint16_t weight = 0;  // in 65535ths
  bool operator==(const WordWeight&) const = default;
};

// Sorted by word, of length one; empty for a text without telling words.
using Wording = std::vector<WordWeight>;

double cosine(const Wording& a, const Wording& b);

// The `most` heaviest words of a text.
Wording weigh(std::string_view text, size_t most, const knowledge::Lexicon& lexicon);

// The names in a text that hardly any report has, folded as in a wording, sorted; the least `most`.
// Neither words of `known` nor the first of a sentence.
std::vector<uint32_t> rare_names(std::string_view text, size_t most, const std::vector<Key>& known,
                                 const knowledge::Lexicon& lexicon);

// A word that hardly any report has, mostly a name; no number.
bool hardly_told(std::string_view word, const knowledge::Lexicon& lexicon);

// The `most` heaviest of a wording's words, heaviest first.
std::vector<uint32_t> telling_words(const Wording& words, size_t most);

}  // namespace sitrep::incidents
