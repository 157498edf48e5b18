// "A Syrian stabbed three people": an adjective that stands for whoever is so.
#pragma once

#include "language/document.h"

namespace sitrep {

// Makes an adjective between an article and a finite verb that verb's subject, where the parser
// hung it on a noun behind the verb.
void mend_bare_subjects(Document& document, TokenRange sentence);

}  // namespace sitrep
