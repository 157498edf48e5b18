#include "language/dense.h"

#include <algorithm>
#include <cmath>

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
  const bool sound = h.in > 0 && h.in % 2 == 0 && h.in <= kMaxWidth && h.out > 0 &&
                     h.out % kOutputs == 0 && h.out <= kMaxWidth && std::isfinite(h.unit) &&
                     h.unit >= 1;
  if (!sound) return damaged();
  const std::string_view biases = blob.section(first_section + 1);
  dense.weights_ = blob.section(first_section + 2);
  if (biases.size() != dense.out_ * sizeof(float)) return damaged();
  if (dense.weights_.size() != dense.in_ * dense.out_ * sizeof(int16_t)) return damaged();
  dense.biases_ = Packed<float>(biases);
  dense.scale_ = 1.0f / (h.unit * kUnit);
  return dense;
}

void Dense::write(BlobWriter& blob, size_t in, const std::vector<float>& weights,
                  const std::vector<float>& biases) {
  const size_t given = biases.size(), out = padded_outputs(given);
  float largest = 1e-6f;
  for (float w : weights) largest = std::max(largest, std::abs(w));
  const float unit = std::clamp(8191.0f / largest, 1.0f, 8192.0f);
  std::vector<int16_t> packed(in * out, 0);
  for (size_t i = 0; i < in; ++i) {
    for (size_t j = 0; j < given; ++j) {
      packed[(i / 2 * out + j) * 2 + i % 2] =
          static_cast<int16_t>(std::lround(weights[i * given + j] * unit));
    }
  }
  std::vector<float> padded(biases);
  padded.resize(out, 0.0f);
  const Header header{static_cast<uint32_t>(in), static_cast<uint32_t>(out), unit};
  blob.add(std::string(reinterpret_cast<const char*>(&header), sizeof header));
  blob.add(padded);
  blob.add(packed);
}

void Dense::apply(const std::vector<int16_t>& x, size_t words, std::vector<int32_t>& scratch,
                  std::vector<float>& sums) const {
  scratch.resize(words * out_);
  sums.resize(words * out_);
  kernels().multiply({x.data(), weights_.data(), scratch.data(), words, in_, out_});
  for (size_t word = 0; word < words; ++word) {
    kernels().scale(scratch.data() + word * out_, out_, scale_, biases_.address(0),
                    sums.data() + word * out_);
  }
}

}  // namespace sitrep
