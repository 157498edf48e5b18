// The blocks in which the vector forms of `multiply` work. `Vector` gives the registers: kLanes
// outputs of 32 bits, zero(), weights(address), pair(two inputs in every lane), add(sum, pair,
// weights), store(address, sum).
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
  for (size_t k = 0; k < p.in / 2; ++k) {
    typename Vector::Weights weights[kRegisters];
    for (size_t r = 0; r < kRegisters; ++r)
      weights[r] = Vector::weights(p.weights + (k * p.out + j + r * Vector::kLanes) * 4);
    for (size_t w = 0; w < kWords; ++w) {
      int32_t pair;
      std::memcpy(&pair, p.x + (word + w) * p.in + 2 * k, sizeof pair);
      const auto x = Vector::pair(pair);
      for (size_t r = 0; r < kRegisters; ++r) sums[w][r] = Vector::add(sums[w][r], x, weights[r]);
    }
  }
  for (size_t w = 0; w < kWords; ++w) {
    for (size_t r = 0; r < kRegisters; ++r)
      Vector::store(p.y + (word + w) * p.out + j + r * Vector::kLanes, sums[w][r]);
  }
}

// All words for some outputs, so that the weights stay near while they are used.
template <typename Vector, size_t kWords, size_t kRegisters>
inline void multiply_columns(const Product& p, size_t j) {
  size_t word = 0;
  for (; word + kWords <= p.words; word += kWords)
    multiply_block<Vector, kWords, kRegisters>(p, word, j);
  for (; word < p.words; ++word) multiply_block<Vector, 1, kRegisters>(p, word, j);
}

template <typename Vector, size_t kWords>
inline void multiply_in_blocks(const Product& p) {
  constexpr size_t kWide = 4 * Vector::kLanes, kNarrow = kOutputs;
  size_t j = 0;
  for (; j + kWide <= p.out; j += kWide) multiply_columns<Vector, kWords, 4>(p, j);
  for (; j < p.out; j += kNarrow) multiply_columns<Vector, kWords, kNarrow / Vector::kLanes>(p, j);
}

}  // namespace
}  // namespace sitrep
