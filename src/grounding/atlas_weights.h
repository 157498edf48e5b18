// Written by training/places/train.sh; weights of the features of atlas_features.h, in its order.
#pragma once

#include "grounding/atlas_features.h"

namespace sitrep::atlas {

inline constexpr std::array<double, kFeatures> kLearntWeights = {
    5.518,   // country
    0.951,   // division
    -0.304,  // county
    1.253,   // region
    -0.195,  // town
    0.161,   // point
    -3.014,  // city
    -1.040,  // hamlet
    0.527,   // population
    -0.474,  // behind_largest
    2.841,   // capital
    1.338,   // division_capital
    -1.0, -1.0,
    0.448,   // united_states
    0.519,   // united_kingdom
    0.532,   // other_english
    2.456,   // inside
    -2.456,  // outside
    3.271,   // holds
    0.671,   // country_named
    1.936,   // division_named
    3.681,   // country_shared
    1.522,   // division_shared
    0.928,   // near_anchors
    4.135,   // near_readings
    0.798,   // at_home
};

}  // namespace sitrep::atlas
