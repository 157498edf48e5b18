// What the parser's network sees of a word: rows of one embedding table, whose sum stands for it.
// Which row stands for which word is fixed here; the trainer and the parser both use it.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "language/document.h"
#include "language/keyed_table.h"
#include "language/word_traits.h"

namespace sitrep {

constexpr size_t kWordIds = 8;
using WordIds = std::array<uint32_t, kWordIds>;

// The words that have a row of their own.
class Vocabulary {
 public:
  static constexpr uint32_t kUnknown = 0;
  static Result<Vocabulary> open(std::string_view section);
  // Row i + 1 for keys[i].
  static std::string pack(const std::vector<uint32_t>& keys);
  uint32_t row(uint32_t key) const { return table_.find(key).row; }
  void fetch(uint32_t key) const { table_.fetch(key); }
  uint32_t rows() const { return rows_; }  // the unknown word's included

 private:
  struct Entry {
    uint32_t key = 0;
    uint32_t row = kUnknown;
    uint32_t used = 0;
  };
  KeyedTable<Entry> table_;
  uint32_t rows_ = 1;
};

// The two vocabularies and where each kind of row begins in the table.
class WordRows {
 public:
  WordRows() = default;
  WordRows(Vocabulary words, Vocabulary lemmas);
  uint32_t rows() const { return begins_[kWordIds]; }
  // In two steps, so that rows of many words are sent for before one is asked for: in the first,
  // word and lemma are given by their keys.
  WordIds keys(const WordTraits& traits, const Token& token) const;
  void find(WordIds& ids) const;

 private:
  Vocabulary words_, lemmas_;
  std::array<uint32_t, kWordIds + 1> begins_{};
};

// The rows of a sentence's words, which must be tagged and have lemmas.
void fill_word_ids(const Document& document, const Sentence& sentence, const WordRows& rows,
                   std::string& scratch, std::vector<WordIds>& ids);

uint32_t lemma_vocabulary_key(const Token& token);

}  // namespace sitrep
