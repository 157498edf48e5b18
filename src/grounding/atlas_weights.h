// Written by training/places/train.sh; weights of the features of atlas_features.h, in its order.
#pragma once

#include "grounding/atlas_features.h"

namespace sitrep::atlas {

inline constexpr std::array<double, kFeatures> kLearntWeights = {
    3.793,   // country
    0.327,   // division
    0.437,   // county
    1.111,   // region
    0.327,   // town
    0.802,   // point
    -2.575,  // city
    -0.587,  // hamlet
    0.591,   // population
    -0.411,  // behind_largest
    2.989,   // capital
    1.395,   // division_capital
    -2.621,  // under_country
    -1.544,  // under_division
    0.472,   // united_states
    0.584,   // united_kingdom
    0.568,   // other_english
    2.466,   // inside
    -2.466,  // outside
    2.606,   // holds
    0.822,   // country_named
    1.915,   // division_named
    3.670,   // country_shared
    1.541,   // division_shared
    0.943,   // near_anchors
    4.148,   // near_readings
    0.805,   // at_home
};

}  // namespace sitrep::atlas
