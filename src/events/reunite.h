// Events of a report that were taken for two while it was read, and are one by all that it tells.
#pragma once

#include <functional>
#include <vector>

#include "events/draft.h"
#include "events/reading.h"
#include "events/reunion_features.h"

namespace sitrep {

// Called with the places of two events, and the features of their pair: what the model learns from.
using ReunionWatcher =
    std::function<void(size_t first, size_t second, const std::vector<uint32_t>& features)>;

// Joins the two events that are most probably one, until no two are probable enough. `events` in
// the order in which they are first told. A report of very many is left as it is.
void reunite(const Reading& reading, std::vector<Draft>& events,
             const ReunionWatcher& watcher = {});

}  // namespace sitrep
