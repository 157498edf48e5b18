#include <algorithm>

#include "language/kernel_loops.h"

namespace sitrep {

namespace {

void multiply(const Product& p) {
  for (size_t word = 0; word < p.words; ++word) {
    int32_t* y = p.y + word * p.out;
    std::fill(y, y + p.out, 0);
    for (size_t k = 0; k < p.in / 2; ++k) {
      const int32_t a = p.x[word * p.in + 2 * k], b = p.x[word * p.in + 2 * k + 1];
      const char* weights = p.weights + k * p.out * 4;
      for (size_t j = 0; j < p.out; ++j) {
        int16_t w[2];
        std::memcpy(w, weights + 4 * j, sizeof w);
        const uint32_t sum = static_cast<uint32_t>(a * w[0]) + static_cast<uint32_t>(b * w[1]);
        y[j] = static_cast<int32_t>(static_cast<uint32_t>(y[j]) + sum);
      }
    }
  }
}

}  // namespace

const Kernels kPlainKernels = {multiply, quantise, quantise_positive, scale, add_rows, step};

}  // namespace sitrep
