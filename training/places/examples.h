// Reports to examples: for each name, the features of its readings and which of them is meant.
#pragma once

#include "grounding/atlas_choice.h"
#include "marked.h"
#include "sitrep/knowledge.h"

namespace sitrep::training {

struct Example {
  std::vector<atlas::Features> readings;
  size_t meant = 0;
};

// With the beliefs that `weights` lead to. Names without the reading that is meant are left out,
// and those with a single reading.
std::vector<Example> examples_of(const Knowledge& knowledge, const MarkedReport& report,
                                 const atlas::Weights& weights);

}  // namespace sitrep::training
