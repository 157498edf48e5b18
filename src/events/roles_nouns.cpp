// The roles round an event's noun: "the killing of X by Y", "the Israeli raid on Z".
#include <algorithm>

#include "events/doers.h"
#include "events/role_prepositions.h"
#include "events/roles.h"

namespace sitrep {

bool is_fire(Key noun) { return noun == key("fire") || noun == key("gunfire"); }

using knowledge::EventWord;

namespace {

bool is_advance(Key noun) {
  constexpr Key kAdvances[] = {key("offensive"), key("invasion"),  key("incursion"),
                               key("assault"),   key("operation"), key("counteroffensive"),
                               key("siege"),     key("blockade"),  key("advance")};
  return one_of(noun, kAdvances);
}

// What is done to buildings, vehicles and the like: not "a prison riot", "the rail strike".
bool strikes_sites(const EventWord& word, Key noun) {
  switch (word.type) {
    case EventType::battle:  // "the hotel siege", not "a border clash"
      return noun == key("siege") || noun == key("assault");
    case EventType::any:
      return word.strength == knowledge::Strength::strong;
    case EventType::shelling:
    case EventType::air_strike:
    case EventType::drone_attack:
    case EventType::bombing:
    case EventType::suicide_bombing:
    case EventType::armed_attack:
    case EventType::hijacking:
    case EventType::arson:
    case EventType::robbery:
    case EventType::raid:
      return true;
    default:
      return false;
  }
}

}  // namespace

void RoleFiller::fill_noun(const EventMention& event, Draft& draft) {
  const uint32_t noun = event.head;
  const size_t before = draft.targets.size();
  if (const auto by = tree_.agent(noun))
    put(word_->subject == Role::none ? Role::perpetrator : word_->subject, *by, draft, "by-phrase");
  if (const auto owner = tree_.child(noun, Rel::nmod_poss)) {
    const auto phrase = reading_.mentions.phrase_at(*owner);
    if (phrase) put(owner_role(noun, *phrase), *owner, draft, "possessor");
  }
  fill_modifiers(event, draft);
  put_multiple(event, draft);
  fill_prepositions(noun, *word_, draft);
  const auto above = tree_.parent(noun);  // "an exchange of fire | with soldiers"
  if (above && event.tokens.contains(*above)) fill_prepositions(*above, *word_, draft);
  if (tree_.token(noun).tag == Tag::VERB) fill_gerund(noun, draft);
  if (word_->effect == Effect::wounded || is_wound()) fill_wounded(noun, draft);
  fill_adjacent(event, draft);
  fill_light_verb(event, draft);
  if (word_->strength == knowledge::Strength::strong) mark_sure(event, draft, before);
}

// "A double homicide", "the triple shooting": how many it befell.
void RoleFiller::put_multiple(const EventMention& event, Draft& draft) const {
  constexpr Key kMultiples[] = {key("single"), key("double"), key("triple"), key("quadruple"),
                                key("quintuple")};
  constexpr Key kHits[] = {key("shooting"), key("stabbing")};
  const bool kills = word_->effect == Effect::killed;
  const bool hits = one_of(tree_.token(event.head).lemma, kHits);
  const auto index = reading_.mentions.phrase_at(event.head);
  if (!index || (!kills && !hits)) return;
  const NounPhrase& phrase = reading_.mentions.phrases[*index];
  for (uint32_t i = phrase.tokens.first; i < event.head; ++i) {
    const auto multiple = std::ranges::find(kMultiples, tree_.token(i).form) - kMultiples;
    if (multiple == 0 || multiple == std::ssize(kMultiples)) continue;
    const int64_t number = multiple + 1;
    Toll toll{kills ? Effect::killed : Effect::wounded,
              {number, number, number, std::string(reading_.document.word(i))},
              sentence_,
              draft.tellings.back().voice,
              "number in the event's name"};
    (kills ? draft.tolls : draft.hits).push_back(std::move(toll));
    return;
  }
}

// "Treated 31 people with bullet wounds", "were treated for burns", "a girl with head injuries":
// who has them. Who is found with them, or died, may be dead.
void RoleFiller::fill_wounded(uint32_t wound, Draft& draft) {
  const auto preposition = tree_.child(wound, Rel::case_);
  const auto up = tree_.parent(wound);
  if (!preposition || !up) return;
  const Key how = tree_.token(*preposition).form;
  const bool suffers = how == key("from") && tree_.token(*up).lemma == key("suffer");
  if (suffers) return put_sufferer(*up, draft);
  if (how != key("with") && how != key("for")) return;
  constexpr Key kMayBeDead[] = {key("find"), key("discover"), key("die"), key("recover")};
  const auto verb = tree_.token(*up).tag == Tag::VERB ? up : tree_.parent(*up);
  if (!is_wound() && verb && one_of(tree_.token(*verb).lemma, kMayBeDead)) return;
  auto who = verb == up ? tree_.patient(*up) : up;
  if (!who && verb == up) who = tree_.subject(*up);
  const auto nominal = tree_.child(*up, Rel::nsubj);  // "are in the hospital with burns"
  if (nominal && verb != up) who = nominal;
  const auto phrase = who ? reading_.mentions.phrase_at(*who) : std::nullopt;
  if (phrase && reading_.mentions.phrases[*phrase].nature == Nature::party)
    put(Role::target, *who, draft, "who has the wounds");
}

// "Denied bombing the theatre", "accused of shelling the town": a verb for all that it is known as
// a noun.
void RoleFiller::fill_gerund(uint32_t verb, Draft& draft) {
  const auto object = tree_.child(verb, Rel::obj);
  if (!object) return;
  put(Role::target, *object, draft, "object of the gerund");
  if (const auto subject = tree_.subject(verb))
    put(Role::perpetrator, *subject, draft, "subject of the gerund");
}

// "the killing of X", where the tree does not say so: the noun phrase behind the preposition behind
// the noun.
void RoleFiller::fill_adjacent(const EventMention& event, Draft& draft) {
  const uint32_t at = event.tokens.last;
  if (at + 1 >= tree_.sentence().last || tree_.token(at).tag != Tag::ADP) return;
  const auto phrase = reading_.mentions.phrase_at(at + 1);
  if (!phrase) return;
  const Key preposition = tree_.token(at).form;
  const uint32_t head = reading_.mentions.phrases[*phrase].head;
  if (tree_.is_under(head, event.head)) return;  // the tree has it
  if (preposition == kOf && word_->object != Role::none)
    put(word_->object, head, draft, "of-phrase");
  else if (preposition == kBy)
    put(Role::any, head, draft, "by-phrase");
  else if (preposition == key("on") || preposition == key("against"))
    put(Role::target, head, draft, "against-phrase");
  else if (one_of(preposition, kAgainst) &&
           reading_.mentions.phrases[*phrase].nature == Nature::thing)
    put(Role::target, head, draft, "against-phrase");  // "suicide bombings at a mosque"
}

// "a US drone strike", "Katyusha rocket attack": weapons and parties inside the event's own noun
// phrase.
void RoleFiller::fill_modifiers(const EventMention& event, Draft& draft) {
  const auto index = reading_.mentions.phrase_at(event.head);
  if (!index) return;
  const NounPhrase& phrase = reading_.mentions.phrases[*index];
  if (phrase.weapon) put_one(Role::instrument, *index, draft, "modifier");
  const bool by_party =
      !phrase.party.actor_id.empty() || (!phrase.party.nation.empty() && !phrase.place);
  const bool able = !phrase.party.actor_id.empty() || done_by_states(*word_, phrase);
  if (by_party && able && !intercepts(word_->outcome))
    put_own_doer(*index, draft);
  else if (phrase.owner && is_act_of_owner(*word_, tree_.token(event.head).lemma))
    put_owner(*index, draft);
  if (phrase.site && strikes_sites(*word_, tree_.token(event.head).lemma)) put_site(*index, draft);
  if (phrase.possessor)
    put_one(owner_role(event.head, *phrase.possessor), *phrase.possessor, draft, "possessor");
}

// "An Israeli air raid", "the Hezbollah attack": the event's own words leave no doubt about it.
void RoleFiller::put_own_doer(uint32_t event, Draft& draft) {
  const size_t before = draft.perpetrators.size();
  put_one(Role::perpetrator, event, draft, "modifier");
  trust_doers(draft, before);
}

// "A rebel ambush", "an army raid": whose deed it is.
void RoleFiller::put_owner(uint32_t index, Draft& draft) {
  if (intercepts(word_->outcome)) return;
  Fill owner;
  owner.phrase = index;
  owner.sentence = sentence_;
  owner.voice = draft.tellings.back().voice;
  owner.why = "whose deed it is";
  owner.by_weapon = true;
  draft.perpetrators.push_back(std::move(owner));
}

// "The mosque attack": its target stands in its own words.
void RoleFiller::put_site(uint32_t event, Draft& draft) const {
  const Telling& telling = draft.tellings.back();
  if (intercepts(telling.outcome)) return;
  Fill fill;
  fill.phrase = event;
  fill.sentence = sentence_;
  fill.voice = telling.voice;
  fill.why = "place in the event's own words";
  fill.site = true;
  draft.targets.push_back(std::move(fill));
}

// "A Pakistani car bombing killed nine": not Pakistan did.
bool RoleFiller::may_have_done(const NounPhrase& phrase) const {
  if (phrase.nature == Nature::party || phrase.nature == Nature::place) return true;
  if (phrase.nature == Nature::thing && phrase.body) return true;  // "the ministry arrested nine"
  if (phrase.party.nation.empty() || phrase.nature != Nature::event)
    return !phrase.party.nation.empty();
  if (!phrase.party.actor_id.empty()) return true;
  for (const EventMention& own : those_in(reading_.mentions.events, tree_.sentence())) {
    if (own.head == phrase.head)
      return done_by_states(reading_.lexicon.event_words()[own.entry], phrase);
  }
  return true;
}

// Whether a nation before the word did it: "the Israeli raid", but not "the Lebanese conflict",
// "the Pakistani car bombing", "the Colombian massacre".
bool RoleFiller::done_by_states(const EventWord& word, const NounPhrase& event) const {
  switch (word.type) {
    case EventType::air_strike:
    case EventType::drone_attack:
    case EventType::shelling:
    case EventType::strike:
    case EventType::raid:
    case EventType::arrest:
    case EventType::seizure:
    case EventType::any:
      return true;
    case EventType::bombing:  // "the Israeli bombing", not "the Pakistani car bombing"
      return !event.weapon && word.phrase.find(' ') == word.phrase.npos;
    case EventType::battle:
      return is_advance(tree_.token(event.head).lemma);
    case EventType::armed_attack:  // "Israeli gunfire"
      return is_fire(tree_.token(event.head).lemma);
    default:
      return false;
  }
}

// "The minister's assassination" befell the minister; "the rebels' killing of a priest" did not
// befall the rebels.
knowledge::Role RoleFiller::owner_role(uint32_t noun, uint32_t owner) const {
  if (word_->strength == knowledge::Strength::effect) return Role::target;
  const bool personal = word_->effect == Effect::killed || word_->effect == Effect::abducted ||
                        word_->effect == Effect::wounded || word_->hits ||
                        befalls_people(word_->type);
  if (!personal) return Role::perpetrator;
  bool other_victim = false;
  tree_.prepositions(noun, [&](Key preposition, uint32_t object) {
    const auto phrase = reading_.mentions.phrase_at(object);  // not "on Monday", "in Cali"
    const bool hit = phrase && (reading_.mentions.phrases[*phrase].nature == Nature::party ||
                                reading_.mentions.phrases[*phrase].nature == Nature::thing);
    other_victim = other_victim || preposition == kOf || (hit && one_of(preposition, kAgainst));
  });
  const NounPhrase& phrase = reading_.mentions.phrases[owner];
  const bool by_them = other_victim || phrase.armed || !phrase.party.actor_id.empty();
  return by_them ? Role::perpetrator : Role::target;
}

// "came under fire", "carried out the attack", "foiled an attack": the verb's subject belongs to
// the noun.
void RoleFiller::fill_light_verb(const EventMention& event, Draft& draft) {
  const Token& noun = tree_.token(event.head);
  const auto verb = tree_.parent(event.head);
  if (!verb || tree_.token(*verb).tag != Tag::VERB) return;
  const auto* light = reading_.lexicon.light_verb(tree_.token(*verb).lemma);
  if (!light) return;
  const bool object = noun.rel == Rel::obj || noun.rel == Rel::nsubj_pass || noun.rel == Rel::acl;
  const auto preposition = tree_.child(event.head, Rel::case_);
  const bool under =
      noun.rel == Rel::obl && preposition && tree_.token(*preposition).lemma == kUnder;
  if (!object && !under) return;
  set_outcome(light->outcome, draft);
  const auto subject = noun.rel == Rel::nsubj_pass ? tree_.agent(*verb) : tree_.subject(*verb);
  if (subject && light->subject == "perpetrator")
    put(Role::perpetrator, *subject, draft, "subject of a light verb");
  if (subject && light->subject == "target") {
    put(Role::target, *subject, draft, "subject of a light verb");
    const bool spared = light->outcome == Outcome::failed;  // "survived the ambush"
    for (Fill& fill : draft.targets) {
      if (spared && fill.human) fill.effect = Effect::none;
    }
  }
}

}  // namespace sitrep
