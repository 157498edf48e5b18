#include "events/roles.h"

#include <algorithm>

#include "events/doers.h"
#include "events/role_prepositions.h"
#include "events/toll_lists.h"

namespace sitrep {

using knowledge::EventWord;

bool intercepts(Outcome outcome) {
  return outcome == Outcome::intercepted || outcome == Outcome::foiled;
}

bool dies(const EventWord& word) {
  return word.subject == knowledge::Role::target && word.effect == Effect::killed;
}

bool names_scene(const Document& document, const NounPhrase& phrase, EventType type) {
  const bool of_crowd =
      type == EventType::protest || type == EventType::riot || type == EventType::work_stoppage;
  bool by_name = false;  // "Niger", not "Nigerien"
  for (uint32_t i = phrase.tokens.first; i < phrase.head; ++i)
    by_name = by_name || document.tokens[i].tag == Tag::PROPN;
  return by_name && phrase.party.kind == PartyKind::state && (phrase.site || of_crowd);
}

bool flies(std::string_view weapon_class) {
  constexpr std::string_view kFlying[] = {"drone",      "rocket", "missile",    "aircraft",
                                          "helicopter", "mortar", "projectile", "artillery"};
  return std::find(std::begin(kFlying), std::end(kFlying), weapon_class) != std::end(kFlying);
}

void trust_doers(Draft& draft, size_t first) {
  for (size_t i = first; i < draft.perpetrators.size(); ++i) draft.perpetrators[i].sure = true;
}

namespace {

// "Detonated himself": whoever is the subject did it.
bool befalls_doer(const knowledge::EventWord& word) {
  return word.type == EventType::suicide_bombing &&
         (word.phrase.find("self") != word.phrase.npos ||
          word.phrase.find("selves") != word.phrase.npos);
}

}  // namespace

void RoleFiller::fill(const EventMention& event, Draft& draft) {
  word_ = &reading_.lexicon.event_words()[event.entry];
  effect_ = fatal(event) ? Effect::killed : word_->effect;
  // "Foiled a plot to kill the minister", "tried to abduct": nobody was
  if (word_->outcome == Outcome::completed && draft.tellings.back().outcome != Outcome::completed)
    effect_ = Effect::unknown;
  if (word_->verb) {
    fill_verb(event, draft);
    put_fatal_part(event, draft);
    if (befalls_doer(*word_)) trust_doers(draft, 0);
  } else {
    fill_noun(event, draft);
  }
}

void RoleFiller::fill_verb(const EventMention& event, Draft& draft) {
  const uint32_t verb = event.head;
  if (event.rest.size() > 0) return fill_parted(event, draft);
  if (tree_.token(verb).tag == Tag::AUX) return fill_been(event, draft);
  const auto taken = befallen(tree_, event);
  const bool passive =
      !befalls_doer(*word_) && (taken || (tree_.passive(verb) && !governs_all(event)));
  const bool listed =
      word_->effect != Effect::unknown && !dies(*word_) && listed_toll(reading_, tree_, verb);
  if (listed) return put_list(*reading_.mentions.phrase_at(verb - 1), draft);
  auto actor = passive ? tree_.agent(verb) : subject_of_deed(reading_, tree_, verb);
  if (passive && !actor) actor = tree_.agent(event.tokens.last - 1);  // "burned alive by"
  if (passive && !actor) actor = agent_behind_place(reading_, tree_, verb);
  const auto patient = patient_of(event, passive);
  if (!actor && !passive) actor = phrase_before(verb);
  if (actor && speaks_of_known(*actor)) draft.definite = true;
  if (!actor && ends_own_life(*word_)) {  // "before turning the gun on himself"
    const auto above = tree_.parent(verb);
    actor = above ? tree_.subject(*above) : std::nullopt;
  }
  const size_t known = draft.perpetrators.size();
  if (patient && !passive && put_upon_self(verb, *patient, actor, draft)) return;
  if (actor && ends_own_life(*word_)) return put_to_self(*actor, draft);
  if (actor) put(word_->subject, *actor, draft, passive ? "by-phrase of the passive" : "subject");
  const bool clash = tree_.token(verb).lemma == key("clash");  // "students clashed with police"
  if ((passive || clash) && word_->strength != knowledge::Strength::weak) trust_doers(draft, known);
  if (patient && patient != actor) {
    // "several rounds landed", "shells hit": an intransitive's only argument is its subject
    const size_t before = draft.targets.size(), tolls = draft.tolls.size();
    put(object_role(*patient), *patient, draft, passive ? "subject of the passive" : "object");
    put_company(verb, tolls, draft);
    for (size_t i = tolls; i < draft.tolls.size(); ++i)
      draft.tolls[i].inflicted =
          !passive && word_->subject != Role::none;  // not "doctors pronounced"
    mark_sure(event, draft, before);
    // "Coalition forces destroyed a drone": they shot it down
    const bool downed = intercepts(draft.tellings.back().outcome) && !intercepts(word_->outcome);
    if (downed)
      draft.perpetrators.erase(draft.perpetrators.begin() + static_cast<long>(known),
                               draft.perpetrators.end());
  }
  const size_t beside = draft.targets.size();
  fill_prepositions(verb, *word_, draft);
  if (word_->strength == knowledge::Strength::strong || word_->subject == Role::instrument)
    mark_sure(event, draft, beside);
  fill_own_weapon(event, draft);
  if (patient) fill_means(*patient, draft);
  fill_own_preposition(event, draft);
}

// "One of its buses had been hit by a bullet": a phrase that begins with "be" has its own subject.
void RoleFiller::fill_been(const EventMention& event, Draft& draft) {
  const auto verb = tree_.parent(event.head);
  auto subject = verb && event.tokens.contains(*verb) ? tree_.patient(*verb) : std::nullopt;
  if (!subject && verb) subject = tree_.subject(*verb);
  if (!subject) subject = phrase_before_auxiliary(event.head + 1);
  const size_t before = draft.targets.size();
  if (subject) put(word_->subject, *subject, draft, "subject of the passive");
  mark_sure(event, draft, before);
  fill_prepositions(event.head, *word_, draft);
  fill_own_preposition(event, draft);
}

// "Was kidnapped along with eight others": they, too.
void RoleFiller::put_company(uint32_t verb, size_t tolls, Draft& draft) {
  if (!harms()) return;
  for (const uint32_t c : tree_.children(verb)) {
    const auto index = reading_.mentions.phrase_at(c);
    if (!index || !stands_along_with(*index)) continue;
    put(Role::target, c, draft, "along with");
    add_up(draft.tolls, tolls);
  }
}

// "Along with", "together with" before people.
bool RoleFiller::stands_along_with(uint32_t phrase) const {
  constexpr Key kAlong[] = {key("along"), key("together")};
  const NounPhrase& people = reading_.mentions.phrases[phrase];
  const uint32_t first = people.tokens.first;
  if (first < tree_.sentence().first + 2 || !one_of(tree_.token(first - 2).form, kAlong))
    return false;
  const bool somebody = people.person || (people.nature == Nature::other && people.count.known());
  return tree_.token(first - 1).form == key("with") && somebody;
}

// "Burned tyres", "downed tools": what stands in the event's own words is no more than that.
void RoleFiller::mark_sure(const EventMention& event, Draft& draft, size_t first) const {
  for (size_t i = first; i < draft.targets.size(); ++i) {
    const NounPhrase& phrase = reading_.mentions.phrases[draft.targets[i].phrase];
    const bool thing = phrase.nature == Nature::thing && phrase.kind != "other";
    const bool struck = thing || (phrase.person && harms());
    draft.targets[i].sure = struck && !event.tokens.contains(phrase.head);
  }
}

std::optional<uint32_t> RoleFiller::patient_of(const EventMention& event, bool passive) const {
  if (governs_all(event)) return phrase_behind(event);
  if (const auto taken = befallen(tree_, event)) return taken;
  const auto own = tree_.child(event.head, Rel::nsubj_pass);
  if (passive && !own && tree_.child(event.head, Rel::aux_pass)) {
    if (const auto before = phrase_before_auxiliary(event.head)) return before;
  }
  const auto found = tree_.patient(event.head);
  if (found && is_own_means(event, *found)) return std::nullopt;
  if (found) return counted_at(aged_at(*found));
  const auto behind = phrase_behind(event);
  const bool headline =
      tree_.token(event.head).fine == Fine::VBN && !behind && !tree_.child(event.head, Rel::aux);
  if (headline) return phrase_at_end(event.head);  // "Five Shot at Concert"
  return passive ? std::nullopt : behind;
}

// "Threw petrol bombs at the centre": what was thrown is no target.
bool RoleFiller::is_own_means(const EventMention& event, uint32_t patient) const {
  const auto phrase = reading_.mentions.phrase_at(patient);
  return phrase && event.tokens.contains(patient) && word_->object == Role::target &&
         reading_.mentions.phrases[*phrase].nature == Nature::weapon;
}

// "Took the driver and 12 passengers hostage": the objects are the noun phrases in between,
// whatever the tree makes of them, but for those behind a preposition.
void RoleFiller::fill_parted(const EventMention& event, Draft& draft) {
  const bool passive = tree_.passive(event.head);
  auto actor = passive ? tree_.agent(event.head) : tree_.subject(event.head);
  if (!actor && !passive) actor = phrase_before(event.head);
  if (!passive && put_upon_self(event.head, event.tokens.last, actor, draft)) return;
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
    if (between && !behind) put_parted(*index, draft);
    i = std::max(i, phrase.tokens.last - 1);
  }
  add_up(draft.tolls, tolls_before);
  for (size_t i = tolls_before; i < draft.tolls.size(); ++i)
    draft.tolls[i].inflicted = !passive && word_->subject != Role::none;
  fill_prepositions(event.head, *word_, draft);
}

