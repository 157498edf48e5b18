#include "events/assemble.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "events/entities_of.h"
#include "events/likeness.h"
#include "events/listed_people.h"
#include "events/speakers.h"

namespace sitrep {

namespace {

Status status_of(const Voice& voice) {
  if (voice.polarity == Polarity::denied) return Status::denied;
  switch (voice.certainty) {
    case Certainty::claimed:
      return Status::claimed;
    case Certainty::accused:
      return Status::accused;
    case Certainty::suspected:
    case Certainty::unverified:
      return Status::suspected;
    case Certainty::possible:
      return Status::possible;
    default:
      return Status::reported;
  }
}

int weight(Status status) {
  switch (status) {
    case Status::claimed:
      return 5;
    case Status::accused:
      return 4;
    case Status::suspected:
      return 3;
    case Status::reported:
      return 2;
    case Status::possible:
      return 1;
    default:
      return 0;
  }
}

bool says_suspected(const Reading& reading, const NounPhrase& phrase) {
  const auto& hedges = reading.mentions.hedges;
  auto hedge =
      std::lower_bound(hedges.begin(), hedges.end(), phrase.tokens.first,
                       [](const HedgeMention& h, uint32_t t) { return h.tokens.first < t; });
  for (; hedge != hedges.end() && hedge->tokens.first < phrase.tokens.last; ++hedge) {
    const auto& entry = reading.lexicon.hedges()[hedge->entry];
    if (entry.scope == knowledge::HedgeScope::noun && entry.certainty == Certainty::suspected)
      return true;
  }
  return false;
}

// "Landed without causing damage", "denied that a third man had died": what is denied is what came
// of the event, which took place.
bool denies_effect_alone(const Reading& reading, const Telling& telling) {
  const knowledge::EventWord& word = reading.lexicon.event_words()[telling.entry];
  return telling.voice.polarity == Polarity::denied && telling.type == EventType::any &&
         word.strength == knowledge::Strength::effect;
}

}  // namespace

Evidence Assembler::sentence_evidence(uint32_t sentence) const {
  return make_evidence(reading_.report.id, reading_.report.text, points_,
                       reading_.document.sentences[sentence].span);
}

// "Members" say little, "members of the 12th Front" all: up to the noun phrase behind an "of".
TokenRange Assembler::whole_phrase(uint32_t phrase) const {
  constexpr uint32_t kLongest = 8;  // tokens of what follows
  const auto& phrases = reading_.mentions.phrases;
  const TokenRange own = phrases[phrase].tokens;
  const bool followed = phrase + 1 < phrases.size() &&
                        own.last + 1 < reading_.document.tokens.size() &&
                        reading_.document.tokens[own.last].form == key("of") &&
                        phrases[phrase + 1].tokens.first <= own.last + 1;
  if (!followed || phrases[phrase].named) return own;
  TokenRange behind = phrases[phrase + 1].tokens;
  // "of the field's protection force"
  for (uint32_t i = phrase + 2; i < phrases.size() && phrases[i].possessor == i - 1; ++i)
    behind.last = phrases[i].tokens.last;
  const bool fits =
      behind.size() <= kLongest && !phrases[phrase + 1].pronoun &&
      reading_.document.sentence_of(behind.first) == reading_.document.sentence_of(own.first);
  return fits ? TokenRange{own.first, behind.last} : own;
}

Evidence Assembler::phrase_evidence(uint32_t phrase) const {
  return make_evidence(reading_.report.id, reading_.report.text, points_,
                       reading_.document.span_of(whole_phrase(phrase)));
}

// "The governor of Borno", "Nigeria's army", "Doctors Without Borders": all that names somebody.
TokenRange Assembler::full_name(uint32_t phrase) const {
  constexpr uint32_t kLongest = 8;  // tokens of a body's name behind its first phrase
  const auto& phrases = reading_.mentions.phrases;
  const auto& tokens = reading_.document.tokens;
  TokenRange name = whole_phrase(phrase);
  const Sentence& sentence = reading_.document.sentences[reading_.document.sentence_of(name.first)];
  const EntityKind kind = tokens[phrases[phrase].head].entity;
  const bool body = kind == EntityKind::organisation || kind == EntityKind::group;
  uint32_t end = name.last;
  while (body && end < sentence.last && end - name.last < kLongest && tokens[end].entity == kind &&
         reading_.document.word(end) != ",")
    ++end;
  if (end > name.last && reading_.document.tokens[end - 1].tag == Tag::PROPN) name.last = end;
  if (end == name.last && phrases[phrase].tokens == name) name.last = end_of_title(name.last);
  for (uint32_t i = phrase; phrases[i].possessor && *phrases[i].possessor + 1 == i; --i)
    name.first = phrases[i - 1].tokens.first;
  return name;
}

// "Reporters Without Borders", "Mothers Against Violence": a capital preposition goes on with a
// name.
uint32_t Assembler::end_of_title(uint32_t end) const {
  const auto& tokens = reading_.document.tokens;
  const auto capital = [&](uint32_t i) {
    return i < tokens.size() && (tokens[i].shape & kCapitalised) != 0;
  };
  if (!capital(end) || tokens[end].tag != Tag::ADP || !capital(end + 1) ||
      reading_.document.sentences[reading_.document.sentence_of(end)].shouting)
    return end;
  const auto behind = reading_.mentions.phrase_at(end + 1);
  return behind ? reading_.mentions.phrases[*behind].tokens.last : end;
}

std::optional<Speaker> Assembler::speaker(const Voice& voice) const {
  if (!voice.speaker) return std::nullopt;
  const NounPhrase& phrase = reading_.mentions.phrases[*voice.speaker];
  Speaker speaker{phrase.party, phrase.role};
  speaker.party.name = std::string(reading_.document.slice(full_name(*voice.speaker)));
  return speaker;
}

Claim& Assembler::claim(Field field, ClaimValue value, uint32_t sentence, const Voice& voice) {
  Claim claim;
  claim.id = fmt::format("c{}", event_.claims.size() + 1);
  claim.field = field;
  claim.value = std::move(value);
  claim.polarity = voice.polarity;
  claim.certainty = voice.certainty;
  claim.speaker = speaker(voice);
  claim.evidence = sentence_evidence(sentence);
  claim.why = voice.why;
  return event_.claims.emplace_back(std::move(claim));
}

namespace {

// Whether a word names an event of that type, and does not only go with it ("the victims",
// "crime").
bool names_event(const knowledge::EventWord& word, EventType type) {
  if (word.strength == knowledge::Strength::weak) return false;
  if (word.strength == knowledge::Strength::effect && word.effect == Effect::unknown) return false;
  return word.type == EventType::any || same_family(word.type, type);
}

// The words of a draft that name it; all of its words where none does.
std::vector<TokenRange> names_of(const Reading& reading, const Draft& draft, EventType type) {
  std::vector<TokenRange> all, names;
  for (const Telling& t : draft.tellings) {
    all.push_back(t.trigger);
    if (names_event(reading.lexicon.event_words()[t.entry], type)) names.push_back(t.trigger);
  }
  return names.empty() ? all : names;
}

}  // namespace

namespace {

// "The group said it had hit the airport", of a drone that others say was shot down.
bool says_it_struck(const Reading& reading, const Draft& draft, const Telling& telling) {
  constexpr Key kStriking[] = {key("hit"), key("strike")};
  const bool strikes = one_of(reading.document.tokens[telling.trigger.first].lemma, kStriking) &&
                       reading.lexicon.event_words()[telling.entry].verb;
  if (!strikes || telling.outcome != Outcome::completed || !telling.voice.speaker ||
      telling.voice.polarity != Polarity::affirmed)
    return false;
  return std::ranges::any_of(draft.tellings, [&](const Telling& other) {
    return other.outcome == Outcome::intercepted && other.voice.speaker &&
           other.voice.speaker != telling.voice.speaker && other.sentence != telling.sentence;
  });
}

}  // namespace

void Assembler::set_type(const Draft& draft) {
  event_.type = draft.weighed_type.value_or(resolve_type(reading_, draft));
  event_.outcome = resolve_outcome(reading_, draft);
  for (const TokenRange name : names_of(reading_, draft, event_.type))
    event_.triggers.push_back(make_evidence(reading_.report.id, reading_.report.text, points_,
                                            reading_.document.span_of(name)));
  for (const Telling& t : draft.tellings) {
    // "bombed", of warplanes: what it is called by the way, where the means say more
    const bool by_air = t.type == EventType::bombing && (event_.type == EventType::air_strike ||
                                                         event_.type == EventType::drone_attack);
    const EventType type = t.strong && t.type != EventType::any && !by_air ? t.type : event_.type;
    Voice voice = t.voice;
    if (voice.why.empty()) voice.why = t.why;
    if (!denies_effect_alone(reading_, t))
      claim(Field::type, std::string(name(type)), t.sentence, voice).why = t.why;
    if (t.outcome != Outcome::completed || says_it_struck(reading_, draft, t))
      claim(Field::outcome, std::string(name(t.outcome)), t.sentence, voice).why = t.why;
  }
}

namespace {

// Where a text says itself who did it, the model's own reading of the same party adds nothing.
std::vector<const Fill*> spoken_of(const std::vector<const Fill*>& group) {
  std::vector<const Fill*> said;
  std::copy_if(group.begin(), group.end(), std::back_inserter(said),
               [](const Fill* fill) { return !fill->learnt; });
  return said.empty() ? group : said;
}

}  // namespace

// The one that says most of them: known to the dictionary, then named, then the longest.
const NounPhrase& Assembler::best_of(const std::vector<const Fill*>& group) const {
  const auto phrase = [&](const Fill* fill) -> const NounPhrase& {
    return reading_.mentions.phrases[fill->phrase];
  };
  const auto rank = [&](const Fill* fill) {
    const NounPhrase& p = phrase(fill);
    const bool name = p.named || is_name(reading_.document, p.head);
    return std::tuple(!p.party.actor_id.empty(), name, p.party.name.size());
  };
  return phrase(*std::max_element(group.begin(), group.end(),
                                  [&](const Fill* a, const Fill* b) { return rank(a) < rank(b); }));
}

void Assembler::add_mention(Perpetrator& perpetrator, const Fill& fill) {
  const NounPhrase& phrase = reading_.mentions.phrases[fill.phrase];
  Voice voice = fill.voice;
  if (voice.certainty == Certainty::stated && says_suspected(reading_, phrase))
    voice.certainty = Certainty::suspected;
  claim(Field::perpetrators, party_of(fill), fill.sentence, voice).why = fill.why;
  const bool first = perpetrator.mentions.empty();
  if (first || weight(status_of(voice)) > weight(perpetrator.status))
    perpetrator.status = status_of(voice);
  const bool by_authority = voice.speaker && reading_.mentions.phrases[*voice.speaker].authority;
  perpetrator.accused_by_authorities = perpetrator.accused_by_authorities ||
                                       (by_authority && (voice.certainty == Certainty::accused ||
                                                         voice.certainty == Certainty::suspected));
  perpetrator.mentions.push_back(phrase_evidence(fill.phrase));
}

// "The leadership of the front": a part that says nothing without the whole.
bool Assembler::is_part_of_body(uint32_t index) const {
  constexpr Key kParts[] = {key("leadership"), key("command"), key("wing"),    key("branch"),
                            key("arm"),        key("faction"), key("section"), key("affiliate"),
                            key("offshoot"),   key("cell"),    key("brigade")};
  const auto& phrases = reading_.mentions.phrases;
  const NounPhrase& phrase = phrases[index];
  const bool part = !phrase.named && phrase.party.actor_id.empty() &&
                    one_of(reading_.document.tokens[phrase.head].lemma, kParts);
  return part && whole_phrase(index).last > phrase.tokens.last && phrases[index + 1].named;
}

// "The cartel's northern wing": who it is, is said by whose it is.
Party Assembler::named_by_owner(uint32_t index) const {
  const NounPhrase& phrase = reading_.mentions.phrases[index];
  Party party = phrase.party;
  const NounPhrase* owner =
      phrase.possessor ? &reading_.mentions.phrases[*phrase.possessor] : nullptr;
  const bool common = reading_.document.tokens[phrase.head].tag == Tag::NOUN;
  if (is_part_of_body(index)) {
    TokenRange words = whole_phrase(index);
    if (reading_.document.tokens[words.first].tag == Tag::DET) ++words.first;
    party.name = std::string(reading_.document.slice(words));
    return party;
  }
  const bool tells = owner && common && party.actor_id.empty() && !owner->pronoun &&
                     (owner->named || !owner->party.actor_id.empty());
  if (!tells) return party;
  const bool article = reading_.document.tokens[owner->tokens.first].tag == Tag::DET;
  const uint32_t first = owner->tokens.first + (article ? 1 : 0);
  party.name = std::string(reading_.document.slice({first, phrase.tokens.last}));
  return party;
}

// "Russian missiles" are Russia's to fire, "rebel rockets" the rebels'; "an Israeli air strike" is
// Israel's.
Party Assembler::party_of(const Fill& fill) const {
  const NounPhrase& phrase = reading_.mentions.phrases[fill.phrase];
  const Party& party = phrase.party;
  const bool deed =
      phrase.nature == Nature::event && party.actor_id.empty() && !party.nation.empty();
  if (!fill.by_weapon && !deed) return named_by_owner(fill.phrase);
  if (phrase.owner) return *phrase.owner;
  const auto index = reading_.lexicon.country(party.nation);
  if (!index) return party;
  const knowledge::Country& country = reading_.lexicon.countries()[*index];
  return {std::string(country.name), {}, PartyKind::state, std::string(country.code)};
}

void Assembler::add_perpetrators(const Draft& draft) {
  for (const auto& group : group_attackers(reading_, all_of(draft.perpetrators))) {
    const NounPhrase& best = best_of(group);
    Perpetrator perpetrator;
    perpetrator.party = best.party;
    for (const Fill* fill : group) {
      if (&reading_.mentions.phrases[fill->phrase] == &best) perpetrator.party = party_of(*fill);
    }
    if (group.front()->by_weapon) perpetrator.party = party_of(*group.front());
    perpetrator.individual = best.person && !best.body && best.party.actor_id.empty();
    for (const Fill* fill : spoken_of(group)) add_mention(perpetrator, *fill);
    event_.perpetrators.push_back(std::move(perpetrator));
  }
}

// Whether a toll is told by those alone who did it: "the front said it had killed 30 soldiers".
bool Assembler::boasts(const Draft& draft, const Toll& toll) const {
  if (toll.voice.certainty == Certainty::claimed) return true;
  if (!toll.voice.speaker) return false;
  const Party& speaker = reading_.mentions.phrases[*toll.voice.speaker].party;
  return std::ranges::any_of(draft.perpetrators, [&](const Fill& fill) {
    const Party& doer = reading_.mentions.phrases[fill.phrase].party;
    const bool one_actor = !doer.actor_id.empty() && doer.actor_id == speaker.actor_id;
    return fill.phrase == *toll.voice.speaker || one_actor;
  });
}

void Assembler::add_tolls(const Draft& draft) {
  std::vector<Toll> tolls = draft.tolls;
  for (const Effect effect : {Effect::killed, Effect::wounded}) {
    if (auto sum = sum_of_listed(reading_, draft, effect)) tolls.push_back(std::move(*sum));
  }
  std::array<bool, 3> told_by_others{};  // killed, wounded, abducted
  for (const Toll& toll : tolls) {
    const size_t which = toll.effect == Effect::killed ? 0 : toll.effect == Effect::wounded ? 1 : 2;
    constexpr Field kFields[] = {Field::killed, Field::wounded, Field::abducted};
    Quantity* const counts[] = {&event_.killed, &event_.wounded, &event_.abducted};
    claim(kFields[which], toll.quantity, toll.sentence, toll.voice).why = toll.why;
    if (toll.voice.polarity != Polarity::affirmed) continue;
    // A boast counts only where nobody else gives a number.
    const bool boast = boasts(draft, toll);
    Quantity& known = *counts[which];
    const bool larger = !known.known() || at_least(toll.quantity) > at_least(known);
    const bool weightier = !boast && !told_by_others[which];
    if (weightier || (larger && boast != told_by_others[which])) known = toll.quantity;
    told_by_others[which] = told_by_others[which] || !boast;
  }
  if (draft.damage) {
    event_.damage = draft.damage;
    claim(Field::damage, std::string(name(*draft.damage)), draft.damage_sentence,
          draft.damage_voice)
        .why = "damage_words.tsv";
  }
}

void Assembler::add_disputed(const Draft& draft) {
  for (const auto& [field, fill] : draft.disputed) {
    if (field == Field::perpetrators)
      claim(field, party_of(fill), fill.sentence, fill.voice);
    else
      claim(field, item(fill), fill.sentence, fill.voice);
  }
}

namespace {

// Only what is fired, dropped or flown can miss.
bool may_miss(EventType type) {
  return type == EventType::shelling || type == EventType::drone_attack ||
         type == EventType::air_strike || type == EventType::strike;
}

}  // namespace

void Assembler::add_loose(const Draft& draft) {
  for (const LooseClaim& loose : draft.claims) {
    if (loose.field == Field::outcome && !may_miss(event_.type)) continue;
    ClaimValue value = loose.value;
    if (loose.field == Field::type && std::holds_alternative<std::monostate>(value))
      value = std::string(name(event_.type));  // whatever it turned out to be
    if (loose.field == Field::type && std::get_if<std::string>(&value) &&
        std::get<std::string>(value) == "any")
      continue;
    claim(loose.field, std::move(value), loose.sentence, loose.voice);
  }
}

Event Assembler::assemble(const Draft& draft, size_t number) {
  event_ = {};
  event_.id = fmt::format("e{}", number);
  event_.phase = draft.background ? Phase::background : Phase::news;
  set_type(draft);
  set_when(draft);
  set_where(draft);
  add_perpetrators(draft);
  add_instruments(draft);
  add_targets(draft);
  add_tolls(draft);
  infer_damage(draft);
  add_loose(draft);
  add_disputed(draft);
  return std::move(event_);
}

}  // namespace sitrep
