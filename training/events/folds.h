// Cases held out by report: each fold is judged, and read, by what was learnt without it.
#pragma once

#include <tbb/parallel_for.h>

#include <vector>

#include "learner.h"

namespace sitrep::training {

constexpr uint32_t kFolds = 4;

inline uint32_t fold_of(uint32_t group) { return group % kFolds; }

// A learner for each fold, of all other cases.
template <typename AnyLearner>
std::vector<AnyLearner> learnt_in_folds(const std::vector<Case>& cases, size_t classes) {
  std::vector<AnyLearner> out(kFolds, AnyLearner(classes));
  tbb::parallel_for(uint32_t{0}, kFolds, [&](uint32_t fold) {
    std::vector<const Case*> others;
    for (const Case& c : cases) {
      if (fold_of(c.group) != fold) others.push_back(&c);
    }
    out[fold].learn(others);
  });
  return out;
}

}  // namespace sitrep::training
