// Drafts of one report to its events: what headline, lead and detail tell of one event becomes one,
// two events stay two.
#pragma once

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// How well a draft fits an event told before; below kJoin they stay apart. Weights are set by hand,
// from reading.
double join_score(const Reading& reading, const Draft& event, const Draft& draft);
inline constexpr double kJoin = 1.25;

// Adds a draft's tellings, roles and tolls to an event.
void absorb(Draft& event, Draft&& draft);

// Joins drafts in text order and leaves out what is no event of its own: bare mentions, habits,
// summaries over several.
std::vector<Draft> merge_drafts(const Reading& reading, std::vector<Draft> drafts);

// Types that one event can be told as.
bool same_family(EventType a, EventType b);

}  // namespace sitrep
