// The part-of-speech tagger: greedy, left to right, a linear model over features of the word, its
// neighbours and the two tags before; words that are all but always the same tag are looked up
// instead.
#pragma once

#include <string>
#include <vector>

#include "language/keyed_table.h"
#include "language/linear_model.h"
#include "language/word_traits.h"

namespace sitrep {

// One class of the model: a universal tag together with a Penn tag.
struct TagPair {
  Tag tag = Tag::X;
  Fine fine = Fine::none;
  bool operator==(const TagPair&) const = default;
};

constexpr uint8_t kNoClass = 255;

// What the lexicon knows of a word.
struct LexiconEntry {
  uint32_t key = 0;         // hash of word and shape; of the word alone for the ambiguity
  uint16_t ambiguity = 0;   // number of its set of usual tags
  uint8_t only = kNoClass;  // the class it always has
  uint8_t used = 0;
};

using Lexicon = KeyedTable<LexiconEntry>;

struct TagWord {
  WordTraits traits;
  uint16_t ambiguity = 0;
  uint8_t only = kNoClass;
};

// A sentence's words with room for two before and two behind, so that features need no bounds
// checks.
struct TagContext {
  static constexpr size_t kMargin = 2;
  std::vector<TagWord> words;
  std::vector<uint8_t> classes;
  void reset(size_t n);
};

constexpr size_t kOwnFeatures = 15;  // what a word says by itself; they come first
constexpr size_t kNeighbourFeatures = 14;
constexpr size_t kTagFeatures = 44;
using TagFeatures = std::array<uint32_t, kTagFeatures>;

// Features of the word at `i` of the context (margin included).
void tag_features(const TagContext& context, size_t i, TagFeatures& features);
// The first of them; those behind, which ask for no tags; the rest.
void own_features(const TagWord& word, TagFeatures& features);
void neighbour_features(const TagContext& context, size_t i, TagFeatures& features);
void history_features(const TagContext& context, size_t i, TagFeatures& features);

uint32_t lexicon_key(const WordTraits& traits);  // with the shape

// The summed weights of what words lately met say by themselves.
class OwnScores {
 public:
  OwnScores() : entries_(kEntries) {}
  // Into scores that are all 0.
  void get(const TagWord& word, const LinearModel& model, Scores& scores);
  void fetch(const TagWord& word) const;  // into the cache, for a get to come

 private:
  static constexpr size_t kEntries = 4096;
  struct Entry {
    WordTraits traits;
    bool used = false;
    std::array<int16_t, LinearModel::kLongClasses> sums;  // the program's model has 72
  };
  static size_t place_of(const TagWord& word);
  std::vector<Entry> entries_;
};

class Tagger {
 public:
  static Result<Tagger> open(std::string_view blob);
  void tag(Document& document, const Sentence& sentence);
  // For training: words with traits and lexicon entries, no classes yet.
  static void fill(const Document& document, const Sentence& sentence, const Lexicon& lexicon,
                   TagContext& context, std::string& scratch);

 private:
  void prepare(size_t i);
  uint8_t classify(size_t i);

  LinearModel model_;
  Lexicon lexicon_;
  std::vector<TagPair> classes_;
  TagContext context_;
  std::array<TagFeatures, 2> features_;  // of this word and the next
  OwnScores own_;
  std::string scratch_;
};

}  // namespace sitrep
