// What the recogniser found, as spans: neighbouring words of one kind are one mention.
#pragma once

#include <vector>

#include "language/document.h"

namespace sitrep {

struct EntitySpan {
  TokenRange tokens;
  EntityKind kind = EntityKind::none;
};

// Of a sentence that was parsed; in text order. None where it was not.
std::vector<EntitySpan> recognised(const Document& document, const Sentence& sentence);

}  // namespace sitrep
