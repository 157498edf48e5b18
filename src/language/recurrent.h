// A layer that reads a sentence in both directions: simple recurrent units (Lei, Zhang, Wang, Dai
// and Artzi 2018).
//
//   forget f = sigmoid(Wf x + vf * c' + bf)     c' is the state at the word before
//   state  c = f * c' + (1 - f) * W x
//   reset  r = sigmoid(Wr x + vr * c' + br)
//   output h = r * c + (1 - r) * x              x: that half of the input which is the direction's
#pragma once

#include <array>
#include <vector>

#include "language/dense.h"

namespace sitrep {

struct RecurrentScratch {
  std::vector<uint8_t> input;
  std::vector<int32_t> sums;
  std::vector<float> state;
};

class Recurrent {
 public:
  static constexpr size_t kSections = Dense::kSections + 1;
  static Result<Recurrent> open(const BlobReader& blob, size_t first_section);
  size_t dim() const { return dense_.in(); }

  // Replaces the vectors of a sentence's words (words x dim) by the layer's outputs.
  void apply(std::vector<float>& x, size_t words, RecurrentScratch& scratch) const;

 private:
  Dense dense_;                              // to the W x, Wf x, Wr x forward, then backward
  std::array<std::vector<float>, 2> gates_;  // of each direction: vf, vr, bf, br
};

}  // namespace sitrep
