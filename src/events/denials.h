// Denials that no event took up: "he said that air strikes had not been used" answers what is told
// around it, whether the model sees them as one or not.
#pragma once

#include <vector>

#include "events/draft.h"

namespace sitrep {

// The drafts that somebody denies, to be kept before drafts are merged.
std::vector<Draft> denials_of(const std::vector<Draft>& drafts);

// Gives each denial that stands in no event to the event told nearest to it.
void give_denials(const std::vector<Draft>& denials, std::vector<Draft>& events);

}  // namespace sitrep
