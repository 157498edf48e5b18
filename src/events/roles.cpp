#include "events/roles.h"

#include <algorithm>

#include "events/doers.h"
#include "events/toll_lists.h"
#include "mentions/times_words.h"

namespace sitrep {

using knowledge::EventWord;

namespace {

constexpr Key kAgainst[] = {key("on"),   key("against"), key("at"),
                            key("into"), key("toward"),  key("towards"),
                            key("near"), key("upon"),    key("inside")};
constexpr Key kBeside[] = {key("outside"), key("under"), key("beneath"), key("beside"),
                           key("behind"),  key("below"), key("opposite")};  // a bomb went off
constexpr Key kWith[] = {key("with"), key("using"), key("via")};
constexpr Key kBy = key("by"), kFrom = key("from"), kOf = key("of"), kUnder = key("under");

bool dies(const EventWord& word) {
  return word.subject == knowledge::Role::target && word.effect == Effect::killed;
}

// "A fifth victim": 5.
std::optional<int> rank_of(const Document& document, const NounPhrase& phrase) {
  for (uint32_t i = phrase.tokens.first; i < phrase.head; ++i) {
    if (const auto nth = times::ordinal_at(document, i)) return nth;
  }
  return std::nullopt;
}

bool intercepts(Outcome outcome) {
  return outcome == Outcome::intercepted || outcome == Outcome::foiled;
}

}  // namespace

bool flies(std::string_view weapon_class) {
  constexpr std::string_view kFlying[] = {"drone",      "rocket", "missile",    "aircraft",
                                          "helicopter", "mortar", "projectile", "artillery"};
  return std::find(std::begin(kFlying), std::end(kFlying), weapon_class) != std::end(kFlying);
}

void RoleFiller::fill(const EventMention& event, Draft& draft) {
  word_ = &reading_.lexicon.event_words()[event.entry];
  if (word_->verb)
    fill_verb(event, draft);
  else
    fill_noun(event, draft);
}

void RoleFiller::fill_verb(const EventMention& event, Draft& draft) {
  const uint32_t verb = event.head;
  if (event.rest.size() > 0) return fill_parted(event, draft);
  const auto taken = befallen(tree_, event);
  const bool passive = (taken || tree_.passive(verb)) && !governs_all(event);
  const bool listed = word_->effect != Effect::unknown && listed_toll(reading_, tree_, verb);
  if (listed) return put(Role::target, *phrase_at_end(verb), draft, "list of a toll");
  auto actor = passive ? tree_.agent(verb) : subject_of_deed(reading_, tree_, verb);
  if (passive && !actor) actor = tree_.agent(event.tokens.last - 1);  // "burned alive by"
  if (passive && !actor) actor = agent_behind_place(reading_, tree_, verb);
  auto patient = governs_all(event) ? phrase_behind(event) : taken ? taken : tree_.patient(verb);
  const bool headline = tree_.token(verb).fine == Fine::VBN && !patient &&
                        !tree_.child(verb, Rel::aux) && !phrase_behind(event);
  if (headline) patient = phrase_at_end(verb);  // "Five Shot at Concert"
  if (!actor && !passive) actor = phrase_before(verb);
  if (actor && speaks_of_known(*actor)) draft.definite = true;
  if (!patient && !passive) patient = phrase_behind(event);
  const size_t known = draft.perpetrators.size();
  if (actor) put(word_->subject, *actor, draft, passive ? "by-phrase of the passive" : "subject");
  const bool plain = passive && word_->strength != knowledge::Strength::weak;
  for (size_t i = known; plain && i < draft.perpetrators.size(); ++i)
    draft.perpetrators[i].sure = true;
  if (patient && patient != actor) {
    // "several rounds landed", "shells hit": an intransitive's only argument is its subject
    put(object_role(*patient), *patient, draft, passive ? "subject of the passive" : "object");
  }
  fill_prepositions(verb, *word_, draft);
  fill_own_weapon(event, draft);
  if (patient) fill_means(*patient, draft);
  fill_own_preposition(event, draft);
}

// "Three fell inside", "a fifth victim died": of those told of before.
bool RoleFiller::speaks_of_known(uint32_t actor) const {
  if (tree_.token(actor).tag == Tag::NUM) return true;
  const auto phrase = reading_.mentions.phrase_at(actor);
  return phrase && dies(*word_) && rank_of(reading_.document, reading_.mentions.phrases[*phrase]);
}

// "Took the driver and 12 passengers hostage": the objects are the noun phrases in between,
// whatever the tree makes of them, but for those behind a preposition.
void RoleFiller::fill_parted(const EventMention& event, Draft& draft) {
  const bool passive = tree_.passive(event.head);
  auto actor = passive ? tree_.agent(event.head) : tree_.subject(event.head);
  if (!actor && !passive) actor = phrase_before(event.head);
  if (actor) put(word_->subject, *actor, draft, passive ? "by-phrase of the passive" : "subject");
  const size_t tolls_before = draft.tolls.size();
  // "was taken by armed men into the bush"
  const auto patient = passive ? tree_.patient(event.head) : std::nullopt;
  if (patient) put(word_->object, *patient, draft, "subject of the passive");
  for (uint32_t i = event.tokens.last; i < event.rest.last; ++i) {
    const auto index = reading_.mentions.phrase_at(i);
    if (!index) continue;
    const NounPhrase& phrase = reading_.mentions.phrases[*index];
    const uint32_t first = phrase.tokens.first;
    const bool behind = tree_.token(first - 1).tag == Tag::ADP;
    const bool between = event.tokens.last <= first && first < event.rest.first;
    if (between && !behind) put_one(word_->object, *index, draft, "object");
    i = std::max(i, phrase.tokens.last - 1);
  }
  add_up(draft, tolls_before);
  fill_prepositions(event.head, *word_, draft);
}

// What is sent or set off is a means, or nothing: "both men were sent home" makes nobody an
// attacker.
knowledge::Role RoleFiller::object_role(uint32_t patient) const {
  if (word_->object == Role::none) return Role::target;
  const auto phrase = reading_.mentions.phrase_at(patient);
  const bool people = phrase && reading_.mentions.phrases[*phrase].nature == Nature::party;
  return word_->object == Role::instrument && people ? Role::none : word_->object;
}

// "Guards shot dead a boy", "a caller threatened to blow up the station": an object behind the
// whole phrase, and a subject before it.
bool RoleFiller::governs_all(const EventMention& event) const {
  const uint32_t last = event.tokens.last;
  if (event.tokens.size() < 2 || last >= tree_.sentence().last ||
      tree_.child(event.head, Rel::aux_pass) || !tree_.child(event.head, Rel::nsubj))
    return false;
  const Tag next = tree_.token(last).tag;
  const bool complement = tree_.token(last - 1).form == key("dead");
  const bool infinitive = tree_.token(event.tokens.first + 1).form == key("to");
  return infinitive || (complement && (next == Tag::DET || next == Tag::NUM));
}

std::optional<uint32_t> RoleFiller::phrase_at_end(uint32_t verb) const {
  if (verb <= tree_.sentence().first) return std::nullopt;
  const auto phrase = reading_.mentions.phrase_at(verb - 1);
  return phrase ? std::optional(reading_.mentions.phrases[*phrase].head) : std::nullopt;
}

// Where the tree gives a finite verb no subject, the noun phrase right before it is taken.
std::optional<uint32_t> RoleFiller::phrase_before(uint32_t verb) const {
  const Fine fine = tree_.token(verb).fine;
  if (verb <= tree_.sentence().first ||
      (fine != Fine::VBD && fine != Fine::VBZ && fine != Fine::VBP && fine != Fine::VBN))
    return std::nullopt;
  const auto phrase = reading_.mentions.phrase_at(verb - 1);
  return phrase ? std::optional(reading_.mentions.phrases[*phrase].head) : std::nullopt;
}

// Likewise the noun phrase right behind it for its object.
std::optional<uint32_t> RoleFiller::phrase_behind(const EventMention& event) const {
  if (event.tokens.last >= tree_.sentence().last ||
      tree_.token(event.tokens.last - 1).tag == Tag::ADP)
    return std::nullopt;
  const auto phrase = reading_.mentions.phrase_at(event.tokens.last);
  return phrase ? std::optional(reading_.mentions.phrases[*phrase].head) : std::nullopt;
}

// "shelled the village with mortars", where the tree hangs the mortars on the village.
void RoleFiller::fill_means(uint32_t patient, Draft& draft) {
  tree_.prepositions(patient, [&](Key preposition, uint32_t object) {
    const auto phrase = reading_.mentions.phrase_at(object);
    const bool weapon = phrase && reading_.mentions.phrases[*phrase].nature == Nature::weapon;
    if (weapon && one_of(preposition, kWith)) put(Role::instrument, object, draft, "with-phrase");
  });
}

// "Used batons against": the weapon is one of the phrase's own words.
void RoleFiller::fill_own_weapon(const EventMention& event, Draft& draft) {
  for (uint32_t i = event.tokens.first + 1; i < event.tokens.last; ++i) {
    const auto phrase = reading_.mentions.phrase_at(i);
    if (!phrase || reading_.mentions.phrases[*phrase].head != i) continue;
    if (reading_.mentions.phrases[*phrase].nature == Nature::weapon)
      put_one(Role::instrument, *phrase, draft, "in the event's own words");
  }
}

// "opened fire on X", "came under fire from X": the phrase itself ends in the preposition.
void RoleFiller::fill_own_preposition(const EventMention& event, Draft& draft) {
  const uint32_t last = event.tokens.last - 1;
  if (event.tokens.size() < 2 || tree_.token(last).tag != Tag::ADP ||
      event.tokens.last >= tree_.sentence().last)
    return;
  const auto phrase = reading_.mentions.phrase_at(event.tokens.last);
  if (phrase)
    put(word_->object, reading_.mentions.phrases[*phrase].head, draft, "object of its preposition");
}

void RoleFiller::fill_noun(const EventMention& event, Draft& draft) {
  const uint32_t noun = event.head;
  if (const auto by = tree_.agent(noun))
    put(word_->subject == Role::none ? Role::perpetrator : word_->subject, *by, draft, "by-phrase");
  if (const auto owner = tree_.child(noun, Rel::nmod_poss)) {
    const auto phrase = reading_.mentions.phrase_at(*owner);
    if (phrase) put(owner_role(noun, *phrase), *owner, draft, "possessor");
  }
  fill_modifiers(event, draft);
  fill_prepositions(noun, *word_, draft);
  const auto above = tree_.parent(noun);  // "an exchange of fire | with soldiers"
  if (above && event.tokens.contains(*above)) fill_prepositions(*above, *word_, draft);
  if (tree_.token(noun).tag == Tag::VERB) fill_gerund(noun, draft);
  fill_adjacent(event, draft);
  fill_light_verb(event, draft);
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
    put_one(Role::perpetrator, *index, draft, "modifier");
  else if (phrase.owner && is_act_of_owner(*word_, tree_.token(event.head).lemma))
    put_owner(*index, draft);
  if (phrase.possessor)
    put_one(owner_role(event.head, *phrase.possessor), *phrase.possessor, draft, "possessor");
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

// "A Pakistani car bombing killed nine": not Pakistan did.
bool RoleFiller::may_have_done(const NounPhrase& phrase) const {
  if (phrase.nature == Nature::party || phrase.nature == Nature::place) return true;
  if (phrase.party.nation.empty() || phrase.nature != Nature::event)
    return !phrase.party.nation.empty();
  if (!phrase.party.actor_id.empty()) return true;
  const auto [first, last] = within(reading_.mentions.events, tree_.sentence());
  for (size_t i = first; i < last; ++i) {
    const EventMention& own = reading_.mentions.events[i];
    if (own.head == phrase.head)
      return done_by_states(reading_.lexicon.event_words()[own.entry], phrase);
  }
  return true;
}

// Whether a nation before the word did it: "the Israeli raid", but not "the Lebanese conflict",
// "the Pakistani car bombing", "the Colombian massacre".
bool RoleFiller::done_by_states(const EventWord& word, const NounPhrase& event) const {
  constexpr Key kAdvances[] = {key("offensive"), key("invasion"),  key("incursion"),
                               key("assault"),   key("operation"), key("counteroffensive"),
                               key("siege"),     key("blockade"),  key("advance")};
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
      return one_of(tree_.token(event.head).lemma, kAdvances);
    default:
      return false;
  }
}

// "The minister's assassination" befell the minister; "the rebels' killing of a priest" did not
// befall the rebels.
knowledge::Role RoleFiller::owner_role(uint32_t noun, uint32_t owner) const {
  if (word_->strength == knowledge::Strength::effect) return Role::target;
  const bool personal = word_->effect == Effect::killed || word_->effect == Effect::abducted ||
                        word_->effect == Effect::wounded || befalls_people(word_->type);
  if (!personal) return Role::perpetrator;
  bool other_victim = false;
  tree_.prepositions(noun, [&](Key preposition, uint32_t) {
    other_victim = other_victim || preposition == kOf || one_of(preposition, kAgainst);
  });
  const NounPhrase& phrase = reading_.mentions.phrases[owner];
  const bool by_them = other_victim || phrase.armed || !phrase.party.actor_id.empty();
  return by_them ? Role::perpetrator : Role::target;
}

void RoleFiller::fill_prepositions(uint32_t head, const EventWord& word, Draft& draft) {
  const bool of_is_object = word.object != Role::none && !word.verb;
  tree_.prepositions(head, [&](Key preposition, uint32_t object) {
    const auto phrase = reading_.mentions.phrase_at(object);
    if (!phrase) return;
    const NounPhrase& np = reading_.mentions.phrases[*phrase];
    if (word.type == EventType::battle && !word.verb && fights_in(preposition, np)) {
      const size_t known = draft.perpetrators.size();
      put(Role::perpetrator, object, draft, "who fights");
      for (size_t i = known; i < draft.perpetrators.size(); ++i) draft.perpetrators[i].sure = true;
    } else if (one_of(preposition, kWith) || preposition == kBy) {
      if (np.nature == Nature::weapon || is_measure_phrase(np))
        put(Role::instrument, object, draft, "with-phrase");
    } else if (preposition == kOf && of_is_object) {
      put(word.object, object, draft, "of-phrase");
    } else if (preposition == kFrom && np.nature == Nature::party && np.armed) {
      put(Role::perpetrator, object, draft, "from-phrase");
    } else if (word.subject == Role::instrument && one_of(preposition, kBeside) &&
               np.nature == Nature::thing) {
      put(Role::target, object, draft, "beside-phrase");
    } else if (one_of(preposition, kAgainst) && np.nature != Nature::event) {
      put(word.object == Role::instrument ? Role::target
          : word.object == Role::none     ? Role::target
                                          : word.object,
          object, draft, "against-phrase");
    }
  });
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
  if (subject && light->subject == "target")
    put(Role::target, *subject, draft, "subject of a light verb");
}

void RoleFiller::set_outcome(Outcome outcome, Draft& draft) {
  if (outcome != Outcome::completed && !draft.tellings.empty())
    draft.tellings.back().outcome = outcome;
}

void RoleFiller::put(Role role, uint32_t token, Draft& draft, const char* rule) {
  const size_t tolls_before = draft.tolls.size();
  if (role == Role::target) put_pronoun(token, draft, rule);
  tree_.conjuncts(token, [&](uint32_t t) {
    const auto phrase = reading_.mentions.phrase_at(t);
    if (!phrase || (t != token && verb_between(token, t))) return;
    const NounPhrase& np = reading_.mentions.phrases[*phrase];
    put_one(role, *phrase, draft, rule);
    if (role == Role::target) put_whole(t, draft, rule);
    if (!is_measure_phrase(np)) return;
    const size_t counted = draft.tolls.size();
    tree_.prepositions(
        t,
        [&](Key preposition, uint32_t object) {  // "rounds of indirect fire", "members of the army"
          const auto inner = reading_.mentions.phrase_at(object);
          if (preposition == kOf && inner) put_one(role, *inner, draft, rule);
        });
    if (np.count.known()) draft.tolls.resize(std::min(counted, draft.tolls.size()));
  });
  add_up(draft, tolls_before);
}

// "She died", "he was hit in the leg": one, though who it is stands elsewhere.
void RoleFiller::put_pronoun(uint32_t token, Draft& draft, const char* rule) {
  constexpr Key kOne[] = {key("he"), key("she"), key("him"), key("her")};
  const bool taken = word_->type == EventType::seizure && word_->verb;
  const Effect effect = taken ? Effect::abducted : word_->effect;
  const bool human =
      effect == Effect::killed || effect == Effect::wounded || effect == Effect::abducted;
  if (!human || draft.tellings.back().outcome != Outcome::completed ||
      !one_of(tree_.token(token).form, kOne))
    return;
  const Quantity one{1, 1, 1, std::string(reading_.document.word(token))};
  draft.tolls.push_back({effect, one, sentence_, draft.tellings.back().voice, rule});
}

// "14 of the 20 soldiers": the soldiers are the target, though only 14 are counted.
void RoleFiller::put_whole(uint32_t number, Draft& draft, const char* rule) {
  if (tree_.token(number).tag != Tag::NUM) return;
  tree_.prepositions(number, [&](Key preposition, uint32_t object) {
    const auto whole = reading_.mentions.phrase_at(object);
    if (preposition != kOf || !whole) return;
    const NounPhrase& phrase = reading_.mentions.phrases[*whole];
    if (phrase.nature != Nature::party || phrase.pronoun) return;
    const std::string why = std::string(rule) + (phrase.why.empty() ? "" : ", " + phrase.why);
    draft.targets.push_back(
        {*whole, sentence_, draft.tellings.back().voice, why, word_->effect, {}, true});
  });
}

// "killing three and wounding two": what follows the second verb is its own.
bool RoleFiller::verb_between(uint32_t first, uint32_t last) const {
  for (uint32_t i = first + 1; i < last; ++i) {
    const Token& t = tree_.token(i);
    if (t.tag == Tag::VERB && t.rel != Rel::amod) return true;
    if (reading_.lexicon.toll_noun(t.lemma) || reading_.lexicon.toll_noun(t.form))
      return true;  // "wounded", whatever its tag
  }
  return false;
}

// "two soldiers and three civilians": the toll of one word is their sum.
void RoleFiller::add_up(Draft& draft, size_t first) {
  if (draft.tolls.size() < first + 2) return;
  Toll sum = draft.tolls[first];
  const auto add = [](std::optional<int64_t>& to, const std::optional<int64_t>& n) {
    to = to && n ? std::optional(*to + *n) : std::nullopt;
  };
  for (size_t i = first + 1; i < draft.tolls.size(); ++i) {
    add(sum.quantity.low, draft.tolls[i].quantity.low);
    add(sum.quantity.best, draft.tolls[i].quantity.best);
    add(sum.quantity.high, draft.tolls[i].quantity.high);
    sum.quantity.text += " and " + draft.tolls[i].quantity.text;
  }
  draft.tolls.resize(first);
  draft.tolls.push_back(std::move(sum));
}

void RoleFiller::put_one(Role role, uint32_t index, Draft& draft, const char* rule) {
  const NounPhrase& phrase = reading_.mentions.phrases[index];
  const bool weapon =
      phrase.nature == Nature::weapon || (phrase.weapon && phrase.nature == Nature::event);
  const Outcome outcome = draft.tellings.back().outcome;
  const bool dateline =
      phrase.tokens.first >= reading_.dateline_begin && phrase.tokens.first < reading_.dateline_end;
  if (role == Role::none || phrase.pronoun || dateline) return;
  if (role == Role::any) role = weapon ? Role::instrument : Role::perpetrator;
  if (role == Role::perpetrator && phrase.nature == Nature::weapon) role = Role::instrument;
  if (role == Role::instrument && !weapon)
    role = phrase.nature == Nature::party ? Role::perpetrator : Role::none;
  const bool acts =
      role == Role::target && phrase.nature == Nature::weapon && word_->subject == Role::instrument;
  if (acts) role = Role::instrument;  // "the bomb that exploded"
  const bool ruins = word_->effect == Effect::destroyed || intercepts(outcome);
  const bool crewed = phrase.kind == "aircraft" || phrase.kind == "helicopter";
  // "their jet was hit by a missile" is a target
  const bool shot_down =
      phrase.nature == Nature::weapon && flies(phrase.kind) && (ruins || !crewed);
  if (role == Role::target && shot_down) {
    if (ruins) set_outcome(Outcome::intercepted, draft);
    role = Role::instrument;
  }
  const Voice voice = draft.tellings.back().voice;
  const std::string why = std::string(rule) + (phrase.why.empty() ? "" : ", " + phrase.why);
  if (role == Role::instrument) {
    draft.instruments.push_back({index, sentence_, voice, why, Effect::unknown, phrase.count});
  } else if (role == Role::perpetrator) {
    if (may_have_done(phrase) && !intercepts(outcome))
      draft.perpetrators.push_back({index, sentence_, voice, why, Effect::unknown, phrase.count});
  } else if (role == Role::target) {
    put_target(index, draft, rule);
  }
}

void RoleFiller::put_target(uint32_t index, Draft& draft, const char* rule) {
  const NounPhrase& phrase = reading_.mentions.phrases[index];
  if (draft.tellings.back().voice.names_speaker(index, phrase.head)) return;
  const bool human = word_->effect == Effect::killed || word_->effect == Effect::wounded ||
                     word_->effect == Effect::abducted;
  if (human && phrase.nature == Nature::other && phrase.count.known())
    return put_toll(index, draft, rule);  // "two others"
  const bool fits = phrase.nature == Nature::party || phrase.nature == Nature::thing ||
                    phrase.nature == Nature::weapon || phrase.nature == Nature::place;
  if (!fits || (human && phrase.nature != Nature::party)) return;
  const bool means = std::any_of(draft.instruments.begin(), draft.instruments.end(),
                                 [&](const Fill& f) { return f.phrase == index; });
  if (means) return;
  const std::string why = std::string(rule) + (phrase.why.empty() ? "" : ", " + phrase.why);
  if (phrase.nature != Nature::place) {
    draft.targets.push_back({index, sentence_, draft.tellings.back().voice, why, effect_on(phrase),
                             phrase.count, phrase.nature == Nature::party});
  }
  if (phrase.nature == Nature::party) put_toll(index, draft, rule);
}

// "Five people", "a shopkeeper"; "a fifth victim" died: five in all by then; "guests" are two or
// more.
Quantity RoleFiller::number_of(const NounPhrase& phrase) const {
  const std::string words(reading_.document.slice(phrase.tokens));
  const auto nth = dies(*word_) ? rank_of(reading_.document, phrase) : std::nullopt;
  if (nth) return {*nth, *nth, *nth, words};
  if (phrase.count.known()) return phrase.count;
  if (phrase.person && !phrase.plural) return {1, 1, 1, words};
  if (phrase.person && phrase.plural && !phrase.body) return {2, {}, {}, words};
  return {};
}

// "five people were wounded": the number of those whom the effect befell.
void RoleFiller::put_toll(uint32_t index, Draft& draft, const char* rule) {
  const NounPhrase& phrase = reading_.mentions.phrases[index];
  const Effect effect = effect_on(phrase);
  const bool human =
      effect == Effect::killed || effect == Effect::wounded || effect == Effect::abducted;
  if (draft.tellings.back().outcome != Outcome::completed) return;
  if (!human && !word_->hits) return;
  const Quantity quantity = number_of(phrase);
  if (!quantity.known()) return;
  const Voice& voice = draft.tellings.back().voice;
  if (human)
    draft.tolls.push_back({effect, quantity, sentence_, voice, rule});
  else
    draft.hits.push_back({Effect::wounded, quantity, sentence_, voice, rule});
}

// "Seized a priest", "seized 300 rifles": only people are abducted.
Effect RoleFiller::effect_on(const NounPhrase& phrase) const {
  const bool taken = word_->type == EventType::seizure && phrase.person && !phrase.body;
  return taken && word_->verb ? Effect::abducted : word_->effect;
}

bool RoleFiller::is_measure_phrase(const NounPhrase& phrase) const {
  return is_measure(reading_.document.tokens[phrase.head].lemma);
}

}  // namespace sitrep
