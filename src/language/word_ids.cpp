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

uint32_t slot_of(uint32_t key, size_t slots) {
  const uint32_t mixed = key * 0x9E3779B1u;
  return static_cast<uint32_t>((uint64_t{mixed} * slots) >> 32);
}

Failure damaged() { return fail(Code::bad_knowledge, "language model: vocabulary damaged"); }

}  // namespace

Result<Vocabulary> Vocabulary::open(std::string_view section) {
  Vocabulary vocabulary;
  vocabulary.slots_ = Packed<Slot>(section);
  const size_t n = vocabulary.slots_.size();
  if (n == 0 || n > (1u << 24) || section.size() % sizeof(Slot) != 0) return damaged();
  uint32_t used = 0;
  for (size_t i = 0; i < n; ++i) used += vocabulary.slots_[i].key != 0;
  if (used >= n) return damaged();  // every probe must end
  for (size_t i = 0; i < n; ++i) {
    if (vocabulary.slots_[i].row > used) return damaged();
  }
  vocabulary.rows_ = used + 1;
  return vocabulary;
}

std::string Vocabulary::pack(const std::vector<uint32_t>& keys) {
  std::vector<Slot> slots(keys.size() * 2 + 1);
  for (size_t i = 0; i < keys.size(); ++i) {
    size_t at = slot_of(keys[i], slots.size());
    while (slots[at].key != 0) at = (at + 1) % slots.size();
    slots[at] = {keys[i], static_cast<uint32_t>(i + 1)};
  }
  return std::string(reinterpret_cast<const char*>(slots.data()), slots.size() * sizeof(Slot));
}

uint32_t Vocabulary::row(uint32_t key) const {
  const size_t n = slots_.size();
  if (n == 0 || key == 0) return kUnknown;
  for (size_t at = slot_of(key, n);; at = at + 1 == n ? 0 : at + 1) {
    const Slot slot = slots_[at];
    if (slot.key == key) return slot.row;
    if (slot.key == 0) return kUnknown;
  }
}

WordRows::WordRows(Vocabulary words, Vocabulary lemmas) : words_(words), lemmas_(lemmas) {
  std::array<uint32_t, kWordIds> rows = kRows;
  rows[kWord] = words_.rows();
  rows[kLemma] = lemmas_.rows();
  for (size_t i = 0; i < kWordIds; ++i) begins_[i + 1] = begins_[i] + rows[i];
}

WordIds WordRows::ids(const WordTraits& traits, const Token& token) const {
  const uint32_t shape =
      static_cast<uint32_t>(traits.shape) * 4 + (traits.dotted ? 2 : 0) + (traits.hyphened ? 1 : 0);
  const uint32_t tags =
      static_cast<uint32_t>(token.tag) * kFines + static_cast<uint32_t>(token.fine);
  WordIds ids = {words_.row(traits.word),
                 lemmas_.row(lemma_vocabulary_key(token)),
                 traits.prefix[2] % kRows[kPrefix],
                 traits.suffix[1] % kRows[kSuffix2],
                 traits.suffix[2] % kRows[kSuffix3],
                 traits.suffix[3] % kRows[kSuffix4],
                 shape,
                 tags};
  for (size_t i = 0; i < kWordIds; ++i) ids[i] += begins_[i];
  return ids;
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
    ids.push_back(rows.ids(traits, token));
  }
}

}  // namespace sitrep
