// Loops that compilers turn into the vector instructions they are compiled for. Included by the
// kernels_*.cpp files only, each of which gets its own copy.
#pragma once

#include <bit>
#include <cstring>

#include "language/kernels.h"

namespace sitrep {
namespace {

constexpr float kRound = 12582912.0f;  // 1.5 * 2^23: a float plus this has no fraction

// exp(x) for |x| <= 30, to about 1e-7 of itself: 2^n times a polynomial (Cephes' coefficients).
inline float exponential(float x) {
  constexpr float kLog2e = 1.44269504f, kLn2High = 0.693359375f, kLn2Low = -2.12194440e-4f;
  const float shifted = x * kLog2e + kRound;
  const float n = shifted - kRound;
  const float r = (x - n * kLn2High) - n * kLn2Low;
  float p = 1.9875691e-4f;
  p = p * r + 1.3981999e-3f;
  p = p * r + 8.3334519e-3f;
  p = p * r + 4.1665795e-2f;
  p = p * r + 1.6666665e-1f;
  p = p * r + 5.0e-1f;
  p = p * (r * r) + r + 1.0f;
  const uint32_t power = (std::bit_cast<uint32_t>(shifted) << 23) + 0x3F800000u;
  return p * std::bit_cast<float>(power);
}

inline float sigmoid(float x) {
  const float low = x < -30.0f ? -30.0f : x;
  const float bounded = low > 30.0f ? 30.0f : low;
  return 1.0f / (1.0f + exponential(-bounded));
}

inline int16_t quantised(float x) {
  const float scaled = x * static_cast<float>(kUnit);
  const float low = scaled < -32767.0f ? -32767.0f : scaled;
  const float bounded = low > 32767.0f ? 32767.0f : low;
  const int32_t bits = std::bit_cast<int32_t>(bounded + kRound);
  return static_cast<int16_t>(bits - std::bit_cast<int32_t>(kRound));
}

void quantise(const float* __restrict x, size_t n, int16_t* __restrict out) {
  for (size_t i = 0; i < n; ++i) out[i] = quantised(x[i]);
}

void quantise_positive(const float* __restrict x, size_t n, int16_t* __restrict out) {
  for (size_t i = 0; i < n; ++i) out[i] = quantised(x[i] > 0.0f ? x[i] : 0.0f);
}

void scale(const int32_t* __restrict x, size_t n, float unit, const char* __restrict bias,
           float* __restrict out) {
  for (size_t i = 0; i < n; ++i) {
    float b;
    std::memcpy(&b, bias + i * sizeof b, sizeof b);
    out[i] = static_cast<float>(x[i]) * unit + b;
  }
}

void step(const RecurrentStep& s) {
  const size_t half = s.half;
  const float* __restrict products = s.products;
  const float* __restrict gates = s.gates;
  float* __restrict state = s.state;
  float* __restrict x = s.x;
  for (size_t i = 0; i < half; ++i) {
    const float before = state[i];
    const float f =
        sigmoid(products[half + i] + gates[i] * before + gates[2 * half + i]);
    const float r =
        sigmoid(products[2 * half + i] + gates[half + i] * before + gates[3 * half + i]);
    const float c = f * before + (1.0f - f) * products[i];
    state[i] = c;
    x[i] = r * c + (1.0f - r) * x[i];
  }
}

}  // namespace
}  // namespace sitrep
