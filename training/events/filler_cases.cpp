#include "filler_cases.h"

#include <algorithm>
#include <set>

#include "events/filler_features.h"

namespace sitrep::training {

namespace {

// The entity of the gold that a filler is, in the filler's role.
std::optional<size_t> entity_of(const Alignment& alignment, size_t event, const Filler& filler) {
  for (const Fill* fill : filler.fills) {
    if (alignment.part(event, fill->phrase) == filler.part)
      return alignment.entity(event, fill->phrase);
  }
  return std::nullopt;
}

}  // namespace

void add_filler_cases(const Told& told, std::vector<Case>& cases) {
  FillerFeatures features(told.reading);
  features.enter(told.events);
  for (const Draft& event : told.events) {
    const auto meant = told.alignment.event_of(event);
    if (!meant) continue;
    std::set<size_t> found;
    const std::vector<Filler> fillers = fillers_of(told.reading, event);
    std::vector<const Filler*> kept;
    for (const Filler& filler : fillers) {
      if (!kept.empty() && kept.back()->part != filler.part) kept.clear();
      const auto entity = entity_of(told.alignment, *meant, filler);
      const bool right = entity && found.insert(*entity).second;
      cases.push_back({features.of(event, filler, kept), right, 1, told.group});
      if (right) kept.push_back(&filler);
    }
  }
}

}  // namespace sitrep::training
