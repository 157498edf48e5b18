#include "wide_deep_learner.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>

#include "language/document.h"
#include "language/kernels.h"

namespace sitrep::training {

namespace {

constexpr size_t kEmbedding = 16, kHidden = 64;
constexpr int kEpochs = 10;
constexpr float kRate = 0.03F;            // falls to nought
constexpr float kNetRate = 0.03F;         // of the network's own weights
constexpr float kHiddenFeatures = 0.35F;  // share not shown at each step
constexpr float kHiddenInputs = 0.2F;
constexpr float kHiddenUnits = 0.4F;
constexpr float kPull = 2e-5F;
constexpr int kSeen = 3;       // a feature that fewer cases have is not learnt
constexpr int kEmbedded = 10;  // one that fewer have is not embedded

using Random = std::mt19937_64;

bool drawn(Random& random, float share) {
  return static_cast<float>(random() >> 40) < share * static_cast<float>(1 << 24);
}

float near_nought(Random& random, float width) {
  return std::normal_distribution<float>(0, width)(random);
}

}  // namespace

struct WideDeepLearner::Pass {
  std::vector<float> embedding, inputs, hidden, shares;
  std::vector<bool> shown;  // units of the hidden layer
  float features_scale = 1, hidden_scale = 1;
};

void WideDeepLearner::Weight::step(float slope, float rate) {
  const float g = slope + kPull * value;
  squares += g * g;
  value -= rate * g / std::sqrt(squares + 1e-3F);
}

void WideDeepLearner::begin(const std::vector<const Case*>& cases) {
  const auto counts = count_features(cases);
  index_.clear();
  number_features(cases, counts, kEmbedded, index_);
  embedded_ = index_.size();
  number_features(cases, counts, kSeen, index_);
  inputs_ = cases.empty() ? 0 : cases.front()->contexts.size();
  Random random(seed_);
  wide_.assign(index_.size() * classes_, {});
  embeddings_.assign(embedded_ * kEmbedding, {});
  for (Weight& w : embeddings_) w.value = near_nought(random, 0.05F);
  mix_.assign(kEmbedding * kHidden, {});
  contexts_.assign(inputs_ * kHidden, {});
  biases_.assign(kHidden, {});
  output_.assign(kHidden * classes_, {});
  for (Weight& w : mix_) w.value = near_nought(random, 0.2F);
  for (Weight& w : contexts_)
    w.value = near_nought(random, 1 / std::sqrt(static_cast<float>(inputs_)));
  for (Weight& w : output_) w.value = near_nought(random, 0.1F);
}

std::vector<uint32_t> WideDeepLearner::rows_of(const Case& example) const {
  std::vector<uint32_t> rows;
  for (const uint32_t feature : example.features) {
    if (const auto found = index_.find(feature); found != index_.end())
      rows.push_back(found->second);
  }
  return rows;
}

// `pass.inputs` and `pass.shown` are given.
void WideDeepLearner::forward(const std::vector<uint32_t>& rows, Pass& pass) const {
  pass.shares.assign(classes_, 0);
  pass.embedding.assign(kEmbedding, 0);
  for (const uint32_t row : rows) {
    for (size_t k = 0; k < classes_; ++k)
      pass.shares[k] += wide_[row * classes_ + k].value * pass.features_scale;
    for (size_t i = 0; row < embedded_ && i < kEmbedding; ++i)
      pass.embedding[i] += embeddings_[row * kEmbedding + i].value * pass.features_scale;
  }
  pass.hidden.assign(kHidden, 0);
  for (size_t j = 0; j < kHidden; ++j) pass.hidden[j] = biases_[j].value;
  for (size_t i = 0; i < kEmbedding; ++i) {
    for (size_t j = 0; j < kHidden; ++j)
      pass.hidden[j] += pass.embedding[i] * mix_[i * kHidden + j].value;
  }
  for (size_t i = 0; i < inputs_; ++i) {
    if (pass.inputs[i] == 0) continue;
    for (size_t j = 0; j < kHidden; ++j)
      pass.hidden[j] += pass.inputs[i] * contexts_[i * kHidden + j].value;
  }
  for (size_t j = 0; j < kHidden; ++j) {
    pass.hidden[j] = pass.shown[j] ? std::max(pass.hidden[j], 0.0F) * pass.hidden_scale : 0;
    for (size_t k = 0; k < classes_; ++k)
      pass.shares[k] += pass.hidden[j] * output_[j * classes_ + k].value;
  }
  const float top = *std::max_element(pass.shares.begin(), pass.shares.end());
  float sum = 0;
  for (float& s : pass.shares) sum += s = std::exp(s - top);
  for (float& s : pass.shares) s /= sum;
}

void WideDeepLearner::backward(const std::vector<uint32_t>& rows, const Case& example, Pass& pass,
                               float rate) {
  std::vector<float> slope(pass.shares);
  slope[example.label] -= 1;
  std::vector<float> hidden(kHidden, 0), embedding(kEmbedding, 0);
  for (size_t j = 0; j < kHidden; ++j) {
    if (pass.hidden[j] <= 0) continue;
    for (size_t k = 0; k < classes_; ++k) {
      Weight& w = output_[j * classes_ + k];
      hidden[j] += slope[k] * w.value;
      w.step(slope[k] * pass.hidden[j], rate * kNetRate);
    }
    hidden[j] *= pass.hidden_scale;
    biases_[j].step(hidden[j], rate * kNetRate);
  }
  for (size_t i = 0; i < kEmbedding; ++i) {
    for (size_t j = 0; j < kHidden; ++j) {
      if (hidden[j] == 0) continue;
      Weight& w = mix_[i * kHidden + j];
      embedding[i] += hidden[j] * w.value;
      w.step(hidden[j] * pass.embedding[i], rate * kNetRate);
    }
  }
  for (size_t i = 0; i < inputs_; ++i) {
    if (pass.inputs[i] == 0) continue;
    for (size_t j = 0; j < kHidden; ++j) {
      if (hidden[j] != 0)
        contexts_[i * kHidden + j].step(hidden[j] * pass.inputs[i], rate * kNetRate);
    }
  }
  for (const uint32_t row : rows) {
    for (size_t k = 0; k < classes_; ++k)
      wide_[row * classes_ + k].step(slope[k] * pass.features_scale, rate * kRate);
    for (size_t i = 0; row < embedded_ && i < kEmbedding; ++i)
      embeddings_[row * kEmbedding + i].step(embedding[i] * pass.features_scale, rate * kRate);
  }
}

void WideDeepLearner::learn(const std::vector<const Case*>& cases) {
  begin(cases);
  Random random(seed_ + 1);
  std::vector<size_t> order(cases.size());
  std::iota(order.begin(), order.end(), 0);
  Pass pass;
  pass.features_scale = 1 / (1 - kHiddenFeatures);
  pass.hidden_scale = 1 / (1 - kHiddenUnits);
  pass.inputs.resize(inputs_);
  pass.shown.resize(kHidden);
  size_t done = 0;
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (const size_t i : order) {
      const Case& example = *cases[i];
      std::vector<uint32_t> rows = rows_of(example);
      std::erase_if(rows, [&](uint32_t) { return drawn(random, kHiddenFeatures); });
      for (size_t k = 0; k < inputs_; ++k) {
        const float x = static_cast<float>(example.contexts[k] - kZero) / kUnit;
        pass.inputs[k] = drawn(random, kHiddenInputs) ? 0 : x / (1 - kHiddenInputs);
      }
      for (size_t j = 0; j < kHidden; ++j) pass.shown[j] = !drawn(random, kHiddenUnits);
      forward(rows, pass);
      const double part = static_cast<double>(done++) / static_cast<double>(kEpochs * cases.size());
      backward(rows, example, pass, static_cast<float>(0.5 * (1 + std::cos(3.14159265 * part))));
    }
  }
}

