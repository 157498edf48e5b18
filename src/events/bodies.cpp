#include "events/bodies.h"

#include <algorithm>

namespace sitrep {

void count_bodies(const Reading& reading, const EventMention& event, Draft& draft) {
  const auto& word = reading.lexicon.event_words()[event.entry];
  const Key noun = reading.document.tokens[event.head].lemma;
  const bool bodies = !word.verb && word.strength == knowledge::Strength::strong &&
                      word.effect == Effect::killed && reading.lexicon.toll_noun(noun) != nullptr;
  const bool counted = std::any_of(draft.tolls.begin(), draft.tolls.end(),
                                   [](const Toll& toll) { return toll.effect == Effect::killed; });
  const auto index = reading.mentions.phrase_at(event.head);
  if (!bodies || counted || !index) return;
  const NounPhrase& phrase = reading.mentions.phrases[*index];
  const std::string words(reading.document.slice(phrase.tokens));
  const Telling& telling = draft.tellings.back();
  const Quantity count = phrase.count.known() ? phrase.count
                         : phrase.plural      ? Quantity{2, {}, {}, words}
                                              : Quantity{1, 1, 1, words};
  draft.tolls.push_back({Effect::killed, count, telling.sentence, telling.voice, telling.why});
}

}  // namespace sitrep
