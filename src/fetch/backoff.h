// When to ask again: after failures, and where a feed says how seldom it changes. Pure functions of
// their arguments.
#pragma once

#include <chrono>
#include <optional>

#include "intake/feed.h"

namespace sitrep::fetch {

using Time = std::chrono::sys_time<std::chrono::milliseconds>;
using Span = std::chrono::milliseconds;

// After so many failures in a row (1 and more): a minute, doubled with each, up to six hours; of
// that a half to all, as `chance` (0 to 1) falls. What the server asks for (Retry-After) goes
// before, up to a week, and a tenth of it more by chance, so that not all come back at once.
Span delay_after(int failures, std::optional<std::chrono::seconds> retry_after, double chance);

// When a feed that was just read is to be asked again, at the earliest: its ttl, up to an hour, and
// the hours and days in which it does not want to be asked.
Time next_poll(const Channel& channel, Time now);

}  // namespace sitrep::fetch