std::vector<double> WideDeepLearner::shares(const Case& example) const {
  Pass pass;
  pass.inputs.resize(inputs_);
  for (size_t k = 0; k < inputs_; ++k)
    pass.inputs[k] = static_cast<float>(example.contexts[k] - kZero) / kUnit;
  pass.shown.assign(kHidden, true);
  forward(rows_of(example), pass);
  return {pass.shares.begin(), pass.shares.end()};
}

namespace {

template <typename T>
T rounded(float value, int unit, double limit) {
  return static_cast<T>(std::lround(std::clamp(static_cast<double>(value) * unit, -limit, limit)));
}

}  // namespace

WideDeepWeights WideDeepLearner::weights() const {
  using namespace wide_deep;
  WideDeepWeights out;
  out.shape = {static_cast<uint32_t>(classes_), kEmbedding, kHidden};
  for (const auto& [feature, row] : index_) {
    WeightRow kept{feature, {}};
    const auto keep = [&](size_t at, float value, int unit) {
      const auto w = rounded<int16_t>(value, unit, 255);
      if (w != 0) kept.weights.emplace_back(static_cast<uint8_t>(at), w);
    };
    for (size_t k = 0; k < classes_; ++k) keep(k, wide_[row * classes_ + k].value, kWideUnit);
    for (size_t i = 0; row < embedded_ && i < kEmbedding; ++i)
      keep(classes_ + i, embeddings_[row * kEmbedding + i].value, kEmbeddingUnit);
    if (!kept.weights.empty()) out.rows.push_back(std::move(kept));
  }
  for (const Weight& w : mix_) out.mix.push_back(rounded<int16_t>(w.value, kMixUnit, 32767));
  for (size_t i = 0; i < contexts_.size(); ++i)
    out.contexts[i / (kContext * kHidden)].push_back(contexts_[i].value);
  for (const Weight& w : biases_) out.biases.push_back(rounded<int32_t>(w.value, kHiddenUnit, 1e9));
  for (const Weight& w : output_)
    out.output.push_back(rounded<int16_t>(w.value, kOutputUnit, 32767));
  return out;
}

