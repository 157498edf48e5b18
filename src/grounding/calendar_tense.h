// Whether the words around a date speak of what has been or of what is to come.
#pragma once

#include "language/document.h"

namespace sitrep::calendar {

enum class Tense : uint8_t { unknown, past, future };

// By the verb nearest before `words` in its sentence, or else behind it. Reads tags; where there
// are none, the commonest auxiliaries and past forms.
Tense tense_around(const Document& document, const Sentence& sentence, TokenRange words);

}  // namespace sitrep::calendar