void RoleFiller::put_parted(uint32_t index, Draft& draft) {
  put_pronoun(reading_.mentions.phrases[index].head, draft, "object");
  put_one(word_->object, index, draft, "object");
  put_whole(reading_.mentions.phrases[index].head, draft, "object");
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
  const Token& end = tree_.token(last - 1);  // "burned alive two men"
  const bool complement = end.form == key("dead") || end.tag == Tag::ADJ;
  const bool infinitive = tree_.token(event.tokens.first + 1).form == key("to");
  const bool away = event.tokens.size() > 2 && end.form == key("with");  // "made off with"
  return infinitive || away || (complement && (next == Tag::DET || next == Tag::NUM));
}

// "shelled the village with mortars", where the tree hangs the mortars on the village; likewise
// "detonated a charge on a patrol".
void RoleFiller::fill_means(uint32_t patient, Draft& draft) {
  const bool means = word_->object == Role::instrument && !intercepts(word_->outcome);
  tree_.prepositions(patient, [&](Key preposition, uint32_t object) {
    const auto phrase = reading_.mentions.phrase_at(object);
    const Nature nature = phrase ? reading_.mentions.phrases[*phrase].nature : Nature::other;
    if (nature == Nature::weapon && one_of(preposition, kWith))
      put(Role::instrument, object, draft, "with-phrase");
    const bool aim = one_of(preposition, kAgainst) && preposition != key("near");
    const bool struck = nature == Nature::thing || nature == Nature::party;
    if (means && struck && (aim || one_of(preposition, kBeside)))
      put(Role::target, object, draft, "against-phrase");
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

// "Smothered with a pillow", "beaten with an iron bar": any thing will do. Not "left with a broken
// arm", "killed with impunity".
bool RoleFiller::is_tool(const NounPhrase& phrase) const {
  const Key first = tree_.token(phrase.tokens.first).form;
  const bool one = first == key("a") || first == key("an");
  const bool thing = phrase.nature == Nature::thing || phrase.nature == Nature::other;
  return word_->verb && (word_->hits || word_->effect == Effect::killed) && one && thing &&
         !phrase.person && !phrase.pronoun &&
         !reading_.lexicon.toll_noun(tree_.token(phrase.head).lemma);
}

void RoleFiller::put_tool(uint32_t index, Draft& draft) const {
  Fill tool;
  tool.phrase = index;
  tool.sentence = sentence_;
  tool.voice = draft.tellings.back().voice;
  tool.why = "with-phrase of a blow";
  tool.count = reading_.mentions.phrases[index].count;
  tool.sure = true;
  draft.instruments.push_back(std::move(tool));
}

void RoleFiller::fill_prepositions(uint32_t head, const EventWord& word, Draft& draft) {
  const bool of_is_object = word.object != Role::none && !word.verb;
  const bool weapon_acts = word.verb && word.subject == Role::any && !draft.instruments.empty() &&
                           draft.targets.empty();  // "a car bomb blew up"
  const bool of_means =
      (weapon_acts || word.subject == Role::instrument || word.object == Role::instrument) &&
      !intercepts(word.outcome);
  tree_.prepositions(head, [&](Key preposition, uint32_t object) {
    const auto phrase = reading_.mentions.phrase_at(object);
    if (!phrase) return;
    const NounPhrase& np = reading_.mentions.phrases[*phrase];
    if (word.type == EventType::battle && !word.verb && fights_in(preposition, np)) {
      const size_t known = draft.perpetrators.size();
      put(Role::perpetrator, object, draft, "who fights");
      trust_doers(draft, known);
    } else if (one_of(preposition, kWith) || preposition == kBy) {
      const bool people = np.nature == Nature::party;  // "a base with members of the alliance"
      if (np.nature == Nature::weapon || (!people && is_measure_phrase(np)))
        put(Role::instrument, object, draft, "with-phrase");
      else if (preposition == key("with") && is_tool(np))
        put_tool(*phrase, draft);
    } else if (preposition == kOf && of_is_object) {
      put(word.object, object, draft, "of-phrase");
    } else if (preposition == kFrom && np.nature == Nature::party && np.armed) {
      put(Role::perpetrator, object, draft, "from-phrase");
    } else if (of_means && one_of(preposition, kBeside) && np.nature == Nature::thing) {
      put_beside(object, draft);
    } else if (word.verb && preposition == key("near") && !draft.targets.empty()) {
      return;  // "blew up her car near her home"
    } else if (dies(word) && tree_.token(object).tag == Tag::NUM) {
      return;  // "died at 71"
    } else if (one_of(preposition, kAgainst) && np.nature != Nature::event) {
      put(word.object == Role::instrument ? Role::target
          : word.object == Role::none     ? Role::target
                                          : word.object,
          object, draft, "against-phrase");
    }
  });
}

// "A car blew up outside the court": what befell the court stays open.
void RoleFiller::put_beside(uint32_t object, Draft& draft) {
  const size_t before = draft.targets.size();
  put(Role::target, object, draft, "beside-phrase");
  for (size_t i = before; i < draft.targets.size(); ++i) draft.targets[i].effect = Effect::unknown;
}

void RoleFiller::set_outcome(Outcome outcome, Draft& draft) {
  if (outcome != Outcome::completed && !draft.tellings.empty())
    draft.tellings.back().outcome = outcome;
}

}  // namespace sitrep
