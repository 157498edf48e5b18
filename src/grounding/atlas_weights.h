// Written by training/places/train.sh; weights of the features of atlas_features.h, in its order.
#pragma once

#include "grounding/atlas_features.h"

namespace sitrep::atlas {

inline constexpr std::array<double, kFeatures> kLearntWeights = {
    6.941,   // country
    1.656,   // division
    -1.350,  // county
    1.849,   // region
    -0.285,  // town
    -0.235,  // point
    -2.963,  // city
    -1.281,  // hamlet
    0.308,   // population
    -0.812,  // behind_largest
    2.533,   // capital
    1.292,   // division_capital
    1.165,   // united_states
    0.653,   // united_kingdom
    1.400,   // other_english
    2.934,   // inside
    -2.934,  // outside
    2.784,   // holds
    1.933,   // country_named
    2.351,   // division_named
    5.375,   // country_shared
    1.784,   // division_shared
    1.817,   // near_anchors
    4.522,   // near_readings
    1.491,   // at_home
};

}  // namespace sitrep::atlas
