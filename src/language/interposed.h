// "Two men, it said, were wounded": a verb of saying that stands within what is said.
#pragma once

#include "language/document.h"

namespace sitrep {

// Gives the subject before the commas to the clause that goes on behind them, where the parser hung
// both subjects on the verb of saying. The verb stays the head of the clause.
void mend_interposed(Document& document, TokenRange sentence);

}  // namespace sitrep
