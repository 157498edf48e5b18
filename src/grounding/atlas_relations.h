// "20 km north of X", "between X and Y": points beside the names.
#pragma once

#include <vector>

#include "mentions/mentions.h"

namespace sitrep::atlas {

// Moves the points of places that the text speaks of as a way off: to 20 km north of X.
void move_by_distances(std::vector<PlaceMention>& places);

// Puts two places that something lies between halfway between them.
void meet_between(std::vector<PlaceMention>& places);

}  // namespace sitrep::atlas
