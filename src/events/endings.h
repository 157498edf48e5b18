// What words say of how a shot ended, where no event word does: "both missiles reached their
// targets", "the hit was accurate", "neither missed".
#pragma once

#include "language/document.h"

namespace sitrep {

// Whether a word says that what was fired hit: not "before it reached its target", "aimed to hit".
bool says_hit(const Document& document, const Sentence& sentence, uint32_t word);

}  // namespace sitrep
