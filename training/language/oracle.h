// The dynamic oracle of arc-hybrid (Goldberg and Nivre 2013): what each move makes unreachable of
// the gold tree.
#pragma once

#include <array>
#include <vector>

#include "conllu.h"
#include "language/arc_hybrid.h"

namespace sitrep::training {

struct GoldTree {
  std::vector<int32_t> head;  // the root's number is the count of words
  std::vector<Rel> rel;
  std::vector<std::vector<int32_t>> dependents;  // of the root too
};

// Non-projective arcs are lifted to the nearest head that makes them projective.
GoldTree projective_gold(const Tree& tree);

constexpr int kForbidden = 1 << 20;
// Gold arcs lost by shift, left, right.
std::array<int, 3> move_costs(const ArcHybrid& state, const GoldTree& gold);

}  // namespace sitrep::training
