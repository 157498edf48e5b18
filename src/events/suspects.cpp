#include "events/suspects.h"

#include <fmt/format.h>

#include "events/suspect_features.h"

namespace sitrep {

namespace {

constexpr double kSuspect = 0.55;  // probability, at least

// The mention nearest to a telling.
uint32_t nearest_mention(const Reading& reading, const Draft& event, const NamedParty& party) {
  uint32_t best = party.phrases.front(), least = UINT32_MAX;
  for (const uint32_t i : party.phrases) {
    const uint32_t sentence = reading.document.sentence_of(reading.mentions.phrases[i].head);
    for (const Telling& t : event.tellings) {
      const uint32_t gap = sentence > t.sentence ? sentence - t.sentence : t.sentence - sentence;
      if (gap < least) best = i, least = gap;
    }
  }
  return best;
}

Fill suspect(const Reading& reading, uint32_t phrase, double share) {
  Fill fill;
  fill.phrase = phrase;
  fill.sentence = reading.document.sentence_of(reading.mentions.phrases[phrase].head);
  fill.voice.certainty = Certainty::suspected;  // nobody has said it in so many words
  fill.why = fmt::format("events.model, {:.2f}, named elsewhere", share);
  if (!reading.mentions.phrases[phrase].why.empty())
    fill.why += ", " + reading.mentions.phrases[phrase].why;
  fill.learnt = true;
  fill.share = share;
  return fill;
}

}  // namespace

void add_suspects(const Reading& reading, const EventModel& model, std::vector<Draft>& events) {
  SuspectFeatures features(reading);
  std::vector<std::pair<size_t, Fill>> found;
  for (const NamedParty& party : features.parties()) {
    if (features.is_cleared(events, party)) continue;
    for (size_t e = 0; e < events.size(); ++e) {
      if (!features.stands_aside(events[e], party)) continue;
      const double share = model.suspect(features.of(events, events[e], party));
      if (share < kSuspect) continue;
      found.emplace_back(e, suspect(reading, nearest_mention(reading, events[e], party), share));
    }
  }
  for (auto& [e, fill] : found) events[e].perpetrators.push_back(std::move(fill));
}

}  // namespace sitrep
