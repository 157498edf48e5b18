// Which pairs of events are worth comparing: those that share a day and country, a month and kind,
// a victim, a target, a place or rare words. Their number grows with the events, not with their
// square.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "incidents/face.h"

namespace sitrep::incidents {

using Pair = std::pair<uint32_t, uint32_t>;  // indices of faces, the smaller first

std::vector<Pair> candidates(const std::vector<Face>& faces, const std::vector<Story>& stories);

}  // namespace sitrep::incidents
