// The parser's network: how well each word of a sentence suits each other as its head, what the
// relation would be, and the word's tags in the light of the sentence. training/language/
// train_parser.py is its twin and says where the parts come from.
#pragma once

#include <vector>

#include "language/network_sections.h"
#include "language/recurrent.h"
#include "language/tagger.h"
#include "language/word_ids.h"

namespace sitrep {

class Network {
 public:
  // What one sentence needs; reused for the next.
  struct Scratch {
    RecurrentScratch recurrent;
    std::vector<float> words;       // words x dim: what the sentence makes of each
    std::vector<uint8_t> contexts;  // the same, rounded
    std::vector<uint8_t> input;     // of a layer
    std::vector<int32_t> sums;
    std::vector<float> views;       // words x all that is asked of a word
    std::vector<float> dependents;  // words x arc
    std::vector<uint8_t> head;      // one word's
    std::vector<int8_t> heads;      // fours of inputs x words, as weights
    std::vector<int32_t> excess;    // of each head, what kZero adds to its sums
    std::vector<float> distances;   // what each adds
    std::vector<float> arc;         // what a relation is told by
    std::vector<float> relations;   // words x relations
  };

  static Result<Network> open(const BlobReader& blob);
  const WordRows& rows() const { return rows_; }

  // Scores as TreeDecoder takes them.
  void score_heads(const std::vector<WordIds>& ids, Scratch& scratch,
                   std::vector<float>& scores) const;
  // After score_heads. heads: the root's number is the count of words.
  void name_relations(const std::vector<int32_t>& heads, Scratch& scratch,
                      std::vector<Rel>& relations) const;
  // The word's tags; `before` where the sentence does not speak clearly against them.
  TagPair tags(const Scratch& scratch, size_t word, TagPair before) const;
  // What the sentence makes of each word: kContext bytes a word.
  void contexts(const Scratch& scratch, uint8_t* out) const;
  // What the mention that holds the word is.
  EntityKind entity(const Scratch& scratch, size_t word) const;

 private:
  // Where each part of a word's views begins; that as a dependent comes first.
  struct Parts {
    size_t head = 0, child = 0, parent = 0, tags = 0, entities = 0, all = 0;
  };

  bool open_layers(const BlobReader& blob, size_t dim, size_t layers);
  bool open_vectors(std::string_view bytes, const network_sections::Shape& shape);
  bool open_scorers(const BlobReader& blob, const network_sections::Shape& shape);
  void embed(const std::vector<WordIds>& ids, std::vector<float>& words) const;
  void view(size_t words, Scratch& scratch) const;
  void spread_distances(size_t words, std::vector<float>& spread) const;
  void add_arcs(size_t words, Scratch& scratch, std::vector<float>& scores) const;

  WordRows rows_;
  std::string_view table_;  // rows x dim, int8
  float table_unit_ = 1;
  std::vector<Recurrent> layers_;
  Dense views_, arc_, label_;
  Parts parts_;
  std::vector<float> root_head_, root_parent_, distances_;
  std::vector<TagPair> tags_;
  std::vector<Rel> relations_;
};

}  // namespace sitrep
