#include "language/recurrent.h"

namespace sitrep {

namespace {

Failure damaged() { return fail(Code::bad_knowledge, "language model: recurrent layer damaged"); }

}  // namespace

Result<Recurrent> Recurrent::open(const BlobReader& blob, size_t first_section) {
  auto dense = Dense::open(blob, first_section);
  if (!dense) return tl::unexpected(dense.error());
  Recurrent layer;
  layer.dense_ = *dense;
  const size_t dim = dense->in(), half = dim / 2, size = 4 * half;
  const std::string_view gates = blob.section(first_section + Dense::kSections);
  if (dense->out() != 6 * half || dim % 4 != 0) return damaged();
  if (gates.size() != 2 * size * sizeof(float)) return damaged();
  for (size_t way = 0; way < 2; ++way) {
    layer.gates_[way].resize(size);
    std::memcpy(layer.gates_[way].data(), gates.data() + way * size * sizeof(float),
                size * sizeof(float));
  }
  return layer;
}

void Recurrent::apply(std::vector<float>& x, size_t words, RecurrentScratch& scratch) const {
  const size_t half = dim() / 2, width = dense_.out();
  scratch.input.resize(words * dim());
  kernels().quantise(x.data(), x.size(), scratch.input.data());
  dense_.multiply(scratch.input, words, scratch.sums);
  const int32_t* sums = scratch.sums.data();
  const char* forward = dense_.biases();
  const char* backward = forward + 3 * half * sizeof(float);
  scratch.state.assign(half, 0.0f);
  float* state = scratch.state.data();
  for (size_t t = 0; t < words; ++t) {
    kernels().step(
        {sums + t * width, dense_.scale(), forward, gates_[0].data(), state, &x[t * dim()], half});
  }
  scratch.state.assign(half, 0.0f);
  for (size_t t = words; t-- > 0;) {
    kernels().step({sums + t * width + 3 * half, dense_.scale(), backward, gates_[1].data(), state,
                    &x[t * dim() + half], half});
  }
}

}  // namespace sitrep
