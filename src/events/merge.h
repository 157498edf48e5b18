// Drafts of one report to its events: what headline, lead and detail tell of one event becomes one,
// two events stay two.
#pragma once

#include <functional>

#include "events/draft.h"
#include "events/join_features.h"
#include "events/reading.h"

namespace sitrep {

// Adds a draft's tellings, roles and tolls to an event.
void absorb(Draft& event, Draft&& draft);

// Drafts of one sentence that hang on each other tell one event: "five were wounded in an attack on
// X".
std::vector<Draft> join_linked(const Reading& reading, std::vector<Draft> drafts);

// Called with the events told before and the draft that may be of one of them, before the model
// says of which: what the model learns from.
using JoinWatcher = std::function<void(JoinFeatures&, const std::vector<Candidate>&, const Draft&)>;

// Joins drafts in text order and leaves out what is no event of its own: bare mentions, habits,
// summaries over several.
std::vector<Draft> merge_drafts(const Reading& reading, std::vector<Draft> drafts,
                                const JoinWatcher& watcher = {});

}  // namespace sitrep
