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
  for (const Draft& event : events) {
    const auto meant = alignment.event_of(event);
    if (!meant) continue;
    for (const NamedParty& party : features.parties()) {
      if (!features.stands_aside(event, party)) continue;
      const bool did = std::any_of(party.phrases.begin(), party.phrases.end(), [&](uint32_t i) {
        return alignment.part(*meant, i) == Part::perpetrator;
      });
      cases.push_back({features.of(events, event, party), did, 0, group});
    }
  }
}

}  // namespace sitrep::training
