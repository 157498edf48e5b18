#include "language/word_ids.h"

#include <algorithm>

namespace sitrep {

namespace {

// Kinds of rows, in the table's order.
enum Kind : size_t { kWord, kLemma, kPrefix, kSuffix2, kSuffix3, kSuffix4, kShape, kTags };

constexpr uint32_t kShapes = 12 * 4;
constexpr uint32_t kFines = static_cast<uint32_t>(Fine::other) + 1;
constexpr uint32_t kTagPairs = (static_cast<uint32_t>(Tag::VERB) + 1) * kFines;
// Rows of each kind; those of words and lemmas are as many as the vocabulary holds.
constexpr std::array<uint32_t, kWordIds> kRows = {0, 0, 2048, 1024, 4096, 8192, kShapes, kTagPairs};

Failure damaged() { return fail(Code::bad_knowledge, "language model: vocabulary damaged"); }

}  // namespace

Result<Vocabulary> Vocabulary::open(std::string_view section) {
  auto table = KeyedTable<Entry>::open(section);
  if (!table) return tl::unexpected(table.error());
  Vocabulary vocabulary;
  vocabulary.table_ = *table;
  for (size_t i = 0; i < table->slots(); ++i) vocabulary.rows_ += table->slot(i).used != 0;
  for (size_t i = 0; i < table->slots(); ++i) {
    if (table->slot(i).row >= vocabulary.rows_) return damaged();
  }
  return vocabulary;
}

std::string Vocabulary::pack(const std::vector<uint32_t>& keys) {
  std::vector<Entry> entries;
  entries.reserve(keys.size());
  for (uint32_t key : keys) entries.push_back({key, static_cast<uint32_t>(entries.size() + 1)});
  return KeyedTable<Entry>::pack(std::move(entries));
}

WordRows::WordRows(Vocabulary words, Vocabulary lemmas) : words_(words), lemmas_(lemmas) {
  std::array<uint32_t, kWordIds> rows = kRows;
  rows[kWord] = words_.rows();
  rows[kLemma] = lemmas_.rows();
  for (size_t i = 0; i < kWordIds; ++i) begins_[i + 1] = begins_[i] + rows[i];
}

WordIds WordRows::keys(const WordTraits& traits, const Token& token) const {
  const uint32_t shape =
      static_cast<uint32_t>(traits.shape) * 4 + (traits.dotted ? 2 : 0) + (traits.hyphened ? 1 : 0);
  const uint32_t tags =
      static_cast<uint32_t>(token.tag) * kFines + static_cast<uint32_t>(token.fine);
  const uint32_t lemma = lemma_vocabulary_key(token);
  words_.fetch(traits.word);
  lemmas_.fetch(lemma);
  WordIds ids = {traits.word,
                 lemma,
                 traits.prefix[2] % kRows[kPrefix],
                 traits.suffix[1] % kRows[kSuffix2],
                 traits.suffix[2] % kRows[kSuffix3],
                 traits.suffix[3] % kRows[kSuffix4],
                 shape,
                 tags};
  for (size_t i = kPrefix; i < kWordIds; ++i) ids[i] += begins_[i];
  return ids;
}

void WordRows::find(WordIds& ids) const {
  ids[kWord] = begins_[kWord] + words_.row(ids[kWord]);
  ids[kLemma] = begins_[kLemma] + lemmas_.row(ids[kLemma]);
}

uint32_t lemma_vocabulary_key(const Token& token) {
  return static_cast<uint32_t>(token.lemma ^ (token.lemma >> 32));
}

void fill_word_ids(const Document& document, const Sentence& sentence, const WordRows& rows,
                   std::string& scratch, std::vector<WordIds>& ids) {
  ids.clear();
  const CaseMode mode = case_mode(document, sentence);
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const Token& token = document.tokens[t];
    const WordTraits traits =
        traits_of(document.word(t), token.shape, mode, t == sentence.first, scratch);
    ids.push_back(rows.keys(traits, token));
  }
  for (WordIds& word : ids) rows.find(word);
}

}  // namespace sitrep