namespace {

using Numbers = std::map<uint8_t, int>;

// Those of a row of one of two, as one of both: `shift` moves its embedding behind the other's.
void add_row(const WeightRow& row, size_t classes, size_t shift, Numbers& out) {
  for (const auto& [at, value] : row.weights) {
    if (at < classes)
      out[at] += value;
    else
      out[static_cast<uint8_t>(at + shift)] = value;
  }
}

// Two layers to a hidden one side by side: each is rows x its hidden units.
template <typename T>
std::vector<T> beside(const std::vector<T>& a, size_t a_hidden, const std::vector<T>& b,
                      size_t b_hidden) {
  std::vector<T> out;
  const size_t rows = a.size() / a_hidden;
  for (size_t i = 0; i < rows; ++i) {
    out.insert(out.end(), a.begin() + static_cast<ptrdiff_t>(i * a_hidden),
               a.begin() + static_cast<ptrdiff_t>((i + 1) * a_hidden));
    out.insert(out.end(), b.begin() + static_cast<ptrdiff_t>(i * b_hidden),
               b.begin() + static_cast<ptrdiff_t>((i + 1) * b_hidden));
  }
  return out;
}

template <typename T>
std::vector<T> behind(std::vector<T> a, const std::vector<T>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

int16_t half(int value) { return static_cast<int16_t>(std::lround(value / 2.0)); }

}  // namespace

WideDeepWeights mean_of(const WideDeepWeights& a, const WideDeepWeights& b) {
  const size_t classes = a.shape.classes, a_hidden = a.shape.hidden, b_hidden = b.shape.hidden;
  WideDeepWeights out;
  out.shape = {a.shape.classes, a.shape.embedding + b.shape.embedding,
               a.shape.hidden + b.shape.hidden};
  std::map<uint32_t, Numbers> rows;
  for (const WeightRow& row : a.rows) add_row(row, classes, 0, rows[row.feature]);
  for (const WeightRow& row : b.rows) add_row(row, classes, a.shape.embedding, rows[row.feature]);
  for (const auto& [feature, numbers] : rows) {
    WeightRow row{feature, {}};
    for (const auto& [at, value] : numbers) {
      const int16_t w = at < classes ? half(value) : static_cast<int16_t>(value);
      if (w != 0) row.weights.emplace_back(at, w);
    }
    if (!row.weights.empty()) out.rows.push_back(std::move(row));
  }
  const std::vector<int16_t> none_of_b(a.shape.embedding * b_hidden, 0);
  const std::vector<int16_t> none_of_a(b.shape.embedding * a_hidden, 0);
  out.mix = behind(beside(a.mix, a_hidden, none_of_b, b_hidden),
                   beside(none_of_a, a_hidden, b.mix, b_hidden));
  for (size_t place = 0; place < wide_deep::kContexts; ++place)
    out.contexts[place] = beside(a.contexts[place], a_hidden, b.contexts[place], b_hidden);
  out.biases = behind(a.biases, b.biases);
  for (const int16_t w : behind(a.output, b.output)) out.output.push_back(half(w));
  return out;
}

}  // namespace sitrep::training
