// A layer of weights, and its product with many inputs at once, in whole numbers: the same on every
// machine, whatever vector instructions it has.
//
// Inputs are int16, kUnit standing for 1. The weights of inputs 2k and 2k + 1 to output j lie side
// by side at [(k * out + j) * 2], so that one instruction multiplies and adds both for many
// outputs. `out` is a multiple of kOutputs, `in` is even.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/blob.h"

namespace sitrep {

constexpr int32_t kUnit = 512;
constexpr size_t kOutputs = 16;

constexpr size_t padded_outputs(size_t n) { return (n + kOutputs - 1) / kOutputs * kOutputs; }

// y[word * out + j] = sum over i of x[word * in + i] * weight(i, j), modulo 2^32.
struct Product {
  const int16_t* x = nullptr;
  const char* weights = nullptr;  // at any alignment
  int32_t* y = nullptr;
  size_t words = 0;
  size_t in = 0;
  size_t out = 0;
};
void multiply(const Product& product);

// The plain one, which the others must equal.
void multiply_plain(const Product& product);

// A float as int16, kUnit standing for 1; what does not fit becomes the nearest that does.
int16_t quantised(float x);

// Model sections of one layer: "in, out" (u32) and the weights' unit (float); out biases (float);
// the weights.
class Dense {
 public:
  static constexpr size_t kSections = 3;
  static Result<Dense> open(const BlobReader& blob, size_t first_section);
  // `weights`: in rows of `out`. Outputs are padded with zeros.
  static void write(BlobWriter& blob, size_t in, const std::vector<float>& weights,
                    const std::vector<float>& biases);

  size_t in() const { return in_; }
  size_t out() const { return out_; }
  // Sums with biases, for `words` inputs; replaces `sums` (words x out).
  void apply(const std::vector<int16_t>& x, size_t words, std::vector<int32_t>& scratch,
             std::vector<float>& sums) const;

 private:
  size_t in_ = 0, out_ = 0;
  float scale_ = 1;  // of a sum, as a real number
  Packed<float> biases_;
  std::string_view weights_;
};

}  // namespace sitrep
