// "Denied bombing the clinic, in which 12 people died": a clause that tells more of a noun.
#pragma once

#include "language/document.h"

namespace sitrep {

// Hangs a clause that a relative word opens behind a comma on the noun before the comma, where the
// parser took it for a clause of the verb above: what is denied or wished would be its matter, too.
void mend_relatives(Document& document, TokenRange sentence);

// "The boy who was shot was pronounced dead": the second clause without a relative word of its own
// is what is said of the boy, where the parser took both for relative clauses of a bare noun.
void mend_main_clause(Document& document, TokenRange sentence);

}  // namespace sitrep
