#include "grounding/atlas_choice.h"

#include <algorithm>
#include <cmath>

#include "grounding/atlas_weights.h"

namespace sitrep::atlas {

namespace {

constexpr int kRounds = 3;
// The score of "none of these", which no table holds: likelier beside nothing but hamlets, where a
// report that never speaks of their country means something else.
constexpr double kNowhere = -1.5;
constexpr double kNoHamlet = 0.5;
constexpr double kNoNeighbourhood = 2.0;

double weigh(const Weights& weights, const Features& features, size_t first, size_t last) {
  double sum = 0;
  for (size_t i = first; i < last; ++i) sum += weights[i] * features[i];
  return sum;
}

double score_of_nowhere(const Name& name) {
  if (name.neighbourhood) return kNoNeighbourhood;
  const bool hamlets = std::all_of(name.readings.begin(), name.readings.end(),
                                   [](const Reading& r) { return r.sort == Sort::hamlet; });
  return hamlets ? kNoHamlet : kNowhere;
}

void softmax(Name& name, const std::vector<double>& scores) {
  if (name.readings.empty()) return;
  const double nowhere = score_of_nowhere(name);
  const double top = std::max(nowhere, *std::max_element(scores.begin(), scores.end()));
  double total = std::exp(nowhere - top);
  for (size_t i = 0; i < scores.size(); ++i)
    total += name.readings[i].share = std::exp(scores[i] - top);
  for (Reading& reading : name.readings) reading.share /= total;
}

// By themselves: only the unambiguous are sure.
void decide_alone(Name& name, const Weights& weights, std::vector<double>& scores) {
  scores.clear();
  for (Reading& reading : name.readings) {
    Features features{};
    add_fixed_features(name, reading, features);
    reading.prior = weigh(weights, features, 0, kFixedFeatures);
    scores.push_back(reading.prior);
  }
  softmax(name, scores);
}

}  // namespace

const Weights& learnt_weights() { return kLearntWeights; }

void decide(std::vector<Name>& names, std::string_view home, const Weights& weights) {
  std::vector<double> scores;
  for (Name& name : names) decide_alone(name, weights, scores);
  for (int round = 0; round < kRounds; ++round) {
    Evidence evidence(names, home);
    for (uint32_t i = 0; i < names.size(); ++i) {
      scores.clear();
      for (const Reading& reading : names[i].readings) {
        Features features{};
        evidence.add(i, reading, features);
        scores.push_back(reading.prior + weigh(weights, features, kFixedFeatures, kFeatures));
      }
      softmax(names[i], scores);
    }
  }
}

}  // namespace sitrep::atlas
