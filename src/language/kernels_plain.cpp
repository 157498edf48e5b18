#include <algorithm>

#include "language/kernel_loops.h"

namespace sitrep {

namespace {

void multiply(const Product& p) {
  for (size_t word = 0; word < p.words; ++word) {
    int32_t* y = p.y + word * p.out;
    std::fill(y, y + p.out, 0);
    for (size_t k = 0; k < p.in / kInputs; ++k) {
      const uint8_t* x = p.x + word * p.in + k * kInputs;
      const auto* weights = reinterpret_cast<const signed char*>(p.weights) + k * p.out * kInputs;
      for (size_t j = 0; j < p.out; ++j) {
        for (size_t i = 0; i < kInputs; ++i) y[j] += x[i] * weights[j * kInputs + i];
      }
    }
  }
}

}  // namespace

const Kernels kPlainKernels = {multiply, quantise, quantise_positive, scale, add_rows, step, best};

}  // namespace sitrep
