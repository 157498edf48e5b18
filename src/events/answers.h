// Two deeds told as one: who strikes back at an attacker has not done what the attacker did.
#pragma once

#include "events/draft.h"

namespace sitrep {

// Takes the doers from the one of two drafts, soon to be one event, that answers the other.
void part_answers(Draft& event, Draft& draft);

}  // namespace sitrep
