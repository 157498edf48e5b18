#include "feature_index.h"

#include "learner.h"

namespace sitrep::training {

boost::unordered_flat_map<uint32_t, int> count_features(const std::vector<const Case*>& cases) {
  boost::unordered_flat_map<uint32_t, int> counts;
  for (const Case* c : cases) {
    for (const uint32_t feature : c->features) ++counts[feature];
  }
  return counts;
}

void number_features(const std::vector<const Case*>& cases,
                     const boost::unordered_flat_map<uint32_t, int>& counts, int least,
                     FeatureIndex& index) {
  for (const Case* c : cases) {
    for (const uint32_t feature : c->features) {
      if (counts.at(feature) >= least)
        index.try_emplace(feature, static_cast<uint32_t>(index.size()));
    }
  }
}

}  // namespace sitrep::training
