// Turns time mentions into TIMEX3 values and days, relative to the publication and to the date last
// spoken of.
#pragma once

#include <optional>
#include <vector>

#include "mentions/mentions.h"

namespace sitrep {

struct Anchor {
  std::optional<Day> published;
  std::optional<int> minute;  // of that day
};

// Sets `value` and `when` of each, in text order. Without a publication date the relative ones get
// values with X for what is not known ("XXXX-WXX-2") and no `when`. A bare weekday is the most
// recent one, the day of publication included, unless tense or "next" says otherwise. "early",
// "late" and "overnight" give a part of the day; an ordinal day ("the second day") gets a value and
// no `when`.
void ground_times(const Document& document, const Anchor& anchor, std::vector<TimeMention>& times);

// The days from the start of a mention to the end of the range that it begins, if it begins one;
// else its own.
When whole_range(const std::vector<TimeMention>& times, size_t index);

}  // namespace sitrep
