#if defined(__x86_64__)
#include <immintrin.h>

#include "language/kernel_loops.h"
#include "language/product_blocks.h"

namespace sitrep {

namespace {

struct Avx2 {
  static constexpr size_t kLanes = 8;
  using Sum = __m256i;
  using Weights = __m256i;
  static Sum zero() { return _mm256_setzero_si256(); }
  static Weights weights(const char* at) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at));
  }
  static Weights pair(int32_t x) { return _mm256_set1_epi32(x); }
  static Sum add(Sum sum, Weights x, Weights w) {
    return _mm256_add_epi32(sum, _mm256_madd_epi16(x, w));
  }
  static void store(int32_t* at, Sum sum) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(at), sum);
  }
};

void multiply(const Product& product) { multiply_in_blocks<Avx2, 2>(product); }

}  // namespace

const Kernels kAvx2Kernels = {multiply, quantise, quantise_positive, scale, add_rows, step};

}  // namespace sitrep
#endif
