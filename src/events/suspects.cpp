#include "events/suspects.h"

#include <fmt/format.h>

#include <algorithm>

#include "events/own_side.h"

namespace sitrep {

namespace {

constexpr double kSuspect = 0.55;  // probability, at least

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

// "The group said soldiers had shot five of its fighters": who tells of its own as victims.
bool mourns_its_own(const Reading& reading, const SuspectFeatures& features, const Draft& event,
                    size_t party) {
  const auto own = [&](const Fill& fill) {
    return fill.human && begins_with_own(reading.document, reading.mentions.phrases[fill.phrase]);
  };
  const auto speaks = [&](const Telling& t) {
    return t.voice.speaker && features.names(party, *t.voice.speaker);
  };
  return std::ranges::any_of(event.tellings, speaks) && std::ranges::any_of(event.targets, own);
}

}  // namespace

void Suspects::add_to(std::vector<Draft>& events) {
  features_.enter(events);
  std::vector<std::pair<size_t, Fill>> found;
  for (size_t party = 0; party < features_.parties(); ++party) {
    if (features_.is_cleared(party)) continue;
    for (size_t e = 0; e < events.size(); ++e) {
      if (!features_.stands_aside(e, party) ||
          mourns_its_own(reading_, features_, events[e], party))
        continue;
      const double share = model_.suspect(features_.of(e, party));
      if (share >= kSuspect)
        found.emplace_back(e, suspect(reading_, features_.nearest(e, party), share));
    }
  }
  for (auto& [e, fill] : found) events[e].perpetrators.push_back(std::move(fill));
}

}  // namespace sitrep
