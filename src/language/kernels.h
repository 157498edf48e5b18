// The loops in which the network spends its time, in several forms: plain, and compiled for the
// vector instructions of newer processors. All forms give the same bits: products are of whole
// numbers, and the rest is done number by number without fused operations.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sitrep {

// Inputs of products are bytes: kZero stands for 0, kZero + kUnit for 1. Coarser than it may seem:
// trees do not get worse by it (docs/language-models.md).
constexpr int32_t kUnit = 16;
constexpr int32_t kZero = 128;
// Inputs and outputs of products come in multiples of these.
constexpr size_t kInputs = 4;
constexpr size_t kOutputs = 16;

// y[word * out + j] = sum over i of x[word * in + i] * weight(i, j), which is too much by kZero
// times the sum of j's weights: for the caller to take off. The weights of inputs 4k to 4k + 3 to
// output j lie side by side at [(k * out + j) * 4], so that one instruction multiplies and adds all
// four for many outputs.
struct Product {
  const uint8_t* x = nullptr;
  const char* weights = nullptr;  // int8
  int32_t* y = nullptr;
  size_t words = 0;
  size_t in = 0;
  size_t out = 0;
  bool narrow = false;  // no pair of weights is too large for kNarrow
};

// Weights are narrow where those of inputs 2i and 2i + 1 that have one sign add up to at most so
// much: then the sum of two products with bytes fits 16 bits, for which there is a faster way.
constexpr int32_t kNarrow = 128;
static_assert(kNarrow * UINT8_MAX <= INT16_MAX);

// One word in one direction of a recurrent layer (recurrent.h): `half` numbers each.
struct RecurrentStep {
  const int32_t* sums = nullptr;  // for new state, forget, reset: 3 * half
  float scale = 1;                // of the sums, as real numbers
  const char* biases = nullptr;   // floats to be added to them, at any address
  const float* gates = nullptr;   // vf, vr, bf, br: 4 * half
  float* state = nullptr;
  float* x = nullptr;  // input, then output
  size_t half = 0;
};

struct Kernels {
  void (*multiply)(const Product& product);
  // Rounded; what does not fit becomes the nearest that does.
  void (*quantise)(const float* x, size_t n, uint8_t* out);
  // The same, of the larger of 0 and x.
  void (*quantise_positive)(const float* x, size_t n, uint8_t* out);
  // out[i] = x[i] * scale + bias[i]; the bias at any address.
  void (*scale)(const int32_t* x, size_t n, float scale, const char* bias, float* out);
  // out[i] = (sum over k of rows[k][i]) * scale.
  void (*add_rows)(const signed char* const* rows, size_t count, size_t n, float scale, float* out);
  void (*step)(const RecurrentStep& step);
  // Where the first of the largest of n numbers is, n > 0; where some are none, any place.
  size_t (*best)(const float* x, size_t n);
};

const Kernels& kernels();  // the fastest form that the processor can run

extern const Kernels kPlainKernels;
#if defined(__x86_64__)
extern const Kernels kAvx2Kernels;
extern const Kernels kAvx512Kernels;
extern const Kernels kAmxKernels;  // the same, but for products
void multiply_in_tiles(const Product& product);
// Whether compiler, processor and system let this process use the registers of tiles; asks the
// system for them.
bool may_use_tiles();
#endif

}  // namespace sitrep
