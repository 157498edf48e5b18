// Whose weapon or deed a noun phrase speaks of: "rebel missiles", "government jets", "an army
// raid".
#pragma once

#include "mentions/mentions.h"

namespace sitrep {

// By what stands right before the word for the weapon or the deed; no phrase means any other.
// `phrase` must be classified.
std::optional<Party> owner_within(const Document& document, const knowledge::Lexicon& lexicon,
                                  const Mentions& mentions, const NounPhrase& phrase);

}  // namespace sitrep
