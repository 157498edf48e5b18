#if defined(__x86_64__)
#include <immintrin.h>

#include "language/kernel_loops.h"
#include "language/product_blocks.h"

namespace sitrep {

namespace {

// Bytes are widened to 16 bits first: the instruction that takes bytes would cut off large sums.
// Outputs 0 to 3 and 4 to 7 are summed apart, each in two halves until it is stored.
struct Avx2 {
  static constexpr size_t kLanes = 8;
  struct Pair {
    __m256i low, high;
  };
  using Sum = Pair;
  using Weights = Pair;
  using Inputs = __m256i;
  static Sum zero() { return {_mm256_setzero_si256(), _mm256_setzero_si256()}; }
  static Weights weights(const char* at) {
    const auto half = [&](size_t i) {
      return _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at) + i));
    };
    return {half(0), half(1)};
  }
  static Inputs inputs(int32_t four) {
    return _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(four)));
  }
  static Sum add(Sum sum, Inputs x, Weights w) {
    return {_mm256_add_epi32(sum.low, _mm256_madd_epi16(x, w.low)),
            _mm256_add_epi32(sum.high, _mm256_madd_epi16(x, w.high))};
  }
  static void store(int32_t* at, Sum sum) {
    const __m256i mixed = _mm256_hadd_epi32(sum.low, sum.high);  // outputs 0 1 4 5, 2 3 6 7
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(at), _mm256_permute4x64_epi64(mixed, 0xD8));
  }
};

void multiply(const Product& product) { multiply_in_blocks<Avx2, 2, 2>(product); }

}  // namespace

const Kernels kAvx2Kernels = {multiply, quantise, quantise_positive, scale, add_rows, step, best};

}  // namespace sitrep
#endif
