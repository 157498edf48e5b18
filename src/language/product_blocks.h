// The blocks in which the vector forms of `multiply` work. `Vector` gives the registers: kLanes
// outputs of 32 bits, zero(), weights(address), inputs(address of four of type Input, for every
// output), add(sum, inputs, weights), store(address, sum).
#pragma once

#include "language/kernels.h"

namespace sitrep {
namespace {

// A product's inputs in the type in which the registers take them.
template <typename Vector>
using InputsOf = const typename Vector::Input*;

template <typename Vector, size_t kWords, size_t kRegisters>
inline void multiply_block(const Product& p, InputsOf<Vector> inputs, size_t word, size_t j) {
  typename Vector::Sum sums[kWords][kRegisters];
  for (auto& row : sums) {
    for (auto& sum : row) sum = Vector::zero();
  }
  const size_t in = p.in, row = p.out * kInputs;
  InputsOf<Vector> x = inputs + word * in;
  const char* at = p.weights + j * kInputs;
  for (size_t k = 0; k < in; k += kInputs, at += row) {
    typename Vector::Weights weights[kRegisters];
    for (size_t r = 0; r < kRegisters; ++r)
      weights[r] = Vector::weights(at + r * Vector::kLanes * kInputs);
    for (size_t w = 0; w < kWords; ++w) {
      const auto four = Vector::inputs(x + w * in + k);
      for (size_t r = 0; r < kRegisters; ++r)
        sums[w][r] = Vector::add(sums[w][r], four, weights[r]);
    }
  }
  for (size_t w = 0; w < kWords; ++w) {
    for (size_t r = 0; r < kRegisters; ++r)
      Vector::store(p.y + (word + w) * p.out + j + r * Vector::kLanes, sums[w][r]);
  }
}

// A block of `words`, kWords at most.
template <typename Vector, size_t kWords, size_t kRegisters>
inline void multiply_words(const Product& p, InputsOf<Vector> inputs, size_t word, size_t words,
                           size_t j) {
  if constexpr (kWords > 0) {
    if (words == kWords)
      multiply_block<Vector, kWords, kRegisters>(p, inputs, word, j);
    else
      multiply_words<Vector, kWords - 1, kRegisters>(p, inputs, word, words, j);
  }
}

// All words for some outputs, so that the weights stay near while they are used; in blocks that are
// as even as can be, since small ones cost more a word.
template <typename Vector, size_t kWords, size_t kRegisters>
inline void multiply_columns(const Product& p, InputsOf<Vector> inputs, size_t j) {
  size_t blocks = (p.words + kWords - 1) / kWords;
  for (size_t word = 0; blocks > 0; --blocks) {
    const size_t words = (p.words - word + blocks - 1) / blocks;
    multiply_words<Vector, kWords, kRegisters>(p, inputs, word, words, j);
    word += words;
  }
}

template <typename Vector, size_t kWords, size_t kRegisters>
inline void multiply_in_blocks(const Product& p, InputsOf<Vector> inputs) {
  constexpr size_t kWide = kRegisters * Vector::kLanes, kNarrow = kOutputs;
  size_t j = 0;
  for (; j + kWide <= p.out; j += kWide) multiply_columns<Vector, kWords, kRegisters>(p, inputs, j);
  for (; j < p.out; j += kNarrow)
    multiply_columns<Vector, kWords, kNarrow / Vector::kLanes>(p, inputs, j);
}

}  // namespace
}  // namespace sitrep
