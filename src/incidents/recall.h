// Whether an incident known only as background is one that the ledger has a record of its own of.
#pragma once

#include "knowledge/lexicon.h"
#include "sitrep/incident.h"

namespace sitrep {

// Is this news incident the one that a background incident recalls? Symmetric in nothing: the first
// is only recalled, the second was news. Compares days, places, types, tolls, parties and targets
// as merged; needs no codings.
bool recalls(const Incident& background, const Incident& news, const knowledge::Lexicon& lexicon);

// Could they be one by their types alone? Symmetric.
bool may_recall(EventType a, EventType b);

}  // namespace sitrep
