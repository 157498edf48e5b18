#if defined(__x86_64__)
#include <immintrin.h>

#include <vector>

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
  using Input = int16_t;
  using Sum = Pair;
  using Weights = Pair;
  // Compilers that are left free (GCC 12) run short of registers.
  static Pair held(Pair pair) {
    asm volatile("" : "+x"(pair.low), "+x"(pair.high));
    return pair;
  }
  static Sum zero() { return {_mm256_setzero_si256(), _mm256_setzero_si256()}; }
  static Weights weights(const char* at) {
    const auto half = [&](size_t i) {
      return _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at) + i));
    };
    return held({half(0), half(1)});
  }
  static __m256i inputs(const Input* at) {
    return _mm256_broadcastq_epi64(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(at)));
  }
  static Sum add(Sum sum, __m256i x, Weights w) {
    return held({_mm256_add_epi32(sum.low, _mm256_madd_epi16(x, w.low)),
                 _mm256_add_epi32(sum.high, _mm256_madd_epi16(x, w.high))});
  }
  static void store(int32_t* at, Sum sum) {
    const __m256i mixed = _mm256_hadd_epi32(sum.low, sum.high);  // outputs 0 1 4 5, 2 3 6 7
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(at), _mm256_permute4x64_epi64(mixed, 0xD8));
  }
};

// Of narrow weights, bytes as they are.
struct NarrowAvx2 {
  static constexpr size_t kLanes = 8;
  using Input = uint8_t;
  using Sum = __m256i;
  using Weights = __m256i;
  static __m256i held(__m256i x) {
    asm volatile("" : "+x"(x));
    return x;
  }
  static Sum zero() { return _mm256_setzero_si256(); }
  static Weights weights(const char* at) {
    return held(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(at)));
  }
  static __m256i inputs(const Input* at) {
    int32_t four;
    std::memcpy(&four, at, sizeof four);
    return _mm256_set1_epi32(four);
  }
  static Sum add(Sum sum, __m256i x, Weights w) {
    const __m256i pairs = _mm256_maddubs_epi16(x, w);
    return held(_mm256_add_epi32(sum, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1))));
  }
  static void store(int32_t* at, Sum sum) {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(at), sum);
  }
};

// Inputs are widened once for all outputs.
void multiply_wide(const Product& product) {
  thread_local std::vector<int16_t> wide;
  const size_t n = product.words * product.in;
  if (wide.size() < n) wide.resize(n);
  for (size_t i = 0; i < n; ++i) wide[i] = product.x[i];
  multiply_in_blocks<Avx2, 4, 1>(product, wide.data());
}

void multiply(const Product& product) {
  if (!product.narrow) return multiply_wide(product);
  multiply_in_blocks<NarrowAvx2, 4, 2>(product, product.x);
}

// As quantised() does it, eight numbers at once; compilers turn the loop into much more.
__m256i quantised(__m256 x) {
  const __m256 scaled =
      _mm256_add_ps(_mm256_mul_ps(x, _mm256_set1_ps(kUnit)), _mm256_set1_ps(kZero));
  const __m256 low = _mm256_max_ps(_mm256_setzero_ps(), scaled);
  const __m256 bounded = _mm256_min_ps(_mm256_set1_ps(255.0f), low);
  const __m256i bits = _mm256_castps_si256(_mm256_add_ps(bounded, _mm256_set1_ps(kRound)));
  return _mm256_and_si256(bits, _mm256_set1_epi32(255));  // those of kRound are 0 there
}

template <bool kPositive>
void quantise_vectors(const float* x, size_t n, uint8_t* out) {
  const auto eight = [&](size_t i) {
    const __m256 numbers = _mm256_loadu_ps(x + i);
    return quantised(kPositive ? _mm256_max_ps(numbers, _mm256_setzero_ps()) : numbers);
  };
  const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
  size_t i = 0;
  for (; i + 32 <= n; i += 32) {
    const __m256i first = _mm256_packus_epi32(eight(i), eight(i + 8));
    const __m256i second = _mm256_packus_epi32(eight(i + 16), eight(i + 24));
    const __m256i bytes = _mm256_packus_epi16(first, second);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + i),
                        _mm256_permutevar8x32_epi32(bytes, order));
  }
  if constexpr (kPositive)
    quantise_positive(x + i, n - i, out + i);
  else
    quantise(x + i, n - i, out + i);
}

}  // namespace

const Kernels kAvx2Kernels = {
    multiply, quantise_vectors<false>, quantise_vectors<true>, scale, add_rows, step, best};

}  // namespace sitrep
#endif
