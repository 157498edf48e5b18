// Cuts text into words as the English Web Treebank does.
#pragma once

#include <string_view>

#include "language/document.h"

namespace sitrep {

// Appends the words of `text` to document.tokens with spans and kSpaceBefore, nothing else set.
void cut_words(std::string_view text, Document& document);

}  // namespace sitrep
