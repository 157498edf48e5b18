#include "events/wide_deep.h"

#include <algorithm>

#include "language/document.h"

namespace sitrep {

namespace {

using namespace wide_deep;

template <typename T>
std::vector<T> numbers(std::string_view bytes) {
  std::vector<T> out(bytes.size() / sizeof(T));
  std::memcpy(out.data(), bytes.data(), out.size() * sizeof(T));
  return out;
}

bool sound(const wide_deep::Shape& s, uint32_t classes) {
  return s.classes == classes && s.classes + s.embedding <= kMaxClasses && s.hidden > 0 &&
         s.hidden <= kMaxHidden && s.hidden % kOutputs == 0;
}

// Adds `x` times a row of `weights` to the hidden layer. Of 16 bits both, so that compilers find an
// instruction that multiplies many of them.
void add_row(int16_t x, const int16_t* __restrict weights, size_t hidden,
             int32_t* __restrict sums) {
  for (size_t j = 0; j < hidden; ++j) sums[j] += int32_t{x} * int32_t{weights[j]};
}

// The nearest whole number, halves away from nought; what std::lround says of a float.
int32_t rounded(float x) { return static_cast<int32_t>(double{x} + (x < 0 ? -0.5 : 0.5)); }

std::vector<int16_t> transposed(const std::vector<int16_t>& weights, size_t rows, size_t columns) {
  std::vector<int16_t> out(weights.size());
  for (size_t i = 0; i < rows; ++i) {
    for (size_t j = 0; j < columns; ++j) out[j * rows + i] = weights[i * columns + j];
  }
  return out;
}

}  // namespace

Result<WideDeep> WideDeep::open(const BlobReader& blob, size_t first, uint32_t classes) {
  const auto damaged = fail(Code::bad_knowledge, "events model: scorer damaged");
  const std::string_view shape = blob.section(first + 2);
  if (shape.size() != sizeof(wide_deep::Shape)) return damaged;
  WideDeep out;
  out.shape_ = load<wide_deep::Shape>(shape.data());
  auto rows = LinearModel::open(blob.section(first), blob.section(first + 1));
  if (!rows) return Failure(rows.error());
  out.rows_ = *rows;
  out.mix_ = numbers<int16_t>(blob.section(first + 3));
  out.biases_ = numbers<int32_t>(blob.section(first + 4));
  out.output_ = numbers<int16_t>(blob.section(first + 5));
  const wide_deep::Shape& s = out.shape_;
  const bool whole = sound(s, classes) && out.mix_.size() == size_t{s.embedding} * s.hidden &&
                     out.biases_.size() == s.hidden &&
                     out.output_.size() == size_t{s.hidden} * s.classes;
  if (!whole) return damaged;
  out.output_ = transposed(out.output_, s.hidden, s.classes);
  for (size_t place = 0; place < kContexts; ++place) {
    auto layer = Dense::open(blob, first + 6 + place * Dense::kSections);
    if (!layer || layer->in() != kContext || layer->out() != s.hidden) return damaged;
    out.contexts_[place] = *layer;
  }
  return out;
}

void WideDeep::write(BlobWriter& blob, WideDeepWeights weights) {
  LinearModel::write(blob, std::move(weights.rows));
  blob.add(std::vector<wide_deep::Shape>{weights.shape});
  blob.add(weights.mix);
  blob.add(weights.biases);
  blob.add(weights.output);
  for (const auto& layer : weights.contexts)
    Dense::write(blob, kContext, layer, std::vector<float>(weights.shape.hidden, 0));
}

void WideDeep::of_context(size_t place, std::span<const uint8_t> context, Scratch& scratch,
                          std::span<int32_t> out) const {
  if (context.size() != kContext) {
    std::fill(out.begin(), out.end(), 0);
    return;
  }
  scratch.context.assign(context.begin(), context.end());
  contexts_[place].apply(scratch.context, 1, scratch.sums, scratch.hidden);
  for (size_t j = 0; j < shape_.hidden; ++j) out[j] = rounded(scratch.hidden[j] * kHiddenUnit);
}

void WideDeep::score(const Scores& scores, std::span<const int32_t> contexts,
                     std::span<double> out) const {
  const size_t hidden = shape_.hidden, classes = shape_.classes;
  std::array<int32_t, kMaxHidden> sums;
  for (size_t j = 0; j < hidden; ++j) sums[j] = biases_[j] + contexts[j];
  for (size_t i = 0; i < shape_.embedding; ++i)
    add_row(scores[classes + i], &mix_[i * hidden], hidden, sums.data());
  constexpr int32_t kStep = kHiddenUnit / kRoundedUnit;
  constexpr double kSum = 1.0 / (kRoundedUnit * kOutputUnit);
  for (size_t j = 0; j < hidden; ++j) sums[j] = std::max(sums[j], 0) / kStep;
  for (size_t k = 0; k < classes; ++k) {
    const int16_t* weights = &output_[k * hidden];
    int64_t deep = 0;
    for (size_t j = 0; j < hidden; ++j) deep += int64_t{sums[j]} * weights[j];
    out[k] = static_cast<double>(scores[k]) / kWideUnit + static_cast<double>(deep) * kSum;
  }
}

}  // namespace sitrep
