#include "join_cases.h"

#include <algorithm>

#include "alignment.h"
#include "events/join_features.h"
#include "events/merge.h"
#include "events/reunite.h"
#include "events/story.h"

namespace sitrep::training {

namespace {

struct Told {
  size_t gold = 0;
  Draft event;  // all drafts of it so far
};

}  // namespace

void add_join_cases(const Reading& reading, const Gold& gold, uint32_t group,
                    std::vector<Case>& cases) {
  if (gold.events.empty() || gold.without_joins) return;
  const Alignment alignment(reading, gold);
  JoinFeatures features(reading);
  StoryReader story(reading);
  const auto sentences = static_cast<uint32_t>(reading.document.sentences.size());
  std::vector<Draft> drafts = join_linked(reading, story.tell(0, sentences));
  std::vector<Told> told;  // the one told last at the end
  for (Draft& draft : drafts) {
    const auto meant = alignment.event_of(draft);
    if (!meant && !alignment.complete()) continue;
    std::vector<const Draft*> events;
    events.reserve(told.size());
    for (const Told& t : told) events.push_back(&t.event);
    const auto candidates = features.candidates(events, draft);
    for (size_t i = 0; i < told.size(); ++i) {
      cases.push_back({features.of(candidates[i], draft),
                       static_cast<uint8_t>(meant && told[i].gold == *meant), false, group});
      // Of templates it is guessed which drafts they are of; what is known counts twice.
      if (alignment.complete()) cases.push_back(Case(cases.back()));
    }
    if (!meant) continue;  // of no event: it is of none of those told
    const auto known =
        std::find_if(told.begin(), told.end(), [&](const Told& t) { return t.gold == *meant; });
    if (known == told.end()) {
      told.push_back({*meant, std::move(draft)});
    } else {
      absorb(known->event, std::move(draft));
      std::rotate(known, known + 1, told.end());
    }
  }
}

void add_met_join_cases(const Reading& reading, const Gold& gold, uint32_t group,
                        std::vector<Case>& cases) {
  if (gold.events.empty() || gold.without_joins) return;
  const Alignment alignment(reading, gold);
  StoryReader story(reading);
  const auto sentences = static_cast<uint32_t>(reading.document.sentences.size());
  const auto watcher = [&](JoinFeatures& features, const std::vector<Candidate>& told,
                           const Draft& draft) {
    const auto meant = alignment.event_of(draft);
    if (!meant && !alignment.complete()) return;
    for (const Candidate& candidate : told) {
      const auto event = alignment.event_of(*candidate.event);
      if (!event && !alignment.complete()) continue;
      cases.push_back({features.of(candidate, draft), static_cast<uint8_t>(meant && event == meant),
                       false, group});
      if (alignment.complete()) cases.push_back(Case(cases.back()));
    }
  };
  merge_drafts(reading, story.tell(0, sentences), watcher);
}

void add_reunion_cases(const Reading& reading, const Gold& gold, uint32_t group,
                       std::vector<Case>& cases) {
  if (gold.events.empty()) return;
  const Alignment alignment(reading, gold);
  StoryReader story(reading);
  const auto sentences = static_cast<uint32_t>(reading.document.sentences.size());
  std::vector<Draft> events = merge_drafts(reading, story.tell(0, sentences));
  std::vector<std::optional<size_t>> meant;
  meant.reserve(events.size());
  for (const Draft& event : events) meant.push_back(alignment.mostly(event));
  reunite(reading, events, [&](size_t first, size_t second, const std::vector<uint32_t>& features) {
    if ((!meant[first] || !meant[second]) && !alignment.complete()) return;
    const bool one = meant[first] && meant[first] == meant[second];
    cases.push_back({features, static_cast<uint8_t>(one), false, group});
    if (alignment.complete()) cases.push_back(Case(cases.back()));
  });
}

}  // namespace sitrep::training
