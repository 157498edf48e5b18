#include "events/bystanders.h"

#include <algorithm>

#include "events/captivity.h"

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

// "The movement's fighters": whoever's they are, the fighters did it.
bool owns_a_doer(const Reading& reading, const Draft& draft, const NounPhrase& phrase) {
  if (phrase.named || !phrase.party.actor_id.empty()) return false;
  return std::any_of(draft.perpetrators.begin(), draft.perpetrators.end(), [&](const Fill& fill) {
    const auto owner = reading.mentions.phrases[fill.phrase].possessor;
    return owner && reading.mentions.phrases[*owner].head == phrase.head;
  });
}

// "Coalition forces destroyed a drone launched by the group": who is said to act stopped it.
bool stops_it(const Reading& reading, const Draft& draft, const Telling& telling,
              const NounPhrase& phrase) {
  const auto& tokens = reading.document.tokens;
  const Token& head = tokens[phrase.head];
  if (head.rel != Rel::nsubj || head.head < 0) return false;
  const auto verb = static_cast<uint32_t>(head.head);
  const bool stopped =
      telling.outcome == Outcome::intercepted || telling.outcome == Outcome::foiled;
  if (telling.trigger.contains(verb)) return stopped;
  const auto& words = reading.lexicon.event_words();
  const auto destroys = [&](const EventMention& event) {
    return event.head == verb && words[event.entry].effect == Effect::destroyed;
  };
  const Sentence& sentence = reading.document.sentences[telling.sentence];
  const bool destroying =
      std::ranges::any_of(those_in(reading.mentions.events, sentence), destroys);
  return destroying && std::ranges::any_of(draft.instruments, [&](const Fill& fill) {
           const Token& means = tokens[reading.mentions.phrases[fill.phrase].head];
           return means.rel == Rel::obj && means.head == head.head;
         });
}

// "Troops freed eleven hostages": they had not taken them.
bool frees_captives(const Reading& reading, const Telling& telling, uint32_t phrase) {
  const auto& tokens = reading.document.tokens;
  const Token& head = tokens[reading.mentions.phrases[phrase].head];
  if (head.rel != Rel::nsubj || head.head < 0) return false;
  const auto verb = static_cast<uint32_t>(head.head);
  const auto& word = reading.lexicon.event_words()[telling.entry];
  const Key lemma = tokens[verb].lemma;
  return telling.trigger.contains(verb) && reading.lexicon.frees(word, lemma) &&
         !may_have_held(reading, phrase, lemma, true);
}

}  // namespace

bool is_bystander(const Reading& reading, const Draft& draft, const Telling& telling,
                  uint32_t index) {
  const NounPhrase& phrase = reading.mentions.phrases[index];
  const bool here = reading.document.sentence_of(phrase.head) == telling.sentence;
  return is_relation_of(reading, phrase) || will_act(reading.document, phrase) ||
         owns_a_doer(reading, draft, phrase) || stops_it(reading, draft, telling, phrase) ||
         frees_captives(reading, telling, index) || (here && is_told_by_the_way(reading, telling));
}

}  // namespace sitrep
