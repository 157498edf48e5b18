#include "language/recurrent.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace sitrep {

namespace {

Failure damaged() { return fail(Code::bad_knowledge, "language model: recurrent layer damaged"); }

std::vector<float> floats(std::string_view section, size_t part, size_t size) {
  std::vector<float> out(size);
  std::memcpy(out.data(), section.data() + part * size * sizeof(float), size * sizeof(float));
  return out;
}

// exp(x) for |x| <= 30: 2^n times a polynomial. Written so that compilers turn loops of it into
// vector instructions.
inline float exponential(float x) {
  constexpr float kLog2e = 1.44269504f, kRound = 12582912.0f;  // 1.5 * 2^23
  constexpr float kLn2High = 0.693359375f, kLn2Low = -2.12194440e-4f;
  const float shifted = x * kLog2e + kRound;
  const float n = shifted - kRound;
  const float r = (x - n * kLn2High) - n * kLn2Low;
  float p = 1.9875691e-4f;
  p = p * r + 1.3981999e-3f;
  p = p * r + 8.3334519e-3f;
  p = p * r + 4.1665795e-2f;
  p = p * r + 1.6666665e-1f;
  p = p * r + 5.0e-1f;
  p = p * r * r + r + 1.0f;
  const int32_t power = (std::bit_cast<int32_t>(shifted) << 23) + 0x3F800000;
  return p * std::bit_cast<float>(power);
}

inline float sigmoid_of(float x) {
  const float bounded = x < -30.0f ? -30.0f : (x > 30.0f ? 30.0f : x);
  return 1.0f / (1.0f + exponential(-bounded));
}

}  // namespace

float sigmoid(float x) { return sigmoid_of(x); }

Result<Recurrent> Recurrent::open(const BlobReader& blob, size_t first_section) {
  auto dense = Dense::open(blob, first_section);
  if (!dense) return tl::unexpected(dense.error());
  Recurrent layer;
  layer.dense_ = *dense;
  const size_t dim = dense->in(), half = dim / 2;
  const std::string_view gates = blob.section(first_section + Dense::kSections);
  if (dense->out() != 6 * half || dim % 4 != 0) return damaged();
  if (gates.size() != 2 * 4 * half * sizeof(float)) return damaged();
  for (size_t way = 0; way < 2; ++way) {
    layer.gates_[way] = {floats(gates, way * 4, half), floats(gates, way * 4 + 1, half),
                         floats(gates, way * 4 + 2, half), floats(gates, way * 4 + 3, half)};
  }
  return layer;
}

void Recurrent::step(const Gates& gates, const float* products, float* state, float* x) const {
  const size_t half = dim() / 2;
  const float *fs = gates.forget_state.data(), *rs = gates.reset_state.data();
  const float *fb = gates.forget_bias.data(), *rb = gates.reset_bias.data();
  for (size_t i = 0; i < half; ++i) {
    const float before = state[i];
    const float f = sigmoid_of(products[half + i] + fs[i] * before + fb[i]);
    const float r = sigmoid_of(products[2 * half + i] + rs[i] * before + rb[i]);
    const float c = f * before + (1.0f - f) * products[i];
    state[i] = c;
    x[i] = r * c + (1.0f - r) * x[i];
  }
}

void Recurrent::apply(std::vector<float>& x, size_t words, RecurrentScratch& scratch) const {
  const size_t half = dim() / 2, width = dense_.out();
  scratch.input.resize(words * dim());
  std::transform(x.begin(), x.end(), scratch.input.begin(), quantised);
  dense_.apply(scratch.input, words, scratch.sums, scratch.products);
  scratch.state.assign(half, 0.0f);
  for (size_t t = 0; t < words; ++t)
    step(gates_[0], scratch.products.data() + t * width, scratch.state.data(), &x[t * dim()]);
  scratch.state.assign(half, 0.0f);
  for (size_t t = words; t-- > 0;) {
    step(gates_[1], scratch.products.data() + t * width + 3 * half, scratch.state.data(),
         &x[t * dim() + half]);
  }
}

}  // namespace sitrep
