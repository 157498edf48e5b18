#include "events/loot.h"

#include <algorithm>

namespace sitrep {

namespace {

bool robs(const Reading& reading, const knowledge::EventWord& word) {
  return word.verb && (word.type == EventType::robbery || reading.lexicon.takes_things(word));
}

bool by_authorities(const Reading& reading, const Draft& draft) {
  return std::any_of(draft.perpetrators.begin(), draft.perpetrators.end(), [&](const Fill& fill) {
    const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
    return phrase.authority || phrase.party.kind == PartyKind::state_forces ||
           phrase.party.kind == PartyKind::state;
  });
}

}  // namespace

bool is_loot(const Reading& reading, const knowledge::EventWord& word, const NounPhrase& phrase) {
  if (!robs(reading, word)) return false;
  const Token& head = reading.document.tokens[phrase.head];
  const bool noun = phrase.nature == Nature::other && head.tag == Tag::NOUN && !phrase.pronoun;
  return phrase.nature == Nature::thing || phrase.nature == Nature::weapon || noun;
}

bool loots(const Reading& reading, const knowledge::EventWord& word, const Draft& draft) {
  const auto thing = [&](const Fill& fill) {
    return is_loot(reading, word, reading.mentions.phrases[fill.phrase]);
  };
  return reading.lexicon.takes_things(word) && draft.tolls.empty() && !draft.targets.empty() &&
         std::all_of(draft.targets.begin(), draft.targets.end(), thing) &&
         !by_authorities(reading, draft);
}

}  // namespace sitrep
