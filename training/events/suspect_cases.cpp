#include "suspect_cases.h"

#include <algorithm>

#include "alignment.h"
#include "events/story.h"
#include "events/suspect_features.h"

namespace sitrep::training {

void add_suspect_cases(const Reading& reading, const Gold& gold, uint32_t group,
                       std::vector<Case>& cases) {
  if (gold.events.empty()) return;
  const Alignment alignment(reading, gold);
  SuspectFeatures features(reading);
  StoryReader story(reading);
  const auto sentences = static_cast<uint32_t>(reading.document.sentences.size());
  const std::vector<Draft> events = story.join(story.tell(0, sentences));
  features.enter(events);
  for (size_t e = 0; e < events.size(); ++e) {
    const auto meant = alignment.event_of(events[e]);
    if (!meant) continue;
    for (size_t party = 0; party < features.parties(); ++party) {
      if (!features.stands_aside(e, party)) continue;
      const auto& phrases = features.phrases(party);
      const bool did = std::any_of(phrases.begin(), phrases.end(), [&](uint32_t i) {
        return alignment.part(*meant, i) == Part::perpetrator;
      });
      cases.push_back({features.of(e, party), did, 0, group});
    }
  }
}

}  // namespace sitrep::training
