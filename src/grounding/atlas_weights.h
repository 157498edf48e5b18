// Written by training/places/train.sh; weights of the features of atlas_features.h, in its order.
#pragma once

#include "grounding/atlas_features.h"

namespace sitrep::atlas {

inline constexpr std::array<double, kFeatures> kLearntWeights = {
    3.810,   // country
    0.403,   // division
    0.586,   // county
    1.137,   // region
    0.196,   // town
    0.916,   // point
    -2.763,  // city
    -0.638,  // hamlet
    0.663,   // population
    -0.373,  // behind_largest
    2.787,   // capital
    1.229,   // division_capital
    -2.642,  // under_country
    -1.426,  // under_division
    0.443,   // united_states
    0.551,   // united_kingdom
    0.499,   // other_english
    2.656,   // inside
    -2.656,  // outside
    2.706,   // holds
    0.717,   // country_named
    1.907,   // division_named
    3.690,   // country_shared
    1.415,   // division_shared
    0.971,   // near_anchors
    4.423,   // near_readings
    0.798,   // at_home
    1.500,   // home_division
    4.000,   // near_home
};

}  // namespace sitrep::atlas
