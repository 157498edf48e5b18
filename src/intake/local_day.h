// One moment is of two days, and metadata often has that of Greenwich. A report's "today" is the
// outlet's own.
#pragma once

#include <optional>
#include <string_view>

#include "intake/date_text.h"

namespace sitrep {

// Whether a date as written says that it is in UTC: it ends with Z, GMT, +00:00 or their like.
bool is_in_utc(std::string_view date);

// Whether the moment `utc`, which has a minute, may be of the day (and minute) `local` on some
// clock of the world, and is of another day in UTC. A line that tells of an update may be later
// than `utc`, not earlier.
bool is_neighbouring_day(const DateText& utc, const DateText& local);

}  // namespace sitrep
