// Victims that one sentence lists by several words, none of which says how many they are together.
#pragma once

#include <optional>

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// "Three policemen died on the spot and two civilians in hospital", "the dead are six herders and a
// policeman": their sum, where the draft has no toll that holds it.
std::optional<Toll> sum_of_listed(const Reading& reading, const Draft& draft, Effect effect);

}  // namespace sitrep
