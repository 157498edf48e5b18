// How much speaks for two drafts of one report telling of one event.
#pragma once

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// How well a draft fits an event told before; below kJoin they stay apart. Weights are set by hand,
// from reading.
double join_score(const Reading& reading, const Draft& event, const Draft& draft);
inline constexpr double kJoin = 1.25;

// Whether two drafts are at places that cannot be one.
bool different_places(const Reading& reading, const Draft& a, const Draft& b);

// "followed", "after", "in response": two events in one sentence, told one after the other.
bool told_apart(const Reading& reading, const Draft& a, const Draft& b);

// Types that one event can be told as.
bool same_family(EventType a, EventType b);

}  // namespace sitrep
