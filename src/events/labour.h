// "Strike" as workers do it: a stoppage of work, no blow.
#pragma once

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// Whether a word may tell a stoppage of work, if those who do it are workers.
bool may_be_labour(const knowledge::EventWord& word);

// "The bus drivers' strike", "nurses will strike next week", "pilots walked out": makes a stoppage
// of work of a draft that tells one; false: it does not.
bool settle_labour(const Reading& reading, Draft& draft);

}  // namespace sitrep
