#if defined(__x86_64__)
#include <immintrin.h>

#include "language/kernel_loops.h"
#include "language/product_blocks.h"

namespace sitrep {

namespace {

struct Avx512 {
  static constexpr size_t kLanes = 16;
  using Sum = __m512i;
  using Weights = __m512i;
  static Sum zero() { return _mm512_setzero_si512(); }
  static Weights weights(const char* at) { return _mm512_loadu_si512(at); }
  static Weights pair(int32_t x) { return _mm512_set1_epi32(x); }
  static Sum add(Sum sum, Weights x, Weights w) { return _mm512_dpwssd_epi32(sum, x, w); }
  static void store(int32_t* at, Sum sum) { _mm512_storeu_si512(at, sum); }
};

void multiply(const Product& product) { multiply_in_blocks<Avx512, 4>(product); }

}  // namespace

const Kernels kAvx512Kernels = {multiply, quantise, quantise_positive, scale, add_rows, step};

}  // namespace sitrep
#endif
