#include "events/captivity.h"

#include <algorithm>

#include "events/senses.h"

namespace sitrep {

bool by_captors(const Reading& reading, const Draft& draft) {
  return by_those(reading, draft, knowledge::kCaptor);
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
                       [&](const Fill& fill) { return holds_sense(reading, fill, sense); });
  };
  if (!of_sense(draft.targets, knowledge::kCaptive) && !by_captors(reading, draft)) return false;
  constexpr Key kRescues[] = {key("free"), key("rescue"), key("liberate"), key("set")};
  std::erase_if(draft.perpetrators, [&](const Fill& fill) {
    const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
    const bool fights = phrase.kind == "fighter" || is_armed_group(phrase.party.kind);
    const bool keeps = fights && !(one_of(verb, kRescues) && !tree.passive(event.head));
    return !keeps && !holds_sense(reading, fill, knowledge::kCaptor);
  });
  draft.generic = false;  // "are still being held"
  return true;
}

}  // namespace sitrep
