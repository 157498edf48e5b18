// Logistic regression over hashed features, for any number of classes. A case of which only some
// labels are known to be possible teaches the sum of their shares.
#pragma once

#include <cstdint>
#include <vector>

#include "feature_index.h"
#include "language/linear_model.h"

namespace sitrep::training {

struct Case {
  std::vector<uint32_t> features;
  uint8_t label = 0;
  uint8_t ruled = 0;                   // what the rules alone say
  uint32_t group = 0;                  // the report: never learnt from and judged on at once
  std::vector<uint8_t> contexts = {};  // of the network's words, where it is asked
  uint32_t also = 0;                   // bits of labels that may be the right one no less
};

class Learner {
 public:
  explicit Learner(size_t classes) : classes_(classes) {}

  // Adagrad over the cases in an order drawn from a fixed seed.
  void learn(const std::vector<const Case*>& cases);
  std::vector<double> shares(const Case& example) const;
  std::vector<WeightRow> rows() const;  // rounded to whole numbers of 1 / kScoreUnit

 private:
  using Weights = std::vector<float>;
  Weights learn_once(const std::vector<const Case*>& cases, uint64_t seed) const;
  void step(const Case& example, Weights& weights, Weights& squares) const;
  std::vector<double> shares(const std::vector<uint32_t>& features, const Weights& weights) const;

  size_t classes_;
  FeatureIndex index_;
  Weights weights_;
};

}  // namespace sitrep::training
