#include "language/dense.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sitrep {

namespace {

constexpr size_t kMaxWidth = 4096;

Failure damaged() { return fail(Code::bad_knowledge, "language model: layer damaged"); }

struct Header {
  uint32_t in = 0;
  uint32_t out = 0;
  float unit = 1;  // what 1 is in the weights
};

}  // namespace

Result<Dense> Dense::open(const BlobReader& blob, size_t first_section) {
  const std::string_view header = blob.section(first_section);
  if (header.size() != sizeof(Header)) return damaged();
  const auto h = load<Header>(header.data());
  Dense dense;
  dense.in_ = h.in, dense.out_ = h.out;
  const bool sound = h.in > 0 && h.in % kInputs == 0 && h.in <= kMaxWidth && h.out > 0 &&
                     h.out % kOutputs == 0 && h.out <= kMaxWidth && std::isfinite(h.unit) &&
                     h.unit > 0;
  if (!sound) return damaged();
  const std::string_view biases = blob.section(first_section + 1);
  const std::string_view weights = blob.section(first_section + 2);
  if (biases.size() != dense.out_ * sizeof(float)) return damaged();
  if (weights.size() != dense.in_ * dense.out_) return damaged();
  dense.narrow(weights);
  dense.biases_ = Packed<float>(biases);
  dense.scale_ = 1.0f / (h.unit * kUnit);
  return dense;
}

// Of a pair that is too large, each keeps half of what it may be.
void Dense::narrow(std::string_view weights) {
  weights_ = weights;
  const auto cut = [&](size_t at) {
    constexpr signed char kHalf = kNarrow / 2;
    const auto whole = static_cast<signed char>(weights[at]);
    const signed char kept = std::clamp<signed char>(whole, -kHalf, kHalf);
    weights_[at] = static_cast<char>(kept);
    const size_t four = at / kInputs;
    if (kept != whole)
      rest_.push_back({static_cast<uint32_t>(four / out_ * kInputs + at % kInputs),
                       static_cast<uint32_t>(four % out_), whole - kept});
  };
  for (size_t at = 0; at + 1 < weights.size(); at += 2) {
    const auto first = static_cast<signed char>(weights[at]);
    const auto second = static_cast<signed char>(weights[at + 1]);
    const bool one_sign = (first < 0) == (second < 0);
    if (one_sign && std::abs(first + second) > kNarrow) cut(at), cut(at + 1);
  }
}

void Dense::write(BlobWriter& blob, size_t in, const std::vector<float>& weights,
                  const std::vector<float>& biases) {
  const size_t given = biases.size(), out = padded_outputs(given);
  float largest = 1e-6f;
  for (float w : weights) largest = std::max(largest, std::abs(w));
  const float unit = 127.0f / largest;
  const size_t rows = (in + kInputs - 1) / kInputs * kInputs;
  std::vector<int8_t> packed(rows * out, 0);
  std::vector<int32_t> totals(out, 0);  // of the weights to each output
  for (size_t i = 0; i < in; ++i) {
    for (size_t j = 0; j < given; ++j) {
      const auto weight = static_cast<int8_t>(std::lround(weights[i * given + j] * unit));
      packed[(i / kInputs * out + j) * kInputs + i % kInputs] = weight;
      totals[j] += weight;
    }
  }
  std::vector<float> padded(biases);
  padded.resize(out, 0.0f);
  for (size_t j = 0; j < out; ++j)
    padded[j] -= static_cast<float>(kZero * totals[j]) / (unit * kUnit);
  const Header header{static_cast<uint32_t>(rows), static_cast<uint32_t>(out), unit};
  blob.add(std::string(reinterpret_cast<const char*>(&header), sizeof header));
  blob.add(padded);
  blob.add(packed);
}

void Dense::multiply(const std::vector<uint8_t>& x, size_t words,
                     std::vector<int32_t>& sums) const {
  grow(sums, words * out_);
  kernels().multiply({x.data(), weights_.data(), sums.data(), words, in_, out_, true});
  for (const Rest& rest : rest_) {
    for (size_t word = 0; word < words; ++word)
      sums[word * out_ + rest.output] += x[word * in_ + rest.input] * rest.weight;
  }
}

void Dense::apply(const std::vector<uint8_t>& x, size_t words, std::vector<int32_t>& scratch,
                  std::vector<float>& sums) const {
  multiply(x, words, scratch);
  grow(sums, words * out_);
  for (size_t word = 0; word < words; ++word) {
    kernels().scale(scratch.data() + word * out_, out_, scale_, biases_.address(0),
                    sums.data() + word * out_);
  }
}

}  // namespace sitrep
