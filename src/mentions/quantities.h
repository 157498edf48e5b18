// Numbers in words and digits, with what stands around them: "at least five", "two dozen", "10 to
// 12".
#pragma once

#include "mentions/mentions.h"

namespace sitrep {

// The quantity said by the tokens of a range that begins a noun phrase ("at least two dozen |
// fighters"): looks at the numbers inside it and the qualifiers before and among them. Empty when
// no number is there. "a" and "an" are not numbers.
Quantity read_quantity(const Document& document, const knowledge::Lexicon& lexicon,
                       const std::vector<knowledge::Hit>& hits, TokenRange range);

}  // namespace sitrep
