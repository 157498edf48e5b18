// "A man wielding a knife attacked soldiers": a finite verb that looks like a participle.
#pragma once

#include "language/document.h"

namespace sitrep {

// Makes such a participle the verb of its sentence, where the parser found none: the sentence's
// root its subject, the noun that it hung on its object.
void mend_main_verb(Document& document, TokenRange sentence);

}  // namespace sitrep
