#include "events/members.h"

#include <algorithm>

namespace sitrep {

namespace {

constexpr uint32_t kReach = 4;  // sentences back

bool names_group(const NounPhrase& phrase) {
  return !phrase.party.actor_id.empty() && is_armed_group(phrase.party.kind);
}

// "Unidentified rebels" are of no group that the report could know.
bool is_unknown(const Document& document, const NounPhrase& phrase) {
  constexpr Key kUnknown[] = {key("unidentified"), key("unknown"), key("unnamed"), key("other")};
  for (uint32_t i = phrase.tokens.first; i < phrase.tokens.last; ++i) {
    if (std::find(std::begin(kUnknown), std::end(kUnknown), document.tokens[i].form) !=
        std::end(kUnknown))
      return true;
  }
  return false;
}

}  // namespace

NamedGroups::NamedGroups(const Reading& reading) : reading_(reading) {
  const auto& phrases = reading.mentions.phrases;
  for (uint32_t i = 0; i < phrases.size(); ++i) {
    if (names_group(phrases[i])) groups_.push_back(i);
  }
  only_ = !groups_.empty() && std::all_of(groups_.begin(), groups_.end(), [&](uint32_t i) {
    return phrases[i].party.actor_id == phrases[groups_.front()].party.actor_id;
  });
}

uint32_t NamedGroups::sentence_of(uint32_t phrase) const {
  return reading_.document.sentence_of(reading_.mentions.phrases[phrase].head);
}

std::optional<uint32_t> NamedGroups::group_of(uint32_t member) const {
  const auto behind = std::lower_bound(groups_.begin(), groups_.end(), member);
  if (behind != groups_.begin()) {
    const uint32_t before = *(behind - 1);
    if (sentence_of(member) - sentence_of(before) <= kReach) return before;
  }
  return only_ ? std::optional(groups_.front()) : std::nullopt;
}

void NamedGroups::add_to(Draft& event) const {
  std::optional<Fill> found;
  for (const Fill& fill : event.perpetrators) {
    const NounPhrase& phrase = reading_.mentions.phrases[fill.phrase];
    if (fill.voice.polarity == Polarity::denied) continue;
    if (!phrase.party.actor_id.empty()) return;
    if (found || !phrase.member || is_unknown(reading_.document, phrase)) continue;
    const auto group = group_of(fill.phrase);
    if (!group) continue;
    found = fill;
    found->phrase = *group;
    found->voice.certainty = Certainty::suspected;
    found->why =
        "the group named nearest, for: " + std::string(reading_.document.slice(phrase.tokens));
  }
  if (found) event.perpetrators.push_back(*found);
}

}  // namespace sitrep
