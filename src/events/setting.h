// What the times and places of a sentence have in common, as they are given to its events.
#pragma once

#include "events/draft.h"
#include "events/reading.h"
#include "events/tree.h"

namespace sitrep {

constexpr double kFar = 12;  // further than this in the tree, a time or place is of something else

// The first token of a range whose head lies outside it.
uint32_t range_head(const Tree& tree, TokenRange range);

// Whether a token hangs on a word of saying that is none of an event: not "was found dead in
// Mosul".
bool of_speech(const Reading& reading, const Tree& tree, uint32_t token);

// "A rocket hit the airport hours after rebels fired at a post in Syria": the airport is outside of
// what the rebels did.
bool lies_outside(const Document& document, const Tree& tree, const Telling& telling,
                  uint32_t token);

}  // namespace sitrep
