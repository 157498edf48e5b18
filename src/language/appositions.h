// "The mayor of Goma, Jean Bosco": a name behind a comma is of the person, not of the town.
#pragma once

#include "language/document.h"

namespace sitrep {

// Hangs a person's name that the parser hung on a place or body inside a phrase on the people that
// the phrase speaks of.
void mend_appositions(Document& document, TokenRange sentence);

}  // namespace sitrep
