// Groups words into sentences.
#pragma once

#include "language/document.h"

namespace sitrep {

// Fills document.sentences from its text and tokens (spans and kSpaceBefore set).
void split_sentences(Document& document);

}  // namespace sitrep
