// A log-linear model over the readings of a name.
#pragma once

#include <vector>

#include "examples.h"

namespace sitrep::training {

struct Bin {  // names whose likeliest reading was given about the same probability
  size_t count = 0, right = 0;
  double given = 0;  // sum
};

struct Outcome {
  size_t count = 0, right = 0;
  double loss = 0;  // mean of -log of what the reading meant was given
  std::array<Bin, 5> bins = {};
};

// The weights that make the readings meant likeliest, with a pull toward nought.
void learn(const std::vector<Example>& examples, atlas::Weights& weights);
Outcome judge(const std::vector<Example>& examples, const atlas::Weights& weights,
              double sharpness);
// The factor on all weights under which the probabilities are the most honest.
double best_sharpness(const std::vector<Example>& examples, const atlas::Weights& weights);

}  // namespace sitrep::training
