// Lists of the dead and the wounded, whose trees are seldom right.
#pragma once

#include "events/reading.h"
#include "events/tree.h"

namespace sitrep {

// "forty miners killed, twelve injured": whether the word is a participle between a number of
// people and a comma, the sentence's end or "and".
bool listed_toll(const Reading& reading, const Tree& tree, uint32_t word);

}  // namespace sitrep
