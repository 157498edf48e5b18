// Which fillers of one role of one event are one and the same: "Antonio Ruiz" and "Ruiz", "urban
// guerrillas" and "the guerrillas".
#pragma once

#include <vector>

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// Groups of fills that name one thing or party, in the order in which each is named first. The
// fills must outlive the groups.
std::vector<std::vector<const Fill*>> group_fills(const Reading& reading,
                                                  const std::vector<const Fill*>& fills);

// Likewise of perpetrators, of whom all words that leave open who they are ("gunmen", "the
// attackers", "unidentified men") name the same.
std::vector<std::vector<const Fill*>> group_attackers(const Reading& reading,
                                                      const std::vector<const Fill*>& fills);

std::vector<const Fill*> all_of(const std::vector<Fill>& fills);

}  // namespace sitrep
