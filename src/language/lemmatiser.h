// Word and tag to lemma: whole words that the rules get wrong, else the longest known ending of
// that tag.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "language/keyed_table.h"
#include "language/tagger.h"

namespace sitrep {

// "Cut `strip` bytes off the end and append `text`"; kWhole: the text is the lemma.
struct LemmaRule {
  static constexpr uint8_t kWhole = 255;
  uint32_t key = 0;
  uint32_t text = 0;  // offset in the texts
  uint8_t strip = 0;
  uint8_t length = 0;
  uint8_t used = 0;
  uint8_t spare = 0;
};

constexpr size_t kMaxEnding = 6;

uint32_t lemma_word_key(std::string_view lower, TagPair tags);
uint32_t lemma_ending_key(std::string_view ending, TagPair tags);

// Lower case, and one kind of apostrophe: what words are looked up as.
void append_lemma_input(std::string& out, std::string_view word);

class Lemmatiser {
 public:
  static Result<Lemmatiser> open(std::string_view blob);
  static std::string pack(const std::vector<LemmaRule>& rules, const std::string& texts,
                          const std::map<uint32_t, std::string>& morphology);

  // Replaces the content of `out`.
  void lemma(std::string_view word, TagPair tags, std::string& out) const;
  // Sets the lemma keys of a sentence's tokens, which must be tagged.
  void lemmatise(Document& document, const Sentence& sentence);

 private:
  struct Known {
    Key word = kNoKey;
    Key lemma = kNoKey;
  };
  static constexpr size_t kKnown = 1 << 12;

  void apply(const LemmaRule& rule, std::string& out) const;
  Key lemma_key(std::string_view word, TagPair tags);

  KeyedTable<LemmaRule> rules_;
  std::string_view texts_;
  std::vector<Known> known_;  // lately met words
  std::string lower_;
  std::string normal_;
};

}  // namespace sitrep
