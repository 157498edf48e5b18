#if defined(__x86_64__)
#include <immintrin.h>

#include "language/kernel_loops.h"
#include "language/product_blocks.h"

namespace sitrep {

namespace {

struct Avx512 {
  static constexpr size_t kLanes = 16;
  using Input = uint8_t;
  using Sum = __m512i;
  using Weights = __m512i;
  static Sum zero() { return _mm512_setzero_si512(); }
  static Weights weights(const char* at) { return _mm512_loadu_si512(at); }
  static __m512i inputs(const Input* at) {
    int32_t four;
    std::memcpy(&four, at, sizeof four);
    return _mm512_set1_epi32(four);
  }
  static Sum add(Sum sum, __m512i x, Weights w) { return _mm512_dpbusd_epi32(sum, x, w); }
  static void store(int32_t* at, Sum sum) { _mm512_storeu_si512(at, sum); }
};

void multiply(const Product& product) { multiply_in_blocks<Avx512, 6, 4>(product, product.x); }

}  // namespace

const Kernels kAvx512Kernels = {multiply, quantise, quantise_positive, scale, add_rows, step, best};
const Kernels kAmxKernels = {
    multiply_in_tiles, quantise, quantise_positive, scale, add_rows, step, best};

}  // namespace sitrep
#endif
