// Loops that compilers turn into the vector instructions they are compiled for. Included by the
// kernels_*.cpp files only, each of which gets its own copy.
#pragma once

#include <bit>
#include <cstring>

#include "language/kernels.h"

namespace sitrep {
namespace {

constexpr float kRound = 12582912.0f;  // 1.5 * 2^23: a float plus this has no fraction

constexpr size_t kBlock = 64;  // numbers of a step done together

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

// 1 / (1 + exp(-x))
inline void sigmoids(float* x, size_t n) {
  for (size_t i = 0; i < n; ++i) {
    const float low = x[i] < -30.0f ? -30.0f : x[i];
    const float bounded = low > 30.0f ? 30.0f : low;
    x[i] = 1.0f / (1.0f + exponential(-bounded));
  }
}

inline uint8_t quantised(float x) {
  const float scaled = x * static_cast<float>(kUnit) + static_cast<float>(kZero);
  const float low = scaled < 0.0f ? 0.0f : scaled;
  const float bounded = low > 255.0f ? 255.0f : low;
  const int32_t bits = std::bit_cast<int32_t>(bounded + kRound);
  return static_cast<uint8_t>(bits - std::bit_cast<int32_t>(kRound));
}

inline void quantise(const float* __restrict x, size_t n, uint8_t* __restrict out) {
  for (size_t i = 0; i < n; ++i) out[i] = quantised(x[i]);
}

inline void quantise_positive(const float* __restrict x, size_t n, uint8_t* __restrict out) {
  for (size_t i = 0; i < n; ++i) out[i] = quantised(x[i] > 0.0f ? x[i] : 0.0f);
}

inline void scale(const int32_t* __restrict x, size_t n, float unit, const char* __restrict bias,
                  float* __restrict out) {
  for (size_t i = 0; i < n; ++i) {
    float b;
    std::memcpy(&b, bias + i * sizeof b, sizeof b);
    out[i] = static_cast<float>(x[i]) * unit + b;
  }
}

// Some numbers side by side, which compilers keep in registers.
constexpr size_t kSide = 16;
using Bytes = int8_t __attribute__((vector_size(kSide)));
using Shorts = int16_t __attribute__((vector_size(2 * kSide)));
using Reals = float __attribute__((vector_size(4 * kSide)));

inline void add_rows(const signed char* const* rows, size_t count, size_t n, float unit,
                     float* __restrict out) {
  size_t from = 0;
  for (; from + kSide <= n; from += kSide) {
    Shorts sums{};
    for (size_t k = 0; k < count; ++k) {
      Bytes row;
      std::memcpy(&row, rows[k] + from, sizeof row);
      sums += __builtin_convertvector(row, Shorts);
    }
    const Reals reals = __builtin_convertvector(sums, Reals) * unit;
    std::memcpy(out + from, &reals, sizeof reals);
  }
  for (; from < n; ++from) {
    int16_t sum = 0;
    for (size_t k = 0; k < count; ++k) sum = static_cast<int16_t>(sum + rows[k][from]);
    out[from] = static_cast<float>(sum) * unit;
  }
}

// Numbers [from, from + n) of a step.
inline void step_block(const RecurrentStep& s, size_t from, size_t n) {
  const size_t half = s.half;
  const float* __restrict gates = s.gates + from;
  float* __restrict state = s.state + from;
  float* __restrict x = s.x + from;
  float fresh[kBlock], forget[kBlock], reset[kBlock];
  const auto product = [&](size_t part, float* __restrict out) {
    const size_t at = part * half + from;
    scale(s.sums + at, n, s.scale, s.biases + at * sizeof(float), out);
  };
  product(0, fresh);
  product(1, forget);
  product(2, reset);
  for (size_t i = 0; i < n; ++i) {
    forget[i] = forget[i] + gates[i] * state[i] + gates[2 * half + i];
    reset[i] = reset[i] + gates[half + i] * state[i] + gates[3 * half + i];
  }
  sigmoids(forget, n);
  sigmoids(reset, n);
  for (size_t i = 0; i < n; ++i) {
    state[i] = forget[i] * state[i] + (1.0f - forget[i]) * fresh[i];
    x[i] = reset[i] * state[i] + (1.0f - reset[i]) * x[i];
  }
}

inline void step(const RecurrentStep& s) {
  size_t from = 0;
  for (; from + kBlock <= s.half; from += kBlock) step_block(s, from, kBlock);
  if (from < s.half) step_block(s, from, s.half - from);
}

// The larger ones, in lanes side by side, folded in halves.
inline float largest(const float* x, size_t n) {
  constexpr size_t kLanes = 8;
  float lanes[kLanes];
  for (float& lane : lanes) lane = x[0];
  size_t i = 0;
  for (; i + kLanes <= n; i += kLanes) {
    for (size_t k = 0; k < kLanes; ++k) lanes[k] = x[i + k] > lanes[k] ? x[i + k] : lanes[k];
  }
  for (size_t half = kLanes / 2; half > 0; half /= 2) {
    for (size_t k = 0; k < half; ++k)
      lanes[k] = lanes[k + half] > lanes[k] ? lanes[k + half] : lanes[k];
  }
  float most = lanes[0];
  for (; i < n; ++i) most = x[i] > most ? x[i] : most;
  return most;
}

// Without a branch on what is found where.
inline size_t best(const float* x, size_t n) {
  const float most = largest(x, n);
  const auto last = static_cast<int32_t>(n - 1);
  int32_t at = last;
  for (int32_t i = 0; i < last; ++i) {
    const int32_t here = x[i] == most ? i : last;
    at = here < at ? here : at;
  }
  return static_cast<size_t>(at);
}

}  // namespace
}  // namespace sitrep
