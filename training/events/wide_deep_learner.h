// Learns a wide and deep scorer (src/events/wide_deep.h).
#pragma once

#include <cstdint>
#include <vector>

#include "events/wide_deep.h"
#include "learner.h"

namespace sitrep::training {

class WideDeepLearner {
 public:
  explicit WideDeepLearner(size_t classes, uint64_t seed = kFirstSeed)
      : classes_(classes), seed_(seed) {}
  static constexpr uint64_t kFirstSeed = 20261129;

  // Adagrad over the cases, one by one, in an order drawn from the seed. All cases must have
  // contexts of one size.
  void learn(const std::vector<const Case*>& cases);
  std::vector<double> shares(const Case& example) const;
  WideDeepWeights weights() const;  // rounded

 private:
  // A weight with the sum of the squares of its slopes.
  struct Weight {
    float value = 0;
    float squares = 0;
    void step(float slope, float rate);
  };
  struct Pass;  // what one case makes of the weights

  void begin(const std::vector<const Case*>& cases);
  void forward(const std::vector<uint32_t>& rows, Pass& pass) const;
  void backward(const std::vector<uint32_t>& rows, const Case& example, Pass& pass, float rate);
  std::vector<uint32_t> rows_of(const Case& example) const;

  size_t classes_;
  uint64_t seed_;
  size_t inputs_ = 0;
  FeatureIndex index_;  // embedded ones first
  size_t embedded_ = 0;
  std::vector<Weight> wide_;        // rows x classes
  std::vector<Weight> embeddings_;  // of the embedded ones
  std::vector<Weight> mix_, contexts_, biases_, output_;
};

// One scorer whose scores are the means of those of two: its hidden layer holds both of theirs.
WideDeepWeights mean_of(const WideDeepWeights& a, const WideDeepWeights& b);

}  // namespace sitrep::training
