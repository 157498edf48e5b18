// A scorer of two parts (Cheng et al., "Wide & Deep Learning for Recommender Systems", 2016): a
// linear one over hashed features, and a small network with one hidden layer over what the features
// are embedded as and what the parser's network makes of some words (Document::contexts). In whole
// numbers, so that all machines say the same. Made by training/events; docs/event-model.md has the
// sections.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "language/dense.h"
#include "language/linear_model.h"

namespace sitrep {

namespace wide_deep {

struct Shape {
  uint32_t classes = 0;
  uint32_t embedding = 0;  // numbers that a feature is embedded as
  uint32_t hidden = 0;
};

constexpr size_t kContexts = 2;  // of so many words
constexpr size_t kMaxHidden = 128;

// What one is in each of the numbers.
constexpr int kWideUnit = 24;                           // of the linear part's scores
constexpr int kEmbeddingUnit = 64;                      // of a feature's embedding
constexpr int kHiddenUnit = 1 << 14;                    // of the hidden layer before it is rounded
constexpr int kMixUnit = kHiddenUnit / kEmbeddingUnit;  // of weights from the embedding
constexpr int kRoundedUnit = 64;                        // of the hidden layer, rounded
constexpr int kOutputUnit = 256;                        // of weights to the classes

}  // namespace wide_deep

// The numbers of one, as its learner gives them and the file holds them.
struct WideDeepWeights {
  wide_deep::Shape shape;
  std::vector<WeightRow> rows;  // of each feature: first its scores, then its embedding
  std::vector<int16_t> mix;     // embedding x hidden
  std::array<std::vector<float>, wide_deep::kContexts> contexts;  // each kContext x hidden
  std::vector<int32_t> biases;                                    // hidden
  std::vector<int16_t> output;                                    // hidden x classes
};

class WideDeep {
 public:
  static constexpr size_t kSections = 6 + wide_deep::kContexts * Dense::kSections;
  static Result<WideDeep> open(const BlobReader& blob, size_t first_section, uint32_t classes);
  static void write(BlobWriter& blob, WideDeepWeights weights);  // adds the sections

  size_t hidden() const { return shape_.hidden; }
  // What a word's context (Document::context; none: nothing) brings to each of the hidden layer
  // where it is the `place`-th. `scratch` saves allocating.
  struct Scratch {
    std::vector<uint8_t> context;
    std::vector<int32_t> sums;
    std::vector<float> hidden;
  };
  void of_context(size_t place, std::span<const uint8_t> context, Scratch& scratch,
                  std::span<int32_t> out) const;
  // What features add to the scores that score() takes.
  void add(std::span<const uint32_t> features, Scores& scores) const {
    rows_.add(features, scores);
  }
  // The log odds of each class, but for what they have in common. `contexts`: the sum of what all
  // of them bring to each of the hidden layer.
  void score(const Scores& scores, std::span<const int32_t> contexts, std::span<double> out) const;

 private:
  wide_deep::Shape shape_;
  LinearModel rows_;
  std::array<Dense, wide_deep::kContexts> contexts_;
  std::vector<int16_t> mix_;
  std::vector<int16_t> output_;  // classes x hidden
  std::vector<int32_t> biases_;
};

}  // namespace sitrep
