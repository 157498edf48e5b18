#include "language/dense.h"

#include <algorithm>
#include <cmath>

#include "language/dense_kernels.h"

namespace sitrep {

namespace {

constexpr size_t kMaxWidth = 4096;

using Kernel = void (*)(const Product&);

Kernel best_kernel() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw"))
    return multiply_avx512;
  if (__builtin_cpu_supports("avx2")) return multiply_avx2;
#endif
  return multiply_plain;
}

Failure damaged() { return fail(Code::bad_knowledge, "language model: layer damaged"); }

struct Header {
  uint32_t in = 0;
  uint32_t out = 0;
  float unit = 1;  // what 1 is in the weights
};

}  // namespace

void multiply(const Product& product) {
  static const Kernel kernel = best_kernel();
  kernel(product);
}

void multiply_plain(const Product& p) {
  for (size_t word = 0; word < p.words; ++word) {
    int32_t* y = p.y + word * p.out;
    std::fill(y, y + p.out, 0);
    for (size_t k = 0; k < p.in / 2; ++k) {
      const int32_t a = p.x[word * p.in + 2 * k], b = p.x[word * p.in + 2 * k + 1];
      const char* w = p.weights + k * p.out * 4;
      for (size_t j = 0; j < p.out; ++j) {
        const auto sum = static_cast<uint32_t>(a * load<int16_t>(w + 4 * j)) +
                         static_cast<uint32_t>(b * load<int16_t>(w + 4 * j + 2));
        y[j] = static_cast<int32_t>(static_cast<uint32_t>(y[j]) + sum);
      }
    }
  }
}

int16_t quantised(float x) {
  const float scaled = std::clamp(x * kUnit, -32767.0f, 32767.0f);
  return static_cast<int16_t>(static_cast<int32_t>(scaled + (scaled < 0 ? -0.5f : 0.5f)));
}

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
  multiply({x.data(), weights_.data(), scratch.data(), words, in_, out_});
  for (size_t word = 0; word < words; ++word) {
    const int32_t* from = scratch.data() + word * out_;
    float* to = sums.data() + word * out_;
    for (size_t j = 0; j < out_; ++j)
      to[j] = static_cast<float>(from[j]) * scale_ + load<float>(biases_.address(j));
  }
}

}  // namespace sitrep
