// Deeds that a side tells of its own fighters: "the group said its fighters had attacked a base".
#pragma once

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// "Its helicopters", "our men".
bool begins_with_own(const Document& document, const NounPhrase& phrase);

// Whoever says that his own side did it claims it.
void claim_own_deeds(const Reading& reading, Draft& draft);

}  // namespace sitrep
