// "The ministry called the claim false", "a spokesman denied it": what becomes of an event that
// somebody rejects in a sentence without a word for it.
#pragma once

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// `by` is who rejects it, its voice his; sure where he rejects a charge against himself. Who claims
// the deed has not done it by that account, nor has he who rejects a charge, nor those whom he
// speaks for; else it is the event that is denied.
void reject(const Reading& reading, const Fill& by, Draft& event);

}  // namespace sitrep
