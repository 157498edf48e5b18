#include "events/drafter.h"
#include "events/setting.h"

#include <algorithm>

#include "core/text.h"
#include "events/bodies.h"
#include "events/captivity.h"
#include "events/charges.h"
#include "events/innocence.h"
#include "events/labour.h"
#include "events/loot.h"
#include "events/modality.h"
#include "events/roles.h"
#include "events/senses.h"

namespace sitrep {

using knowledge::EventWord;
using knowledge::Strength;

namespace {

// "He died in hospital": of what was told of him before.
bool dies_of_it(const Tree& tree, uint32_t verb, const EventWord& word) {
  const auto who = tree.subject(verb);
  return dies(word) && who && tree.token(*who).tag == Tag::PRON;
}

constexpr uint32_t kNearRecall = 8;  // words from "anniversary" to what it is of
constexpr int kLinkReach = 3;        // arcs between two words for one event

// Not "Grady Memorial Hospital", "on Memorial Day".
bool recalls(const Reading& reading, const Tree& tree, uint32_t word) {
  const Token& t = tree.token(word);
  const bool named = t.rel == Rel::compound || t.rel == Rel::flat || t.tag == Tag::PROPN;
  return has_sense(reading, t.lemma, knowledge::kRecalling) &&
         !(t.lemma == key("memorial") && named);
}

// "The men who threw petrol bombs were jailed", "sentenced for killing two": a court looks back.
bool judged(const Tree& tree, uint32_t trigger) {
  constexpr Key kVerdicts[] = {key("jail"), key("sentence"), key("convict"), key("acquit"),
                               key("imprison")};
  constexpr int kMaxClimb = 200;
  uint32_t at = trigger;
  for (int step = 0; step < kMaxClimb; ++step) {
    const auto up = tree.parent(at);
    const Rel rel = tree.token(at).rel;
    if (!up || rel == Rel::conj || rel == Rel::parataxis || rel == Rel::ccomp) return false;
    if (one_of(tree.token(*up).lemma, kVerdicts) && tree.passive(*up)) return true;
    at = *up;
  }
  return false;
}

// "A rocket was knocked down", "a missile misfired": a weapon that came to nothing is an event.
bool ends_weapon(const Reading& reading, const Tree& tree, const EventMention& event) {
  const EventWord& word = reading.lexicon.event_words()[event.entry];
  if (word.outcome != Outcome::intercepted && word.outcome != Outcome::failed) return false;
  const auto patient = tree.patient(event.head);
  const auto token = patient ? patient : tree.subject(event.head);
  const auto phrase = token ? reading.mentions.phrase_at(*token) : std::nullopt;
  return phrase && reading.mentions.phrases[*phrase].nature == Nature::weapon &&
         flies(reading.mentions.phrases[*phrase].kind);
}

// "It could have killed him", "would have been hurt": nobody was.
bool counterfactual(const Tree& tree, const EventMention& event, const EventWord& word) {
  constexpr Key kUnreal[] = {key("could"), key("would"), key("should")};
  if (!word.verb || (word.effect != Effect::killed && word.effect != Effect::wounded)) return false;
  bool modal = false, perfect = false;
  for (const uint32_t c : tree.children(event.head)) {
    if (tree.token(c).rel != Rel::aux) continue;
    modal = modal || one_of(tree.token(c).form, kUnreal);
    perfect = perfect || tree.token(c).lemma == key("have");
  }
  return modal && perfect;
}

// "Marched in Machala for higher pay", "rallied on Sunday against the law", "marched, demanding his
// release": no parade.
bool for_a_cause(const Tree& tree, uint32_t verb, const EventWord& word) {
  constexpr Key kSides[] = {key("for"), key("against"), key("over")};
  constexpr Key kVoicing[] = {key("demand"), key("protest"), key("denounce"), key("condemn"),
                              key("call"),   key("oppose"),  key("support"),  key("reject")};
  if (!word.verb || word.type != EventType::protest) return false;
  bool found = std::ranges::any_of(tree.children(verb), [&](uint32_t c) {
    const Rel rel = tree.token(c).rel;
    return (rel == Rel::advcl || rel == Rel::xcomp) && one_of(tree.token(c).lemma, kVoicing);
  });
  const bool gathers = tree.token(verb).lemma == key("gather");    // "for the opening"
  tree.prepositions(verb, [&](Key preposition, uint32_t object) {  // not "for two hours"
    found = found || (one_of(preposition, kSides) && tree.token(object).tag == Tag::NOUN &&
                      !tree.child(object, Rel::nummod) && !(gathers && preposition == key("for")));
  });
  return found;
}

// "foiled", "planned": says how another event word's event ended, and is none itself.
bool only_turns(const EventWord& word) {
  return word.verb && word.strength == Strength::weak && word.type == EventType::any &&
         word.outcome != Outcome::completed;
}

// "His attempts to get a job failed": what is tried is no event at all.
bool tries_else(const Reading& reading, const Tree& tree, const EventMention& event) {
  const EventWord& word = reading.lexicon.event_words()[event.entry];
  if (word.verb || word.strength != Strength::weak || word.type != EventType::any ||
      word.outcome == Outcome::completed)
    return false;
  const auto own = those_in(reading.mentions.events, tree.sentence());
  return std::ranges::any_of(tree.children(event.head), [&](uint32_t c) {
    return tree.token(c).rel == Rel::acl && tree.token(c).fine == Fine::VB &&
           std::ranges::none_of(own, [&](const EventMention& other) { return other.head == c; });
  });
}

}  // namespace

bool substantial(const Reading& reading, const Draft& draft, const EventWord& word) {
  if (word.strength == Strength::strong || !draft.instruments.empty() || !draft.tolls.empty())
    return true;
  const auto armed = [&](const Fill& fill) { return reading.mentions.phrases[fill.phrase].armed; };
  const auto weapon = [&](const Fill& fill) {  // "two tanks were destroyed"
    return reading.mentions.phrases[fill.phrase].nature == Nature::weapon;
  };
  const auto site = [](const Fill& fill) { return fill.site; };  // "the hotel siege"
  if (std::any_of(draft.targets.begin(), draft.targets.end(), weapon)) return true;
  if (std::any_of(draft.targets.begin(), draft.targets.end(), site)) return true;
  return std::any_of(draft.perpetrators.begin(), draft.perpetrators.end(), armed);
}

// "Citadel Holding Corp.", "the Shooting Stars": where capitals tell names.
bool Drafter::part_of_name(const Tree& tree, uint32_t token) const {
  const Sentence& s = tree.sentence();
  const auto proper = [&](uint32_t i) {
    return s.first <= i && i < s.last && tree.token(i).tag == Tag::PROPN;
  };
  return !s.heading && proper(token) && proper(token + 1) && tree.token(token).rel == Rel::compound;
}

bool Drafter::heads_its_phrase(const Tree& tree, const EventMention& event) const {
  const Token& t = tree.token(event.head);
  const EventWord& word = reading_.lexicon.event_words()[event.entry];
  if (word.verb) return !part_of_name(tree, event.head);
  const auto index = reading_.mentions.phrase_at(event.head);
  if (!index) return true;
  const NounPhrase& phrase = reading_.mentions.phrases[*index];
  return phrase.head == event.head ||
         (t.rel != Rel::compound && t.rel != Rel::amod && phrase.nature == Nature::other);
}

// Is the token the second half of a word with a hyphen?
bool Drafter::hyphened(uint32_t token) const {
  if (token < 2) return false;
  const auto glued = [&](uint32_t i) {
    return (reading_.document.tokens[i].shape & kSpaceBefore) == 0;
  };
  return reading_.document.word(token - 1) == "-" && glued(token) && glued(token - 1);
}

// "The tank caught" is no arrest: what befalls people only needs some, or a word that leaves no
// doubt.
bool Drafter::of_people(const Draft& draft, const EventWord& word) const {
  const auto person = [&](const Fill& fill) {
    const NounPhrase& phrase = reading_.mentions.phrases[fill.phrase];
    return phrase.person || phrase.pronoun || phrase.nature == Nature::party ||
           phrase.nature == Nature::other;
  };
  if (draft.targets.empty())
    return word.strength == Strength::strong || !word.verb || by_captors(reading_, draft) ||
           (!word.rest.empty() && !draft.tolls.empty());  // "took two prisoner"
  return std::any_of(draft.targets.begin(), draft.targets.end(), person);
}

// "Denied the attack", "denied an attack": not "denied using gas in the attack".
bool Drafter::denied_itself(const Tree& tree, uint32_t noun) const {
  constexpr Key kAbout[] = {key("on"), key("about"), key("over"), key("regarding")};
  // "ruled out a motive in a knife attack": the motive is denied, but of "reports of an attack"
  // both
  const auto up = tree.parent(noun);
  const bool of_other = up && tree.token(noun).rel == Rel::nmod && tree.token(*up).tag == Tag::NOUN;
  if (of_other && !of_speech(reading_, tree, noun)) return false;
  // "denied the statements on the shelling": that it was shelled is common ground
  const auto marker = tree.child(noun, Rel::case_);
  const bool subject_matter = of_other && marker && one_of(tree.token(*marker).form, kAbout);
  if (subject_matter && taken_for_granted(tree, noun)) return false;
  return !taken_for_granted(tree, noun) || of_speech(reading_, tree, noun);
}

// "Rebel fighters captured the airport", "captured Goma".
bool Drafter::takes_ground(const Tree& tree, const Draft& draft, const EventWord& word) const {
  const auto armed = [&](const Fill& fill) {
    const NounPhrase& phrase = reading_.mentions.phrases[fill.phrase];
    return phrase.armed || is_armed_group(phrase.party.kind);
  };
  const auto ground = [&](const Fill& fill) {
    return reading_.mentions.phrases[fill.phrase].nature == Nature::thing;
  };
  const auto object = tree.patient(draft.tellings.back().trigger.first);
  const auto phrase = object ? reading_.mentions.phrase_at(*object) : std::nullopt;
  const bool place = phrase && reading_.mentions.phrases[*phrase].nature == Nature::place;
  return word.phrase == "capture" &&
         std::any_of(draft.perpetrators.begin(), draft.perpetrators.end(), armed) &&
         (place || std::any_of(draft.targets.begin(), draft.targets.end(), ground));
}

namespace {

// "We do not plant bombs beside schools": a habit that is denied, not this deed.
bool never_does(const Tree& tree, uint32_t verb) {
  return std::ranges::any_of(tree.children(verb), [&](uint32_t c) {
    const Key form = tree.token(c).form;
    return tree.token(c).rel == Rel::aux && (form == key("do") || form == key("does"));
  });
}

}  // namespace

namespace {

// "Nobody under our command fired at it": who says so did not do it, and others may have.
bool denies_own_part(const Tree& tree, uint32_t verb) {
  constexpr Key kOurs[] = {key("our"), key("us"), key("ours")};
  auto subject = tree.child(verb, Rel::nsubj);
  if (!subject) subject = tree.child(verb, Rel::nsubj_pass);  // by a form of two readings
  if (!subject || *subject >= verb) return false;
  for (uint32_t i = *subject; i < verb; ++i) {
    if (one_of(tree.token(i).form, kOurs)) return true;
  }
  return false;
}

// Leaves no more of such a denial than who did not do it; false where it names nobody.
bool settle_own_part(const Tree& tree, uint32_t verb, Draft& draft) {
  if (!draft.denied || tree.token(verb).tag != Tag::VERB || !denies_own_part(tree, verb))
    return true;
  draft.targets.clear();
  draft.instruments.clear();
  draft.tolls.clear();
  draft.effect_only = true;
  return !draft.perpetrators.empty();
}

}  // namespace

std::optional<Draft> Drafter::start(const Tree& tree, uint32_t sentence,
                                    const EventMention& event) {
  const EventWord& word = reading_.lexicon.event_words()[event.entry];
  if (!heads_its_phrase(tree, event)) return std::nullopt;
  if (only_turns(word) && !ends_weapon(reading_, tree, event)) return std::nullopt;
  if (counterfactual(tree, event, word) || tries_else(reading_, tree, event)) return std::nullopt;
  const bool describes = word.verb && word.strength != Strength::strong &&
                         tree.token(event.head).rel == Rel::amod &&
                         !tree.active_after_all(event.head);
  if (describes || (word.verb && hyphened(event.tokens.first)))
    return std::nullopt;  // "besieged", "rebel-held"
  const Modality mode = modality(reading_, tree, event.head, word.verb);
  const bool called = mode.announced && may_be_labour(word);
  if (!mode.real && !called && word.outcome == Outcome::completed) return std::nullopt;
  if (mode.negated && word.verb && never_does(tree, event.head)) return std::nullopt;
  Draft draft;
  Telling telling;
  telling.sentence = sentence;
  telling.trigger = event.tokens;
  telling.entry = event.entry;
  telling.type = word.type;
  telling.strong = word.strength == Strength::strong && word.type != EventType::any;
  telling.outcome = called ? Outcome::planned : mode.outcome.value_or(word.outcome);
  telling.voice = voices_.voice_of(tree, sentence, event.head);
  telling.why = reading_.lexicon.describe(word.source);
  if (!word.verb && telling.voice.polarity == Polarity::denied &&
      !denied_itself(tree, event.head)) {
    telling.voice = {};  // "denied that shells had been used in the attack": there was one
  }
  draft.answer = telling.voice.polarity == Polarity::denied;
  draft.denied = mode.negated || draft.answer;
  if (draft.denied) telling.voice.polarity = Polarity::denied;
  draft.generic = mode.habitual;
  draft.enduring = mode.enduring;
  draft.effect_only = word.strength == Strength::effect;
  draft.heading = reading_.document.sentences[sentence].heading;
  draft.tellings.push_back(std::move(telling));
  if (const auto index = reading_.mentions.phrase_at(event.head); index && !word.verb) {
    const NounPhrase& phrase = reading_.mentions.phrases[*index];
    draft.additional = phrase.additional;
    draft.definite = phrase.definite;
    const std::string_view lemma = word.phrase.substr(word.phrase.rfind(' ') + 1);
    // "Suffered minor injuries": no series of events
    draft.plural = word.strength != Strength::effect &&
                   (phrase.plural || key(normal(lemma)) != tree.token(event.head).form);
  }
  RoleFiller(reading_, tree, sentence).fill(event, draft);
  count_bodies(reading_, event, draft);
  add_charged(reading_, tree, sentence, event.head, draft);
  if (!settle_own_part(tree, event.head, draft) ||
      !settle_captivity(reading_, tree, event, draft) ||
      Innocence(reading_, tree).covers(event, draft))
    return std::nullopt;
  const bool labour = settle_labour(reading_, draft);
  if (called && !labour) return std::nullopt;
  if (loots(reading_, word, draft)) {
    draft.tellings.back().type = EventType::robbery;
  } else if (befalls_people(word.type) && !of_people(draft, word)) {
    if (!takes_ground(tree, draft, word)) return std::nullopt;
    draft.tellings.back().type = EventType::battle;
  }
  // "a coalition fighting the group": who they are, not what happened
  const bool participle =
      tree.token(event.head).fine == Fine::VBG && !tree.child(event.head, Rel::aux);
  const bool described = word.verb && word.strength == Strength::weak &&
                         (participle || tree.perfect(event.head)) && draft.instruments.empty() &&
                         draft.tolls.empty();
  // of whoever speaks or acts: "the coalition fighting the group said"
  if (described && participle && tree.token(event.head).rel == Rel::acl) return std::nullopt;
  const bool turned = draft.tellings.back().outcome == Outcome::threatened ||
                      draft.tellings.back().outcome == Outcome::planned;
  const bool one_more = word.verb && draft.effect_only && draft.definite;
  draft.sequel = one_more || dies_of_it(tree, event.head, word);
  const bool much = substantial(reading_, draft, word) || for_a_cause(tree, event.head, word);
  draft.slight = described || one_more || !much || (turned && word.strength != Strength::strong);
  if (labour) draft.slight = draft.generic = false;
  if (ends_own_life(word)) draft.slight = true;  // alone it is no deed against anybody
  recall_anniversary(tree, draft);
  return draft;
}

namespace {

bool is_finite(Fine fine) { return fine == Fine::VBD || fine == Fine::VBZ || fine == Fine::VBP; }

}  // namespace

// "the second anniversary of the killing of X": the event is older than the day that is named.
void Drafter::recall_anniversary(const Tree& tree, Draft& draft) const {
  const uint32_t trigger = draft.tellings.back().trigger.first;
  for (uint32_t i = trigger; i-- > tree.sentence().first;) {
    if (is_finite(tree.token(i).fine)) break;
    // not "on the anniversary of the raid, with slogans found on the drones that were shot down"
    // nor "protesters marking the anniversary of the coup clashed with police"
    const bool beside = trigger - i > kNearRecall || is_finite(tree.token(trigger).fine);
    const bool far = beside && !tree.is_under(trigger, i);
    if (recalls(reading_, tree, i) && !far) draft.anniversary = true;
  }
  draft.commemorated = draft.anniversary;
  draft.anniversary = draft.anniversary || judged(tree, trigger);
}

bool Drafter::is_weapon(uint32_t token) const {
  const auto phrase = reading_.mentions.phrase_at(token);
  return phrase && reading_.mentions.phrases[*phrase].nature == Nature::weapon;
}

// Which event word of the sentence each hangs on, by arcs that stay within the clause, or that join
// it to a weapon ("struck by rockets and shellfire").
void Drafter::link(const Tree& tree, std::vector<Draft>& drafts, size_t first) const {
  for (size_t d = first; d < drafts.size(); ++d) {
    uint32_t at = drafts[d].tellings.back().trigger.first;
    for (int step = 0; step < kLinkReach && !drafts[d].under; ++step) {
      const Rel rel = tree.token(at).rel;
      const auto up = tree.parent(at);
      if (!up || rel == Rel::ccomp || rel == Rel::parataxis) break;
      if (rel == Rel::conj && !(step == 0 && is_weapon(*up))) break;
      for (size_t o = first; o < drafts.size(); ++o) {
        if (o != d && drafts[o].tellings.back().trigger.contains(*up)) drafts[d].under = *up;
      }
      at = *up;
    }
  }
}

void Drafter::draft(const Tree& tree, uint32_t sentence, std::vector<Draft>& drafts) {
  const size_t first_draft = drafts.size();
  for (const EventMention& event : those_in(reading_.mentions.events, tree.sentence())) {
    if (auto draft = start(tree, sentence, event)) drafts.push_back(std::move(*draft));
  }
  if (drafts.size() == first_draft) return;
  leave_out_pretexts(reading_, tree, drafts, first_draft);
  link(tree, drafts, first_draft);
  attach_times(tree, drafts, first_draft);
  attach_places(tree, drafts, first_draft);
  for (size_t d = first_draft; d < drafts.size(); ++d) resolve_facilities(tree, drafts[d]);
  attach_weapons(tree, drafts, first_draft);
  for (size_t d = first_draft; d < drafts.size(); ++d) {
    const bool armed_after_all = !drafts[d].instruments.empty() &&
                                 drafts[d].outcome() != Outcome::threatened &&
                                 drafts[d].outcome() != Outcome::planned;
    if (armed_after_all) drafts[d].slight = false;
  }
  split_by_place(tree, drafts, first_draft);
}

}  // namespace sitrep
