// What a noun phrase adds to a draft in the role that the event word's frame gives it.
#include <algorithm>

#include "events/antecedents.h"
#include "events/loot.h"
#include "events/role_prepositions.h"
#include "events/roles.h"
#include "events/sums.h"
#include "mentions/times_words.h"

namespace sitrep {

namespace {

// "A fifth victim": 5.
std::optional<int> rank_of(const Document& document, const NounPhrase& phrase) {
  for (uint32_t i = phrase.tokens.first; i < phrase.head; ++i) {
    if (const auto nth = times::ordinal_at(document, i)) return nth;
  }
  return std::nullopt;
}

// "A couple", "the trio".
int64_t members_of(Key noun) {
  constexpr Key kTwo[] = {key("couple"), key("pair"), key("duo")};
  return one_of(noun, kTwo) ? 2 : noun == key("trio") ? 3 : 1;
}

}  // namespace

// "Three fell inside", "a fifth victim died": of those told of before.
bool RoleFiller::speaks_of_known(uint32_t actor) const {
  if (tree_.token(actor).tag == Tag::NUM) return true;
  const auto phrase = reading_.mentions.phrase_at(actor);
  return phrase && dies(*word_) && rank_of(reading_.document, reading_.mentions.phrases[*phrase]);
}

void RoleFiller::put(Role role, uint32_t token, Draft& draft, const char* rule) {
  const size_t tolls_before = draft.tolls.size(), hits_before = draft.hits.size();
  if (role == Role::target) put_pronoun(token, draft, rule);
  for (const Listed& one : list_at(token, role == Role::target)) {
    const NounPhrase& np = reading_.mentions.phrases[one.phrase];
    const size_t tolls = draft.tolls.size(), hits = draft.hits.size();
    put_one(role, one.phrase, draft, rule);
    if (!one.counts) draft.tolls.resize(tolls), draft.hits.resize(hits);
    if (role == Role::target) put_whole(one.token, draft, rule);
    if (!is_measure_phrase(np)) continue;
    const size_t counted = draft.tolls.size();
    tree_.prepositions(
        one.token,
        [&](Key preposition, uint32_t object) {  // "rounds of indirect fire", "members of the army"
          const auto inner = reading_.mentions.phrase_at(object);
          if (preposition == kOf && inner) put_one(role, *inner, draft, rule);
        });
    if (np.count.known()) draft.tolls.resize(std::min(counted, draft.tolls.size()));
  }
  if (role == Role::target) put_included(token, draft);
  if (role != Role::target) put_name_of(role, token, draft, rule);
  add_up(draft.tolls, tolls_before);
  add_up(draft.hits, hits_before);
}

// "By a friend, Luis Gomez, 19", "the rebel group, the M23": who that is.
void RoleFiller::put_name_of(Role role, uint32_t actor, Draft& draft, const char* rule) {
  const auto& phrases = reading_.mentions.phrases;
  const auto who = reading_.mentions.phrase_at(actor);
  if (!who || phrases[*who].named || phrases[*who].plural || phrases[*who].pronoun) return;
  const bool put = std::ranges::any_of(draft.perpetrators,
                                       [&](const Fill& fill) { return fill.phrase == *who; });
  if (!put && phrases[*who].nature != Nature::other) return;
  for (const uint32_t c : tree_.children(actor)) {
    const auto name = reading_.mentions.phrase_at(c);
    if (tree_.token(c).rel != Rel::appos || !name || *name <= *who) continue;  // it follows
    const NounPhrase& named = phrases[*name];
    const bool one = named.named && named.nature == Nature::party && !named.plural;
    const bool set_off = reading_.document.word(named.tokens.first - 1) == ",";  // no "- WXYZ.com"
    if (one && set_off) return put_one(role, *name, draft, rule);
  }
}

// "Killed 14, including five children", "14 were killed, among them five children": these are of
// the number that is told.
void RoleFiller::put_included(uint32_t people, Draft& draft) {
  const auto whole = reading_.mentions.phrase_at(people);
  const uint32_t behind = whole ? reading_.mentions.phrases[*whole].tokens.last : people + 1;
  std::vector<uint32_t> included = included_from(behind);
  if (included.empty()) included = included_from(draft.tellings.back().trigger.last);
  const size_t tolls = draft.tolls.size(), hits = draft.hits.size();
  for (const uint32_t phrase : included) put_target(phrase, draft, "included");
  draft.tolls.resize(std::min(tolls, draft.tolls.size()));
  draft.hits.resize(std::min(hits, draft.hits.size()));
}

// Whether the event's word says what befell people.
bool RoleFiller::harms() const { return effect_ >= Effect::killed; }

// "A priest was stabbed": wounded, unless he is said to have died. Where anything may be hit, only
// people of whom the number is told.
bool RoleFiller::is_hit(const NounPhrase& phrase, const Draft& draft) const {
  const bool people = word_->hits && !harms() && phrase.person && !phrase.body;
  return people && draft.tellings.back().outcome == Outcome::completed &&
         (word_->type != EventType::any || number_of(phrase).best);
}

// "She died", "he was hit in the leg": one, though who it is stands elsewhere. "Killed them": as
// many as are meant.
void RoleFiller::put_pronoun(uint32_t token, Draft& draft, const char* rule) {
  constexpr Key kOne[] = {key("he"), key("she"), key("him"), key("her")};
  const Key form = tree_.token(token).form;
  const bool taken = word_->type == EventType::seizure && word_->verb;  // "they seized him"
  const bool counts = harms() || taken || (word_->hits && word_->type != EventType::any);
  if (!counts || draft.tellings.back().outcome != Outcome::completed ||
      (!one_of(form, kOne) && form != key("them")))
    return;
  const auto who = antecedent(reading_, tree_, token);
  if (who) put_person(*who, draft, rule);
  Quantity quantity = who ? number_of(reading_.mentions.phrases[*who]) : Quantity{};
  if (one_of(form, kOne)) quantity = {1, 1, 1, std::string(reading_.document.word(token))};
  if (!quantity.known()) return;
  const Effect effect = harms() ? effect_ : taken ? Effect::abducted : Effect::wounded;
  auto& tolls = harms() || taken ? draft.tolls : draft.hits;
  tolls.push_back({effect, quantity, sentence_, draft.tellings.back().voice, rule});
}

void RoleFiller::put_person(uint32_t index, Draft& draft, const char* rule) {
  const NounPhrase& phrase = reading_.mentions.phrases[index];
  const std::string why = std::string(rule) + (phrase.why.empty() ? "" : ", " + phrase.why);
  Fill fill{index, sentence_, draft.tellings.back().voice, why, effect_, {}, true};
  fill.hit = is_hit(phrase, draft);
  draft.targets.push_back(std::move(fill));
}

// "14 of the 20 soldiers", "two of its trucks", "about twenty of them": what is counted.
std::optional<uint32_t> RoleFiller::whole_of(uint32_t number) const {
  const Token& t = tree_.token(number);
  std::optional<uint32_t> whole;
  tree_.prepositions(number, [&](Key preposition, uint32_t object) {
    if (preposition != kOf || whole) return;
    if (tree_.token(object).tag == Tag::PRON && (t.tag == Tag::NUM || is_measure(t.lemma)))
      whole = antecedent(reading_, tree_, object);
    else if (t.tag == Tag::NUM)
      whole = reading_.mentions.phrase_at(object);
  });
  return whole && !reading_.mentions.phrases[*whole].pronoun ? whole : std::nullopt;
}

// The soldiers are the target, though only 14 are counted.
void RoleFiller::put_whole(uint32_t number, Draft& draft, const char* rule) {
  const auto whole = whole_of(number);
  if (!whole) return;
  const auto part = reading_.mentions.phrase_at(number);
  const Quantity& all = reading_.mentions.phrases[*whole].count;
  const bool told_before = reading_.mentions.phrases[*whole].tokens.last < number;
  const bool few = part && all.best > reading_.mentions.phrases[*part].count.best;
  if (told_before && few) return;  // "two policemen were shot and one of them died"
  if (reading_.mentions.phrases[*whole].nature == Nature::party)
    put_person(*whole, draft, rule);
  else if (!harms())
    put_one(Role::target, *whole, draft, rule);
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
void RoleFiller::add_up(std::vector<Toll>& tolls, size_t first) {
  if (tolls.size() < first + 2) return;
  Toll sum = tolls[first];
  for (size_t i = first + 1; i < tolls.size(); ++i) add_to(sum.quantity, tolls[i].quantity);
  tolls.resize(first);
  tolls.push_back(std::move(sum));
}

// "Sudan: shelling kills 40": what a headline is about has done nothing.
bool RoleFiller::is_label(const NounPhrase& phrase, const Draft& draft) const {
  const uint32_t colon = phrase.tokens.last;
  return colon < draft.tellings.back().trigger.first && reading_.document.word(colon) == ":";
}

void RoleFiller::put_one(Role role, uint32_t index, Draft& draft, const char* rule) {
  const NounPhrase& phrase = reading_.mentions.phrases[index];
  const bool weapon =
      phrase.nature == Nature::weapon || (phrase.weapon && phrase.nature == Nature::event);
  const Outcome outcome = draft.tellings.back().outcome;
  const bool dateline =
      phrase.tokens.first >= reading_.dateline_begin && phrase.tokens.first < reading_.dateline_end;
  if (role == Role::none || phrase.pronoun || dateline || is_label(phrase, draft)) return;
  if (role == Role::any) role = weapon ? Role::instrument : Role::perpetrator;
  if (role == Role::perpetrator && phrase.nature == Nature::weapon) role = Role::instrument;
  if (role == Role::perpetrator && names_scene(reading_.document, phrase, word_->type)) return;
  if (role == Role::instrument && !weapon)
    role = phrase.nature == Nature::party ? Role::perpetrator : Role::none;
  const bool acts =
      role == Role::target && phrase.nature == Nature::weapon && word_->subject == Role::instrument;
  if (acts) role = Role::instrument;  // "the bomb that exploded"
  const bool ruins = word_->effect == Effect::destroyed || intercepts(outcome);
  const bool manned = phrase.kind == "aircraft" || phrase.kind == "helicopter";
  const bool shot_down =  // not "their jet was hit by a missile"
      phrase.nature == Nature::weapon && flies(phrase.kind) && (ruins || !manned);
  if (role == Role::target && shot_down) {
    if (ruins) set_outcome(Outcome::intercepted, draft);
    role = Role::instrument;
  }
  const Voice voice = draft.tellings.back().voice;
  const std::string why = std::string(rule) + (phrase.why.empty() ? "" : ", " + phrase.why);
  if (role == Role::instrument) {
    draft.instruments.push_back({index, sentence_, voice, why, Effect::unknown, arms_in(phrase)});
  } else if (role == Role::perpetrator) {
    if (may_have_done(phrase) && !intercepts(outcome))
      draft.perpetrators.push_back({index, sentence_, voice, why, Effect::unknown, phrase.count});
  } else if (role == Role::target) {
    put_target(index, draft, rule);
  }
}

// "Two rocket attacks", "another drone strike": the number counts attacks, not what they were made
// with; "a car bomb attack" has one bomb.
Quantity RoleFiller::arms_in(const NounPhrase& phrase) const {
  const bool of_attacks = phrase.nature == Nature::event && phrase.weapon;
  if (!of_attacks) return phrase.count;
  const bool one =
      phrase.count.best == 1 && !flies(reading_.lexicon.weapons()[*phrase.weapon].weapon_class);
  return one ? phrase.count : Quantity{};
}

void RoleFiller::put_target(uint32_t index, Draft& draft, const char* rule) {
  const NounPhrase& phrase = reading_.mentions.phrases[index];
  if (draft.tellings.back().voice.names_speaker(index, phrase.head)) return;
  const bool loot = is_loot(reading_, *word_, phrase);
  if (phrase.nature == Nature::other && !loot && phrase.count.known() && counts_people(phrase))
    return put_toll(index, draft, rule);  // "two others"
  const bool fits = phrase.nature == Nature::party || phrase.nature == Nature::thing ||
                    phrase.nature == Nature::weapon || phrase.nature == Nature::place || loot;
  if (!fits) return put_part(index, draft, rule);
  if (harms() && phrase.nature != Nature::party && !loot) return;
  const bool means = std::any_of(draft.instruments.begin(), draft.instruments.end(),
                                 [&](const Fill& f) { return f.phrase == index; });
  if (means) return;
  const std::string why = std::string(rule) + (phrase.why.empty() ? "" : ", " + phrase.why);
  if (phrase.nature == Nature::place) return;
  Fill fill{index,       sentence_, draft.tellings.back().voice, why, effect_on(phrase, draft),
            phrase.count};
  fill.human = phrase.nature == Nature::party;
  fill.hit = is_hit(phrase, draft);
  draft.targets.push_back(std::move(fill));
  if (phrase.nature == Nature::party) put_toll(index, draft, rule);
}

// Whether a bare number counts people: not "killed nine of his sheep", "hit two others".
bool RoleFiller::counts_people(const NounPhrase& phrase) const {
  if (is_age(phrase.head)) return false;
  if (const auto whole = whole_of(phrase.head))
    return reading_.mentions.phrases[*whole].nature == Nature::party;
  return harms();
}

// "Wrecked the bank's ground floor", "blew off the roof of the church": the whole of what is hit.
void RoleFiller::put_part(uint32_t index, Draft& draft, const char* rule) {
  const NounPhrase& part = reading_.mentions.phrases[index];
  const bool ruins = word_->effect == Effect::damaged || word_->effect == Effect::destroyed;
  if (part.nature != Nature::other || part.pronoun || (!ruins && !word_->hits)) return;
  auto whole = part.possessor;
  tree_.prepositions(part.head, [&](Key preposition, uint32_t object) {
    if (preposition == kOf && !whole) whole = reading_.mentions.phrase_at(object);
  });
  if (whole && reading_.mentions.phrases[*whole].nature == Nature::thing)
    put_target(*whole, draft, rule);
}

// "Five people", "a shopkeeper"; "a fifth victim" died: five in all by then, but "the fifth man"
// may be one of five who were shot; "guests" are two or more.
Quantity RoleFiller::number_of(const NounPhrase& phrase) const {
  const std::string words(reading_.document.slice(phrase.tokens));
  const auto nth = dies(*word_) ? rank_of(reading_.document, phrase) : std::nullopt;
  if (nth && !phrase.definite) return {*nth, *nth, *nth, words};
  if (const auto members = members_of(reading_.document.tokens[phrase.head].lemma);
      members > 1 && phrase.count.best.value_or(1) == 1)
    return {members, members, members, words};
  if (phrase.group && phrase.count.best.value_or(1) == 1) return size_of(phrase);
  if (phrase.count.known()) return phrase.count;
  const bool unknown_name = phrase.named && phrase.why.empty();  // "fatally wounded Winkers"
  if (phrase.person && (!phrase.plural || unknown_name || agrees_as_one(phrase)))
    return {1, 1, 1, words};
  if (phrase.person && phrase.plural && !phrase.body) return {2, {}, {}, words};
  return {};
}

// "Niles was shot": no more than one, whatever the name ends in.
bool RoleFiller::agrees_as_one(const NounPhrase& phrase) const {
  constexpr Key kOne[] = {key("was"), key("is"), key("has")};
  const Rel rel = tree_.token(phrase.head).rel;
  const auto verb = tree_.parent(phrase.head);
  if (!verb || (rel != Rel::nsubj && rel != Rel::nsubj_pass)) return false;
  return std::ranges::any_of(tree_.children(*verb), [&](uint32_t c) {
    return one_of(tree_.token(c).form, kOne) && c < *verb;
  });
}

// "A family of five", "the crew of 22"; of "the crew" nobody knows.
Quantity RoleFiller::size_of(const NounPhrase& group) const {
  Quantity found;
  tree_.prepositions(group.head, [&](Key preposition, uint32_t object) {
    const auto number = reading_.mentions.phrase_at(object);
    if (preposition == kOf && number && tree_.token(object).tag == Tag::NUM)
      found = reading_.mentions.phrases[*number].count;
  });
  return found;
}

// "five people were wounded": the number of those whom the effect befell.
void RoleFiller::put_toll(uint32_t index, Draft& draft, const char* rule) {
  const NounPhrase& phrase = reading_.mentions.phrases[index];
  const Effect effect = effect_on(phrase, draft);
  const bool human =
      effect == Effect::killed || effect == Effect::wounded || effect == Effect::abducted;
  if (draft.tellings.back().outcome != Outcome::completed) return;
  if (!human && !word_->hits) return;
  const Quantity quantity = number_of(phrase);
  if (!quantity.known() || (quantity.high == 0 && of_others(tree_, phrase.tokens))) return;
  const Voice& voice = draft.tellings.back().voice;
  if (human)
    draft.tolls.push_back({effect, quantity, sentence_, voice, rule});
  else
    draft.hits.push_back({Effect::wounded, quantity, sentence_, voice, rule});
}

// "Seized a priest", "seized 300 rifles": only people are abducted. "Rebels captured three
// soldiers": whom no police or army takes is abducted, too.
Effect RoleFiller::effect_on(const NounPhrase& phrase, const Draft& draft) const {
  const bool people = word_->verb && phrase.person && !phrase.body;
  const bool captured = word_->type == EventType::arrest &&
                        word_->strength == knowledge::Strength::weak && by_fighters(draft);
  const bool taken = people && (word_->type == EventType::seizure || captured);
  if (is_loot(reading_, *word_, phrase)) return Effect::unknown;
  return taken ? Effect::abducted : effect_;
}

bool RoleFiller::by_fighters(const Draft& draft) const {
  return std::any_of(draft.perpetrators.begin(), draft.perpetrators.end(), [&](const Fill& fill) {
    const NounPhrase& doer = reading_.mentions.phrases[fill.phrase];
    const bool state = doer.authority || doer.party.kind == PartyKind::state_forces ||
                       doer.party.kind == PartyKind::state;
    return !state && (doer.armed || is_armed_group(doer.party.kind));
  });
}

bool RoleFiller::is_measure_phrase(const NounPhrase& phrase) const {
  return is_measure(reading_.document.tokens[phrase.head].lemma);
}

}  // namespace sitrep
