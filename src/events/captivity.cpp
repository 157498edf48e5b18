#include "events/captivity.h"

#include <algorithm>

#include "events/senses.h"

namespace sitrep {

bool by_captors(const Reading& reading, const Draft& draft) {
  return by_those(reading, draft, knowledge::kCaptor);
}

bool may_have_held(const Reading& reading, uint32_t phrase, Key verb, bool active) {
  constexpr Key kRescues[] = {key("free"), key("rescue"), key("liberate"), key("set")};
  const NounPhrase& p = reading.mentions.phrases[phrase];
  const bool fights = p.kind == "fighter" || is_armed_group(p.party.kind);
  if (fights && !(active && one_of(verb, kRescues))) return true;
  return holds_sense(reading, phrase, knowledge::kCaptor);
}

bool settle_captivity(const Reading& reading, const Tree& tree, const EventMention& event,
                      Draft& draft) {
  const auto& word = reading.lexicon.event_words()[event.entry];
  const Key verb = tree.token(event.head).lemma;
  if (word.type == EventType::kidnapping && by_captors(reading, draft))
    draft.generic = false;  // "are still being held by their abductors"
  if (!reading.lexicon.frees(word, verb)) return true;
  const auto of_sense = [&](const std::vector<Fill>& fills, uint32_t sense) {
    return std::any_of(fills.begin(), fills.end(),
                       [&](const Fill& fill) { return holds_sense(reading, fill.phrase, sense); });
  };
  if (!of_sense(draft.targets, knowledge::kCaptive) && !by_captors(reading, draft)) return false;
  const bool active = !tree.passive(event.head);
  std::erase_if(draft.perpetrators, [&](const Fill& fill) {
    return !may_have_held(reading, fill.phrase, verb, active);
  });
  draft.generic = false;  // "are still being held"
  return true;
}

}  // namespace sitrep
