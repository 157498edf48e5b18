#include "learner.h"

#include <algorithm>
#include <cmath>

namespace sitrep::training {

namespace {

constexpr int kEpochs = 12;
constexpr double kStep = 0.1;
constexpr double kPull = 1e-5;

std::vector<double> shares(const Example& example, const atlas::Weights& weights,
                           double sharpness) {
  std::vector<double> out;
  for (const atlas::Features& features : example.readings) {
    double sum = 0;
    for (size_t i = 0; i < weights.size(); ++i) sum += weights[i] * features[i];
    out.push_back(sum * sharpness);
  }
  const double top = *std::max_element(out.begin(), out.end());
  double total = 0;
  for (double& value : out) total += value = std::exp(value - top);
  for (double& value : out) value /= total;
  return out;
}

}  // namespace

void learn(const std::vector<Example>& examples, atlas::Weights& weights) {
  std::array<double, atlas::kFeatures> squares;  // of all steps so far: AdaGrad
  squares.fill(1e-3);
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    for (const Example& example : examples) {
      const std::vector<double> share = shares(example, weights, 1);
      for (size_t i = 0; i < weights.size(); ++i) {
        double slope = -kPull * weights[i] + example.readings[example.meant][i];
        for (size_t r = 0; r < share.size(); ++r) slope -= share[r] * example.readings[r][i];
        squares[i] += slope * slope;
        weights[i] += kStep * slope / std::sqrt(squares[i]);
      }
    }
  }
}

Outcome judge(const std::vector<Example>& examples, const atlas::Weights& weights,
              double sharpness) {
  Outcome outcome{.count = examples.size()};
  for (const Example& example : examples) {
    const std::vector<double> share = shares(example, weights, sharpness);
    const auto best = std::max_element(share.begin(), share.end()) - share.begin();
    const bool right = static_cast<size_t>(best) == example.meant;
    outcome.right += right;
    Bin& bin = outcome.bins[std::min<size_t>(static_cast<size_t>(share[best] * 5), 4)];
    ++bin.count, bin.right += right, bin.given += share[best];
    outcome.loss -= std::log(std::max(1e-9, share[example.meant]));
  }
  outcome.loss /= static_cast<double>(std::max<size_t>(1, examples.size()));
  return outcome;
}

double best_sharpness(const std::vector<Example>& examples, const atlas::Weights& weights) {
  double best = 1, least = judge(examples, weights, 1).loss;
  for (double sharpness = 0.3; sharpness < 2.01; sharpness += 0.05) {
    const double loss = judge(examples, weights, sharpness).loss;
    if (loss < least) best = sharpness, least = loss;
  }
  return best;
}

}  // namespace sitrep::training
