// A layer of weights, and its product with many inputs at once (kernels.h).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "language/blob.h"
#include "language/kernels.h"

namespace sitrep {

constexpr size_t padded_outputs(size_t n) { return (n + kOutputs - 1) / kOutputs * kOutputs; }

// To at least n: scratch for many sentences is not filled with zeros for each.
template <typename T>
void grow(std::vector<T>& scratch, size_t n) {
  if (scratch.size() < n) scratch.resize(n);
}

// Model sections of one layer: "in, out" (u32) and what 1 is in the weights (float); out biases
// (float), less what kZero adds to the sums; the weights (int8).
class Dense {
 public:
  static constexpr size_t kSections = 3;
  static Result<Dense> open(const BlobReader& blob, size_t first_section);
  // `weights`: in rows of `out`. Inputs and outputs are padded with zeros.
  static void write(BlobWriter& blob, size_t in, const std::vector<float>& weights,
                    const std::vector<float>& biases);

  size_t in() const { return in_; }
  size_t out() const { return out_; }
  // Sums without biases, for `words` inputs: words x out, and what was behind them before.
  void multiply(const std::vector<uint8_t>& x, size_t words, std::vector<int32_t>& sums) const;
  float scale() const { return scale_; }  // of a sum, as a real number
  const char* biases() const { return biases_.address(0); }
  // Sums as real numbers, with biases; into `sums` likewise.
  void apply(const std::vector<uint8_t>& x, size_t words, std::vector<int32_t>& scratch,
             std::vector<float>& sums) const;

 private:
  void narrow(std::string_view weights);

  size_t in_ = 0, out_ = 0;
  float scale_ = 1;  // of a sum, as a real number
  Packed<float> biases_;
  // The weights, but for what makes pairs too large (kNarrow), which stands apart.
  struct Rest {
    uint32_t input = 0;
    uint32_t output = 0;
    int32_t weight = 0;
  };
  std::string weights_;
  std::vector<Rest> rest_;
};

}  // namespace sitrep
