#include "perceptron.h"

#include <algorithm>
#include <cmath>

namespace sitrep::training {

namespace {

size_t bytes_of(const std::vector<WeightRow>& rows) {
  size_t bytes = 0;
  for (const WeightRow& row : rows) bytes += 6 + 2 * row.weights.size();
  return bytes;
}

}  // namespace

uint64_t Random::next() {
  uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
  return z ^ (z >> 31);
}

Perceptron::Perceptron() : slots_(1 << 16) {}

const Perceptron::Row* Perceptron::find(uint32_t feature) const {
  const size_t mask = slots_.size() - 1;
  for (size_t at = feature & mask; slots_[at] != 0; at = (at + 1) & mask) {
    const Row& row = rows_[slots_[at] - 1];
    if (row.feature == feature) return &row;
  }
  return nullptr;
}

Perceptron::Row& Perceptron::row(uint32_t feature) {
  if (const Row* known = find(feature)) return const_cast<Row&>(*known);
  if ((rows_.size() + 1) * 2 > slots_.size()) grow();
  const size_t mask = slots_.size() - 1;
  size_t at = feature & mask;
  while (slots_[at] != 0) at = (at + 1) & mask;
  rows_.push_back({.feature = feature, .updates = 0, .weights = {}});
  slots_[at] = static_cast<uint32_t>(rows_.size());
  return rows_.back();
}

void Perceptron::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const size_t mask = slots_.size() - 1;
  for (size_t i = 0; i < rows_.size(); ++i) {
    size_t at = rows_[i].feature & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = static_cast<uint32_t>(i + 1);
  }
}

void Perceptron::score(std::span<const uint32_t> features, FloatScores& scores) const {
  const size_t mask = slots_.size() - 1;
  for (uint32_t feature : features) __builtin_prefetch(&slots_[feature & mask]);
  for (uint32_t feature : features) {
    const Row* row = find(feature);
    if (row == nullptr) continue;
    for (const Weight& weight : row->weights) scores[weight.cls] += weight.value;
  }
}

void Perceptron::change(Row& row, uint8_t cls, float direction) {
  auto at = std::find_if(row.weights.begin(), row.weights.end(),
                         [cls](const Weight& w) { return w.cls == cls; });
  if (at == row.weights.end()) at = row.weights.insert(at, {.since = now_, .cls = cls});
  at->total += double{at->value} * (now_ - at->since);
  at->since = now_;
  at->value += direction / std::sqrt(++at->steps);
}

void Perceptron::update(std::span<const uint32_t> features, uint8_t good, uint8_t bad) {
  for (uint32_t feature : features) {
    Row& r = row(feature);
    ++r.updates;
    change(r, good, 1);
    change(r, bad, -1);
  }
}

float Perceptron::average(const Weight& weight) const {
  const double total = weight.total + double{weight.value} * (now_ - weight.since);
  return static_cast<float>(total / now_);
}

std::vector<WeightRow> Perceptron::averaged(const Shrink& shrink) const {
  std::vector<float> sizes;
  for (const Row& row : rows_) {
    if (row.updates < shrink.min_updates) continue;
    for (const Weight& weight : row.weights) sizes.push_back(std::abs(average(weight)));
  }
  if (sizes.empty()) return {};
  const auto high =
      sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() - 1 - sizes.size() / 2000);
  std::nth_element(sizes.begin(), high, sizes.end());
  const float scale = 255.0f / std::max(*high, 1e-6f);
  std::vector<WeightRow> rows;
  for (float threshold = std::max(shrink.min_weight, 0.5f);; threshold *= 1.15f) {
    rows.clear();
    for (const Row& row : rows_) {
      if (row.updates < shrink.min_updates) continue;
      WeightRow out{.feature = row.feature, .weights = {}};
      for (const Weight& weight : row.weights) {
        const float value = std::clamp(average(weight) * scale, -256.0f, 255.0f);
        if (std::abs(value) < threshold) continue;
        out.weights.push_back({weight.cls, static_cast<int16_t>(std::lround(value))});
      }
      if (!out.weights.empty()) rows.push_back(std::move(out));
    }
    if (bytes_of(rows) <= shrink.max_bytes) return rows;
  }
}

}  // namespace sitrep::training
