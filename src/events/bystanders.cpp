#include "events/bystanders.h"

#include <algorithm>

#include "events/apart.h"
#include "events/captivity.h"

namespace sitrep {

namespace {

constexpr size_t kMostSteps = 40;  // from a word to what it hangs on

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

std::optional<uint32_t> child(const Document& document, uint32_t head, Rel rel) {
  const Sentence& sentence = document.sentences[document.sentence_of(head)];
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& t = document.tokens[i];
    if (t.head == static_cast<int32_t>(head) && t.rel == rel) return i;
  }
  return std::nullopt;
}

// What a noun's dependent says: who or what that is. Not "the killing of officers by gunmen", which
// may be read as the officers', nor what they did ("farmers who had refused to pay the gang").
bool describes(const Document& document, uint32_t dependent) {
  switch (document.tokens[dependent].rel) {
    case Rel::appos:
    case Rel::acl:
      return true;
    case Rel::nmod: {
      const auto preposition = child(document, dependent, Rel::case_);
      return !preposition || document.tokens[*preposition].form != key("by");
    }
    case Rel::acl_relcl:
      return child(document, dependent, Rel::cop).has_value();
    default:
      return false;
  }
}

// Whom or what an event of the sentence befell: a target that a rule found, or the object of the
// word of an event.
bool is_patient(const Reading& reading, const Draft& draft, uint32_t token) {
  const auto is_it = [&](const Fill& target) {
    return !target.learnt && reading.mentions.phrases[target.phrase].head == token;
  };
  if (std::ranges::any_of(draft.targets, is_it)) return true;
  const Token& last = reading.document.tokens[token];  // "Haddad" hangs on "Karim"
  const bool name = last.rel == Rel::flat && last.head >= 0;
  const Token& t = name ? reading.document.tokens[static_cast<size_t>(last.head)] : last;
  if ((t.rel != Rel::obj && t.rel != Rel::nsubj_pass) || t.head < 0) return false;
  const Sentence& sentence = reading.document.sentences[reading.document.sentence_of(token)];
  const auto& words = reading.lexicon.event_words();
  return std::ranges::any_of(
      those_in(reading.mentions.events, sentence), [&](const EventMention& event) {
        return event.head == static_cast<uint32_t>(t.head) && words[event.entry].verb &&
               words[event.entry].effect != Effect::unknown;
      });
}

// "..., who was the head of the corps": whom the noun before it names, though the clause may be
// read as the verb's.
std::optional<uint32_t> who_is(const Reading& reading, uint32_t predicate) {
  const Document& document = reading.document;
  if (!child(document, predicate, Rel::cop)) return std::nullopt;
  const auto who = child(document, predicate, Rel::nsubj);
  if (!who || document.tokens[*who].form != key("who")) return std::nullopt;
  const uint32_t first = document.sentences[document.sentence_of(predicate)].first;
  for (uint32_t i = *who; i-- > first && *who - i <= 2;) {
    if (const auto phrase = reading.mentions.phrase_at(i))
      return reading.mentions.phrases[*phrase].head;
  }
  return std::nullopt;
}

// "Killed the commander of the militia", "rockets hit a base used by the coalition": who is named
// to say who or what the target is. Not by way of the event's own word: "the bus that rebels
// attacked".
bool describes_a_target(const Reading& reading, const Draft& draft, const Telling& telling,
                        const NounPhrase& phrase) {
  const Document& document = reading.document;
  uint32_t step = phrase.head;
  for (size_t steps = 0; steps < kMostSteps && document.tokens[step].head >= 0; ++steps) {
    const auto above = static_cast<uint32_t>(document.tokens[step].head);
    const auto whom = who_is(reading, step);
    if (whom && is_patient(reading, draft, *whom)) return true;
    if (telling.trigger.contains(above)) return false;
    if (is_patient(reading, draft, above)) return describes(document, step);
    step = above;
  }
  return false;
}

// "An announcement by the ministry that troops had destroyed the sites": it tells of the deed.
bool announces(const Reading& reading, const NounPhrase& phrase) {
  const Token& head = reading.document.tokens[phrase.head];
  const bool whose = head.rel == Rel::nmod || head.rel == Rel::nmod_poss;
  if (!whose || head.head < 0) return false;
  const Sentence& sentence = reading.document.sentences[reading.document.sentence_of(phrase.head)];
  return std::ranges::any_of(
      those_in(reading.mentions.speech, sentence), [&](const SpeechMention& speech) {
        const knowledge::Speech& word = reading.lexicon.speech()[speech.entry];
        return speech.head == static_cast<uint32_t>(head.head) && !word.verb &&
               word.certainty == Certainty::stated;
      });
}

// "Coalition forces came under rocket fire".
bool comes_under(const Document& document, const NounPhrase& phrase) {
  const Token& head = document.tokens[phrase.head];
  if (head.rel != Rel::nsubj || head.head < 0) return false;
  const auto verb = static_cast<size_t>(head.head);
  return document.tokens[verb].lemma == key("come") && verb + 1 < document.tokens.size() &&
         document.tokens[verb + 1].form == key("under");
}

}  // namespace

bool is_bystander(const Reading& reading, const Draft& draft, const Telling& telling,
                  uint32_t index) {
  const NounPhrase& phrase = reading.mentions.phrases[index];
  const bool here = reading.document.sentence_of(phrase.head) == telling.sentence;
  return is_relation_of(reading, phrase) || announces(reading, phrase) ||
         comes_under(reading.document, phrase) || will_act(reading.document, phrase) ||
         owns_a_doer(reading, draft, phrase) || stops_it(reading, draft, telling, phrase) ||
         frees_captives(reading, telling, index) ||
         describes_a_target(reading, draft, telling, phrase) ||
         (here && is_told_by_the_way(reading, telling));
}

bool is_of_another_time(const Reading& reading, const Telling& telling, const NounPhrase& phrase) {
  const auto& words = reading.lexicon.event_words();
  if (words[telling.entry].strength == knowledge::Strength::effect) return false;
  const Document& document = reading.document;
  const Sentence& sentence = document.sentences[document.sentence_of(phrase.head)];
  if (!sentence.parsed) return false;
  const auto events = those_in(reading.mentions.events, sentence);
  uint32_t at = phrase.head;
  for (size_t steps = 0; steps < kMostSteps && document.tokens[at].head >= 0; ++steps) {
    at = static_cast<uint32_t>(document.tokens[at].head);
    if (telling.trigger.contains(at)) return false;
    const bool event = std::ranges::any_of(
        events, [&](const EventMention& mention) { return mention.head == at; });
    if (event) return some_time_off(document, at) != some_time_off(document, telling.trigger.first);
  }
  return false;
}

}  // namespace sitrep
