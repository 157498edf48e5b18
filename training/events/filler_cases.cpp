#include "filler_cases.h"

#include <algorithm>
#include <set>

#include "alignment.h"
#include "events/filler_features.h"
#include "events/story.h"

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

void add_filler_cases(const Reading& reading, const Gold& gold, uint32_t group,
                      std::vector<Case>& cases) {
  if (gold.events.empty()) return;
  const Alignment alignment(reading, gold);
  FillerFeatures features(reading);
  StoryReader story(reading);
  const auto sentences = static_cast<uint32_t>(reading.document.sentences.size());
  for (const Draft& event : story.join(story.tell(0, sentences))) {
    const auto meant = alignment.event_of(event);
    if (!meant) continue;
    std::set<size_t> found;
    const std::vector<Filler> fillers = fillers_of(reading, event);
    std::vector<const Filler*> kept;
    for (const Filler& filler : fillers) {
      if (!kept.empty() && kept.back()->part != filler.part) kept.clear();
      const auto entity = entity_of(alignment, *meant, filler);
      const bool right = entity && found.insert(*entity).second;
      cases.push_back({features.of(event, filler, kept), right, 1, group});
      if (right) kept.push_back(&filler);
    }
  }
}

}  // namespace sitrep::training
