#include "events/members.h"

#include <algorithm>

namespace sitrep {

namespace {

constexpr uint32_t kReach = 4;  // sentences back

bool is_group(const NounPhrase& phrase) {
  const PartyKind kind = phrase.party.kind;
  return !phrase.party.actor_id.empty() &&
         (kind == PartyKind::rebel || kind == PartyKind::militia || kind == PartyKind::armed_group);
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

class GroupFinder {
 public:
  explicit GroupFinder(const Reading& reading) : reading_(reading) {
    const auto& phrases = reading.mentions.phrases;
    for (uint32_t i = 0; i < phrases.size(); ++i) {
      if (is_group(phrases[i])) groups_.push_back(i);
    }
    only_ = !groups_.empty() && std::all_of(groups_.begin(), groups_.end(), [&](uint32_t i) {
      return phrases[i].party.actor_id == phrases[groups_.front()].party.actor_id;
    });
  }

  std::optional<uint32_t> group_of(uint32_t member) const {
    const auto behind = std::lower_bound(groups_.begin(), groups_.end(), member);
    if (behind != groups_.begin()) {
      const uint32_t before = *(behind - 1);
      if (sentence_of(member) - sentence_of(before) <= kReach) return before;
    }
    return only_ ? std::optional(groups_.front()) : std::nullopt;
  }

 private:
  uint32_t sentence_of(uint32_t phrase) const {
    return reading_.document.sentence_of(reading_.mentions.phrases[phrase].head);
  }

  const Reading& reading_;
  std::vector<uint32_t> groups_;  // phrases that name one
  bool only_ = false;             // all the same
};

void name_group(const Reading& reading, const GroupFinder& finder, Draft& event) {
  std::optional<Fill> found;
  for (const Fill& fill : event.perpetrators) {
    const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
    if (!phrase.party.actor_id.empty()) return;
    if (found || !phrase.member || is_unknown(reading.document, phrase)) continue;
    const auto group = finder.group_of(fill.phrase);
    if (!group) continue;
    found = fill;
    found->phrase = *group;
    found->voice.certainty = Certainty::suspected;
    found->why =
        "the group named nearest, for: " + std::string(reading.document.slice(phrase.tokens));
  }
  if (found) event.perpetrators.push_back(*found);
}

}  // namespace

void name_groups(const Reading& reading, std::vector<Draft>& events) {
  const GroupFinder finder(reading);
  for (Draft& event : events) name_group(reading, finder, event);
}

}  // namespace sitrep
