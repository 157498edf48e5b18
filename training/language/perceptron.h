// The averaged perceptron behind the tagger: sparse weights over hashed features. A
// weight's n-th step is 1/sqrt(n) long (AdaGrad), so that rare features learn fast and common ones
// settle.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "language/linear_model.h"

namespace sitrep::training {

using FloatScores = std::array<float, kMaxClasses>;

// Small, fast and the same everywhere: splitmix64.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint64_t next();
  double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
  size_t below(size_t n) { return static_cast<size_t>(next() % n); }
  template <typename T>
  void shuffle(std::vector<T>& items) {
    for (size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  uint64_t state_;
};

class Perceptron {
 public:
  Perceptron();
  void score(std::span<const uint32_t> features, FloatScores& scores) const;
  void update(std::span<const uint32_t> features, uint8_t good, uint8_t bad);
  void tick() { ++now_; }

  struct Shrink {
    uint32_t min_updates = 2;  // features changed less often are dropped
    float min_weight = 0;      // as are weights below, in units of the quantum
    size_t max_bytes = 9'500'000;
  };
  // The averaged weights, quantised, small enough.
  std::vector<WeightRow> averaged(const Shrink& shrink) const;

 private:
  struct Weight {
    double total = 0;
    float value = 0;
    float steps = 0;  // made so far
    uint32_t since = 0;
    uint8_t cls = 0;
  };
  struct Row {
    uint32_t feature = 0;
    uint32_t updates = 0;
    std::vector<Weight> weights;
  };

  const Row* find(uint32_t feature) const;
  Row& row(uint32_t feature);
  void grow();
  void change(Row& row, uint8_t cls, float direction);
  float average(const Weight& weight) const;

  std::vector<uint32_t> slots_;  // index of a row, plus 1
  std::vector<Row> rows_;
  uint32_t now_ = 1;
};

}  // namespace sitrep::training
