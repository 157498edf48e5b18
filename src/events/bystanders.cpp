#include "events/bystanders.h"

#include <algorithm>

namespace sitrep {

namespace {

// "An affiliate of the network", "a rival of the gang": the other one did it.
bool is_relation_of(const Reading& reading, const NounPhrase& phrase) {
  const Document& document = reading.document;
  const auto above = [&](uint32_t token) { return document.tokens[token].head; };
  uint32_t top = phrase.head;  // "al" of "al-Qaeda"
  while (above(top) >= 0 && phrase.tokens.contains(static_cast<uint32_t>(above(top))) &&
         above(top) < static_cast<int32_t>(top))
    top = static_cast<uint32_t>(above(top));
  if (document.tokens[top].rel != Rel::nmod || above(top) < 0) return false;
  const Key holder = document.tokens[static_cast<size_t>(above(top))].lemma;
  return (reading.lexicon.senses(holder) & knowledge::kRelated) != 0;
}

// "The army would strike back after the massacre": whoever will act has not done it.
bool will_act(const Document& document, const NounPhrase& phrase) {
  constexpr Key kAhead[] = {key("will"),  key("would"), key("ll"),
                            key("shall"), key("must"),  key("should")};
  const Token& head = document.tokens[phrase.head];
  if (head.rel != Rel::nsubj || head.head < 0) return false;
  const Sentence& sentence = document.sentences[document.sentence_of(phrase.head)];
  bool ahead = false, perfect = false;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& t = document.tokens[i];
    if (t.head != head.head || t.rel != Rel::aux) continue;
    ahead = ahead || one_of(t.form, kAhead);
    perfect = perfect || t.form == key("have");
  }
  return ahead && !perfect;
}

// "Marines stormed the hijacked freighter": what a participle before a noun tells is of another
// day, and of others.
bool is_told_by_the_way(const Reading& reading, const Telling& telling) {
  const Token& word = reading.document.tokens[telling.trigger.first];
  return reading.lexicon.event_words()[telling.entry].verb && telling.trigger.size() == 1 &&
         word.rel == Rel::amod && word.fine == Fine::VBN;
}

}  // namespace

bool is_bystander(const Reading& reading, const Telling& telling, uint32_t index) {
  const NounPhrase& phrase = reading.mentions.phrases[index];
  const bool here = reading.document.sentence_of(phrase.head) == telling.sentence;
  return is_relation_of(reading, phrase) || will_act(reading.document, phrase) ||
         (here && is_told_by_the_way(reading, telling));
}

}  // namespace sitrep
