#include "suspect_cases.h"

#include <algorithm>

#include "events/suspect_features.h"

namespace sitrep::training {

void add_suspect_cases(const Told& told, std::vector<Case>& cases) {
  SuspectFeatures features(told.reading);
  features.enter(told.events);
  for (size_t e = 0; e < told.events.size(); ++e) {
    const auto meant = told.alignment.event_of(told.events[e]);
    if (!meant) continue;
    for (size_t party = 0; party < features.parties(); ++party) {
      if (!features.stands_aside(e, party)) continue;
      const bool did = std::ranges::any_of(features.phrases(party), [&](uint32_t i) {
        return told.alignment.part(*meant, i) == Part::perpetrator;
      });
      cases.push_back({features.of(e, party), did, 0, told.group});
    }
  }
}

}  // namespace sitrep::training
