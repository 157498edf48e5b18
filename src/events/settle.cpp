#include "events/settle.h"

#include <algorithm>

#include "events/disputes.h"
#include "events/doers.h"
#include "events/modality.h"
#include "events/own_side.h"
#include "events/roles.h"
#include "events/speakers.h"

namespace sitrep {

namespace {

constexpr Key kActing[] = {key("it"), key("they"), key("we"), key("i")};

// "Fire", "launch": what it is done to is a means; not "was hit by".
bool sends(const knowledge::EventWord& word) {
  return word.object == knowledge::Role::instrument && word.subject != knowledge::Role::target;
}

bool holds(const std::vector<Fill>& fills, uint32_t phrase) {
  return std::any_of(fills.begin(), fills.end(),
                     [&](const Fill& fill) { return fill.phrase == phrase; });
}

}  // namespace

// "Were accused by the army of kidnapping two men": the army did not.
bool Settler::accuses(uint32_t head) const {
  if (head < tree_.sentence().first || head >= tree_.sentence().last ||
      tree_.token(head).rel != Rel::obl_agent)
    return false;
  const auto verb = tree_.parent(head);
  for (const SpeechMention& speech : those_in(reading_.mentions.speech, tree_.sentence())) {
    if (verb && speech.head == *verb &&
        reading_.lexicon.speech()[speech.entry].certainty == Certainty::accused)
      return true;
  }
  return false;
}

// "12 people were killed, two residents and a doctor said": the two are not among them.
void Settler::drop_speakers(Draft& draft, bool act) const {
  const Voice& voice = draft.tellings.back().voice;
  if (voice.said_by.size() == 0) return;
  const auto speaks = [&](const Fill& fill) {
    return voice.names_speaker(fill.phrase, phrase_of(fill).head);
  };
  std::erase_if(draft.targets, speaks);
  std::erase_if(draft.perpetrators,
                [&](const Fill& fill) { return accuses(phrase_of(fill).head); });
  if (act || draft.answer) return;  // "the army said it had bombed", "denied bombing"
  const bool alone = draft.perpetrators.size() == 1;
  std::erase_if(draft.perpetrators, [&](const Fill& fill) {
    return speaks(fill) && (fill.learnt || !alone || !may_act(phrase_of(fill)));
  });
}

// "It may have been a landmine that killed them": the event hangs on it.
bool Settler::stands_above(const Telling& telling, const Fill& fill) const {
  const uint32_t head = phrase_of(fill).head;
  const uint32_t trigger = telling.trigger.first;
  const bool here = head >= tree_.sentence().first && head < tree_.sentence().last;
  return here && tree_.is_under(trigger, head) && tree_.child(head, Rel::cop);
}

// "What appeared to be petrol bombs", "suspected rebels": less sure than the rest.
void Settler::lower_hedged(Draft& draft) {
  for (auto* fills : {&draft.perpetrators, &draft.instruments, &draft.targets}) {
    for (Fill& fill : *fills) {
      if (fill.voice.certainty != Certainty::stated) continue;
      if (const auto certainty = voices_.hedged_noun(phrase_of(fill).tokens))
        fill.voice.certainty = *certainty;
      else if (stands_above(draft.tellings.back(), fill))
        fill.voice.certainty =
            voices_.voice_of(tree_, fill.sentence, phrase_of(fill).head).certainty;
    }
  }
}

// "Is believed to have carried out the attack": whoever did it is in doubt, the attack is not.
void Settler::doubt_doers(Draft& draft) {
  const TokenRange trigger = draft.tellings.back().trigger;
  if (!voices_.beyond_doubt(tree_, trigger.first) && !voices_.beyond_doubt(tree_, trigger.last - 1))
    return;
  const uint32_t noun = trigger.last - 1;
  for (auto* fills : {&draft.perpetrators, &draft.instruments}) {
    for (Fill& fill : *fills) {
      const uint32_t head = phrase_of(fill).head;
      const bool here = head >= tree_.sentence().first && head < tree_.sentence().last;
      if (!here || fill.voice.certainty != Certainty::stated || tree_.is_under(head, noun))
        continue;
      fill.voice.certainty = voices_.doubt_of(tree_, head);
    }
  }
}

// Whether another clause than the event's own, or the clause round "the attack", denies it.
bool Settler::denies(const Telling& telling, const Fill& fill) {
  const uint32_t head = phrase_of(fill).head;
  const uint32_t trigger = telling.trigger.last - 1;
  if (head < tree_.sentence().first || head >= tree_.sentence().last ||
      tree_.is_under(head, trigger) || tree_.is_under(trigger, head))
    return false;
  const bool granted = tree_.token(trigger).tag == Tag::NOUN && taken_for_granted(tree_, trigger);
  const uint32_t clause = tree_.clause(head);
  const bool own = clause == tree_.clause(trigger) || tree_.is_under(trigger, clause);
  if (own && !granted) return false;
  return tree_.negated(clause) ||
         voices_.voice_of(tree_, fill.sentence, clause).polarity == Polarity::denied;
}

void Settler::dispute(Draft& draft) {
  const Telling& telling = draft.tellings.back();
  if (telling.voice.polarity == Polarity::denied) return;
  dispute_fills(draft, [&](const Fill& fill) -> std::optional<Voice> {
    if (!denies(telling, fill)) return {};
    return voices_.voice_of(tree_, fill.sentence, tree_.clause(phrase_of(fill).head));
  });
}

// "Russian missiles struck", "warplanes of the coalition bombed", "its helicopters hit", "rebel
// rockets landed": the weapon's owner did it.
void Settler::add_owner(const Fill& weapon, Draft& draft) const {
  const NounPhrase& phrase = phrase_of(weapon);
  const bool weapons = phrase.nature == Nature::weapon || phrase.owner;
  const bool scene = names_scene(reading_.document, phrase, draft.type());
  if (!weapons || scene || befell(weapon)) return;
  Fill owner = weapon;
  owner.why = "whose weapon it is";
  owner.count = {};
  std::optional<uint32_t> found = phrase.possessor;
  if (!found) found = body_behind(reading_, tree_, weapon.phrase);
  tree_.prepositions(phrase.head, [&](Key preposition, uint32_t object) {
    if (preposition == key("of") && !found) found = reading_.mentions.phrase_at(object);
  });
  const bool own = begins_with_own(reading_.document, phrase);
  if (!found && own) found = weapon.voice.speaker;
  if (found && may_act(reading_.mentions.phrases[*found])) {
    owner.phrase = *found;
    if (!holds(draft.perpetrators, owner.phrase)) draft.perpetrators.push_back(std::move(owner));
  } else if (phrase.owner || !phrase.party.nation.empty()) {
    owner.by_weapon = true;
    owner.sure = phrase.owner || is_fire(reading_.document.tokens[phrase.head].lemma);
    draft.perpetrators.push_back(std::move(owner));
  }
}

// "A Russian helicopter was hit by gunfire", "a police helicopter crashed": no deed of its owner.
bool Settler::befell(const Fill& fill) const {
  constexpr Key kMishaps[] = {key("crash"), key("collide"), key("overturn"), key("sink"),
                              key("capsize")};
  const uint32_t weapon = phrase_of(fill).head;
  const auto verb = tree_.parent(weapon);
  if (!verb) return false;
  if (one_of(tree_.token(*verb).lemma, kMishaps)) return true;
  if (tree_.token(weapon).rel != Rel::nsubj_pass) return false;
  for (const EventMention& event : those_in(reading_.mentions.events, tree_.sentence())) {
    const auto& word = reading_.lexicon.event_words()[event.entry];
    if (event.tokens.contains(*verb))  // "were fired at the town", "were shot down"
      return !sends(word) && !(word.outcome == Outcome::intercepted && flies_alone(fill));
  }
  return false;
}

// "Chad acknowledged that its helicopters had hit a village": vehicles, too, have an owner who
// speaks.
void Settler::add_driver(Draft& draft) const {
  const Telling& telling = draft.tellings.back();
  const auto& word = reading_.lexicon.event_words()[telling.entry];
  const bool acts = word.subject != knowledge::Role::target;  // not "their vehicle hit a mine"
  if (!word.verb || !acts || !telling.voice.speaker) return;
  const auto subject = tree_.subject(telling.trigger.first);
  const auto index = subject ? reading_.mentions.phrase_at(*subject) : std::nullopt;
  if (!index || tree_.passive(telling.trigger.first)) return;
  const NounPhrase& vehicle = reading_.mentions.phrases[*index];
  const bool own = begins_with_own(reading_.document, vehicle);
  if (vehicle.kind != "vehicle" || !own ||
      !may_act(reading_.mentions.phrases[*telling.voice.speaker]))
    return;
  Fill driver;
  driver.phrase = *telling.voice.speaker;
  driver.sentence = telling.sentence;
  driver.voice = telling.voice;
  driver.why = "whose vehicle it is";
  draft.perpetrators.push_back(std::move(driver));
}

// Who does what the event's word says, as the grammar has it: of a noun, by its light verb.
std::optional<uint32_t> Settler::actor_of(const Telling& telling) const {
  const auto& word = reading_.lexicon.event_words()[telling.entry];
  if (word.subject == knowledge::Role::instrument) return std::nullopt;  // "exploded"
  std::optional<uint32_t> verb = telling.trigger.first;
  if (!word.verb) verb = tree_.parent(telling.trigger.last - 1);
  const bool acts = verb && (word.verb || reading_.lexicon.light_verb(tree_.token(*verb).lemma));
  if (!acts) return std::nullopt;
  return tree_.passive(*verb) ? tree_.agent(*verb) : tree_.subject(*verb);
}

// "Barrels were dropped by an army helicopter": a weapon that does the deed, and need not be its
// means.
std::optional<Fill> Settler::weapon_that_acts(const Telling& telling) const {
  const auto actor = actor_of(telling);
  const auto phrase = actor ? reading_.mentions.phrase_at(*actor) : std::nullopt;
  if (!phrase || !reading_.mentions.phrases[*phrase].owner) return std::nullopt;
  const auto object = tree_.patient(telling.trigger.first);  // "an army tank hit a mine"
  const auto met = object ? reading_.mentions.phrase_at(*object) : std::nullopt;
  if (met && reading_.mentions.phrases[*met].nature == Nature::weapon &&
      !tree_.passive(telling.trigger.first))
    return std::nullopt;
  Fill weapon;
  weapon.phrase = *phrase;
  weapon.sentence = telling.sentence;
  weapon.voice = telling.voice;
  return weapon;
}

// A drone or missile: whoever brings it down, its owner sent it. A helicopter may only have flown
// by.
bool Settler::flies_alone(const Fill& weapon) const {
  const NounPhrase& phrase = phrase_of(weapon);
  const std::string_view kind = phrase.weapon
                                    ? reading_.lexicon.weapons()[*phrase.weapon].weapon_class
                                    : std::string_view(phrase.kind);
  return flies(kind) && kind != "aircraft" && kind != "helicopter";
}

void Settler::add_owners(Draft& draft) const {
  if (!draft.perpetrators.empty() || draft.outcome() == Outcome::foiled) return;
  std::vector<Fill> weapons = draft.instruments;
  if (draft.outcome() == Outcome::intercepted)
    std::erase_if(weapons, [&](const Fill& weapon) { return !flies_alone(weapon); });
  else
    add_driver(draft);
  if (const auto striking = weapon_that_acts(draft.tellings.back());
      striking && draft.outcome() != Outcome::intercepted)
    weapons.push_back(*striking);
  for (const Fill& weapon : weapons) {
    if (draft.perpetrators.empty()) add_owner(weapon, draft);
  }
}

// Whether a pronoun is the one who does what the event's word says.
bool Settler::acts(const Telling& telling, uint32_t pronoun) const {
  const auto& word = reading_.lexicon.event_words()[telling.entry];
  const uint32_t trigger = word.verb ? telling.trigger.first : telling.trigger.last - 1;
  std::optional<uint32_t> verb = word.verb ? std::optional(trigger) : tree_.parent(trigger);
  if (!verb || tree_.passive(*verb)) return false;
  const bool light = word.verb || reading_.lexicon.light_verb(tree_.token(*verb).lemma) != nullptr;
  const bool actor = !word.verb || word.subject == knowledge::Role::perpetrator ||
                     word.subject == knowledge::Role::any;
  return light && actor && tree_.subject(*verb) == pronoun;
}

// "We, the Front, fired": the Front says so.
std::optional<uint32_t> Settler::own_name_at(uint32_t pronoun) const {
  const auto phrase = reading_.mentions.phrase_at(pronoun);
  return phrase ? own_name(reading_, *phrase) : std::nullopt;
}

// "Police said they had shot two men": with nobody else told of before, "they" are who speaks.
bool Settler::stands_alone(uint32_t actor, uint32_t pronoun) const {
  const NounPhrase& one = reading_.mentions.phrases[actor];
  if (one.person && !one.plural) return false;
  for (uint32_t i = 0; i < reading_.mentions.phrases.size(); ++i) {
    const NounPhrase& other = reading_.mentions.phrases[i];
    if (other.tokens.first >= pronoun) break;
    const bool party = other.nature == Nature::party || other.nature == Nature::other;
    if (i != actor && party && !other.pronoun && (other.plural || other.body || other.group))
      return false;
  }
  return true;
}

// "The group said it had carried out the bombing": who speaks did it.
void Settler::add_speaker(uint32_t pronoun, Draft& draft) const {
  const Telling& telling = draft.tellings.back();
  Voice voice = telling.voice;
  const bool we = tree_.token(pronoun).form == key("we");
  if (!voice.speaker) voice.speaker = own_name_at(pronoun);
  if (!voice.speaker && we) voice.speaker = publisher(reading_);
  if (!voice.speaker) return;
  const auto called = group_called(reading_, *voice.speaker);
  const uint32_t actor = called.value_or(spoken_for(reading_, *voice.speaker));
  std::erase_if(draft.perpetrators,
                [&](const Fill& fill) { return fill.learnt && fill.phrase == actor; });
  if (holds(draft.perpetrators, actor)) return;
  const NounPhrase& speaker = reading_.mentions.phrases[actor];
  const bool deny_we = voice.polarity == Polarity::denied && we;  // "'We did not bomb it,' he said"
  const Key form = tree_.token(pronoun).form;
  const bool arms = speaker.armed || is_armed_group(speaker.party.kind);
  const bool band = speaker.plural && arms && !speaker.authority;  // "the rebels said they"
  const bool onlooker =
      speaker.authority || speaker.person || speaker.party.kind == PartyKind::international;
  const bool of_them = form == key("they") && onlooker && !band && !stands_alone(actor, pronoun);
  const bool body = speaker.named && !speaker.person;  // of a name that no dictionary has
  const bool able = may_act(speaker) || body || called;
  if ((!able && !deny_we) || of_them) return;
  Fill fill;
  fill.phrase = actor;
  fill.sentence = telling.sentence;
  fill.voice = voice;
  if (fill.voice.polarity == Polarity::affirmed && fill.voice.certainty == Certainty::stated)
    fill.voice.certainty = Certainty::claimed;
  fill.own_word = fill.sure = true;
  fill.why = "who says \"" + std::string(reading_.document.word(pronoun)) + "\" did it";
  draft.perpetrators.push_back(std::move(fill));
}

// "By forces of either the regime or Russia": whose forces they are.
void Settler::add_states(const Fill& men, std::vector<Fill>& bodies) const {
  constexpr Key kMen[] = {key("force"), key("troop"), key("soldier"), key("jet"), key("aircraft")};
  const uint32_t head = phrase_of(men).head;
  const bool here = head >= tree_.sentence().first && head < tree_.sentence().last;
  if (!here || !one_of(tree_.token(head).lemma, kMen)) return;
  tree_.prepositions(head, [&](Key preposition, uint32_t object) {
    if (preposition != key("of") && preposition != key("from")) return;
    tree_.conjuncts(object, [&](uint32_t t) {
      const auto side = reading_.mentions.phrase_at(t);
      if (!side || holds(bodies, *side)) return;
      const NounPhrase& np = reading_.mentions.phrases[*side];
      constexpr Key kRule[] = {key("regime"), key("government"), key("junta"), key("state")};
      const bool state = np.party.kind == PartyKind::state || one_of(tree_.token(t).lemma, kRule);
      if (!state) return;
      Fill body = men;
      body.phrase = *side;
      body.count = {};
      body.why = "whose forces they are";
      body.sure = true;
      bodies.push_back(std::move(body));
    });
  });
}

// "Fighters of the Front killed nine": the Front did.
void Settler::add_bodies(Draft& draft) const {
  std::vector<Fill> bodies;
  for (const Fill& fill : draft.perpetrators) {
    const auto body = body_behind(reading_, tree_, fill.phrase);
    if (!fill.learnt) add_states(fill, bodies);
    if (!body || fill.learnt || holds(bodies, *body)) continue;
    bodies.push_back(fill);
    bodies.back().phrase = *body;
    bodies.back().count = {};
    bodies.back().why = "whose fighters they are";
    bodies.back().sure = true;
  }
  for (Fill& body : bodies) {
    std::erase_if(draft.perpetrators,
                  [&](const Fill& fill) { return fill.learnt && fill.phrase == body.phrase; });
    if (!holds(draft.perpetrators, body.phrase)) draft.perpetrators.push_back(std::move(body));
  }
}

// "A man who admitted setting fire to it", "confessed to planting the bomb": who admits it did it.
void Settler::add_admitting(Draft& draft) const {
  const Telling& telling = draft.tellings.back();
  const uint32_t verb = telling.trigger.first;
  constexpr Key kAdmitting[] = {key("admit"), key("confess"), key("acknowledge"), key("deny")};
  const auto up = tree_.parent(verb);
  const bool admits = up && tree_.token(verb).fine == Fine::VBG && telling.voice.speaker &&
                      one_of(tree_.token(*up).lemma, kAdmitting) &&
                      tree_.token(*up).tag == Tag::VERB;
  if (!admits || !draft.perpetrators.empty() || tree_.child(verb, Rel::nsubj)) return;
  Fill fill;
  fill.phrase = *telling.voice.speaker;
  fill.sentence = telling.sentence;
  fill.voice = telling.voice;
  fill.own_word = fill.sure = true;
  fill.why = "who admits or denies it";
  if (reading_.mentions.phrases[fill.phrase].pronoun) return;
  draft.perpetrators.push_back(std::move(fill));
}

void Settler::settle(Draft& draft) {
  const Sentence& s = tree_.sentence();
  std::optional<uint32_t> pronoun;
  for (uint32_t i = s.first; i < s.last; ++i) {
    if (one_of(tree_.token(i).form, kActing) && acts(draft.tellings.back(), i)) pronoun = i;
  }
  settle_downing(draft);
  const bool known = !draft.perpetrators.empty();
  drop_speakers(draft, pronoun.has_value());
  dispute(draft);
  dispute_contrasts(draft);
  dispute_numbers(draft);
  dispute_places(draft);
  lower_hedged(draft);
  doubt_doers(draft);
  if (pronoun) add_speaker(*pronoun, draft);
  add_admitting(draft);
  add_owners(draft);
  add_bodies(draft);
  claim_own_deeds(reading_, draft);
  if (draft.answer) {  // "denied bombing the school"
    for (Fill& fill : draft.perpetrators) fill.sure = true;
  }
  // "admitted that its helicopters had hit a village": whoever may act and did tells a deed
  if (!known && !draft.perpetrators.empty()) draft.slight = false;
}

}  // namespace sitrep
