#include "learner.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "events/event_model.h"

namespace sitrep::training {

namespace {

constexpr int kEpochs = 10;
constexpr float kRate = 0.03F;
constexpr float kPull = 2e-5F;     // toward nought, at each step
constexpr float kDropped = 0.35F;  // of the features, at each step: the others learn to do without
constexpr int kSeen = 3;           // a feature that fewer cases have is not learnt
constexpr uint64_t kSeed = 20261128;
constexpr uint64_t kRuns = 5;  // in other orders, with other features hidden; their mean is taken

void softmax(std::vector<double>& scores) {
  const double top = *std::max_element(scores.begin(), scores.end());
  double sum = 0;
  for (double& s : scores) sum += s = std::exp(s - top);
  for (double& s : scores) s /= sum;
}

// What the shares of a case ought to be, as far as is known.
std::vector<double> wanted(const Case& example, const std::vector<double>& given) {
  std::vector<double> out(given.size(), 0);
  double sum = 0;
  for (size_t k = 0; k < out.size(); ++k) {
    const bool possible = k == example.label || (example.also >> k & 1) != 0;
    if (possible) sum += out[k] = given[k];
  }
  for (double& share : out) share /= sum;
  return out;
}

}  // namespace

std::vector<double> Learner::shares(const Case& example) const {
  return shares(example.features, weights_);
}

std::vector<double> Learner::shares(const std::vector<uint32_t>& features,
                                    const Weights& weights) const {
  std::vector<double> scores(classes_, 0);
  for (const uint32_t feature : features) {
    const auto found = index_.find(feature);
    if (found == index_.end()) continue;
    for (size_t k = 0; k < classes_; ++k) scores[k] += weights[found->second * classes_ + k];
  }
  softmax(scores);
  return scores;
}

void Learner::step(const Case& example, Weights& weights, Weights& squares) const {
  const std::vector<double> given = shares(example.features, weights);
  const std::vector<double> right = wanted(example, given);
  for (const uint32_t feature : example.features) {
    const auto found = index_.find(feature);
    if (found == index_.end()) continue;
    for (size_t k = 0; k < classes_; ++k) {
      float& w = weights[found->second * classes_ + k];
      float& square = squares[found->second * classes_ + k];
      const auto g = static_cast<float>(given[k] - right[k]) + kPull * w;
      square += g * g;
      w -= kRate * g / std::sqrt(square + 1e-3F);
    }
  }
}

void Learner::learn(const std::vector<const Case*>& cases) {
  index_.clear();
  number_features(cases, count_features(cases), kSeen, index_);
  std::vector<Weights> runs(kRuns);
  tbb::parallel_for(uint64_t{0}, kRuns,
                    [&](uint64_t run) { runs[run] = learn_once(cases, kSeed + run); });
  weights_.assign(index_.size() * classes_, 0);
  for (const Weights& run : runs) {
    for (size_t i = 0; i < run.size(); ++i) weights_[i] += run[i] / kRuns;
  }
}

Learner::Weights Learner::learn_once(const std::vector<const Case*>& cases, uint64_t seed) const {
  Weights weights(index_.size() * classes_, 0), squares(weights.size(), 0);
  std::mt19937_64 random(seed);
  std::vector<size_t> order(cases.size());
  std::iota(order.begin(), order.end(), 0);
  Case thinned;
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (const size_t i : order) {
      thinned.label = cases[i]->label;
      thinned.also = cases[i]->also;
      thinned.features.clear();
      for (const uint32_t feature : cases[i]->features) {
        if (static_cast<float>(random() % 1000) >= kDropped * 1000)
          thinned.features.push_back(feature);
      }
      step(thinned, weights, squares);
    }
  }
  return weights;
}

std::vector<WeightRow> Learner::rows() const {
  constexpr double kLimit = 255;
  std::vector<WeightRow> rows;
  for (const auto& [feature, number] : index_) {
    WeightRow row{feature, {}};
    for (size_t k = 0; k < classes_; ++k) {
      const double scaled = std::clamp(
          weights_[number * classes_ + k] * (1 - kDropped) * kScoreUnit, -kLimit, kLimit);
      const auto w = static_cast<int16_t>(std::lround(scaled));
      if (w != 0) row.weights.emplace_back(static_cast<uint8_t>(k), w);
    }
    if (!row.weights.empty()) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace sitrep::training
