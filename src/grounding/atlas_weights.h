// Written by training/places/train.sh; weights of the features of atlas_features.h, in its order.
#pragma once

#include "grounding/atlas_features.h"

namespace sitrep::atlas {

inline constexpr std::array<double, kFeatures> kLearntWeights = {
    8.0, 5.5, 3.0, 4.5, 3.5, 4.0, 1.2, 1.0, 0.75, -0.3, 1.5, 0.7, 0.5, 0.2,
    0.1, 6.0, -5.0, 5.0, 3.0, 4.0, 2.0, 2.0, 4.0, 3.0, 1.0};

}  // namespace sitrep::atlas
