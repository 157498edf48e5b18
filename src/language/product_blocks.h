// The blocks in which the vector forms of `multiply` work. `Vector` gives the registers: kLanes
// outputs of 32 bits, zero(), weights(address), inputs(four of them for every output), add(sum,
// inputs, weights), store(address, sum).
#pragma once

#include <cstring>

#include "language/kernels.h"

namespace sitrep {
namespace {

template <typename Vector, size_t kWords, size_t kRegisters>
inline void multiply_block(const Product& p, size_t word, size_t j) {
  typename Vector::Sum sums[kWords][kRegisters];
  for (auto& row : sums) {
    for (auto& sum : row) sum = Vector::zero();
  }
  for (size_t k = 0; k < p.in / kInputs; ++k) {
    typename Vector::Weights weights[kRegisters];
    for (size_t r = 0; r < kRegisters; ++r)
      weights[r] = Vector::weights(p.weights + (k * p.out + j + r * Vector::kLanes) * kInputs);
    for (size_t w = 0; w < kWords; ++w) {
      int32_t four;
      std::memcpy(&four, p.x + (word + w) * p.in + kInputs * k, sizeof four);
      const auto x = Vector::inputs(four);
      for (size_t r = 0; r < kRegisters; ++r) sums[w][r] = Vector::add(sums[w][r], x, weights[r]);
    }
  }
  for (size_t w = 0; w < kWords; ++w) {
    for (size_t r = 0; r < kRegisters; ++r)
      Vector::store(p.y + (word + w) * p.out + j + r * Vector::kLanes, sums[w][r]);
  }
}

// The last words, fewer than a block, in one block of their own.
template <typename Vector, size_t kWords, size_t kRegisters>
inline void multiply_rest(const Product& p, size_t word, size_t j) {
  if constexpr (kWords > 0) {
    if (p.words - word == kWords)
      multiply_block<Vector, kWords, kRegisters>(p, word, j);
    else
      multiply_rest<Vector, kWords - 1, kRegisters>(p, word, j);
  }
}

// All words for some outputs, so that the weights stay near while they are used.
template <typename Vector, size_t kWords, size_t kRegisters>
inline void multiply_columns(const Product& p, size_t j) {
  size_t word = 0;
  for (; word + kWords <= p.words; word += kWords)
    multiply_block<Vector, kWords, kRegisters>(p, word, j);
  multiply_rest<Vector, kWords - 1, kRegisters>(p, word, j);
}

template <typename Vector, size_t kWords, size_t kRegisters>
inline void multiply_in_blocks(const Product& p) {
  constexpr size_t kWide = kRegisters * Vector::kLanes, kNarrow = kOutputs;
  size_t j = 0;
  for (; j + kWide <= p.out; j += kWide) multiply_columns<Vector, kWords, kRegisters>(p, j);
  for (; j < p.out; j += kNarrow) multiply_columns<Vector, kWords, kNarrow / Vector::kLanes>(p, j);
}

}  // namespace
}  // namespace sitrep
