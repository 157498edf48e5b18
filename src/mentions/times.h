// Finds the time expressions of a document, in all the forms that news uses (TimeML's TIMEX3 says
// what counts).
#pragma once

#include <vector>

#include "mentions/mentions.h"

namespace sitrep {

// Appends to `times`, in text order, without overlaps. Uses tokens, tags and lemmas, no trees.
void find_times(const Document& document, std::vector<TimeMention>& times);

}  // namespace sitrep
