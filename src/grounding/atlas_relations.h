// "20 km north of X", "between X and Y": points beside the names.
#pragma once

#include <vector>

#include "mentions/mentions.h"

namespace sitrep::atlas {

// Moves the points of places that the text speaks of as a way off.
void move_by_relations(std::vector<PlaceMention>& places);

}  // namespace sitrep::atlas
