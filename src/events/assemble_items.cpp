// Weapons, things and people of a draft as the items of a record.
#include <algorithm>

#include "events/assemble.h"
#include "events/entities_of.h"

namespace sitrep {

namespace {

// The dictionary's line for what some words end in.
const knowledge::Target* target_of(const Reading& reading, TokenRange words) {
  const auto hits = reading.mentions.hits_in(words);
  const auto found = std::find_if(hits.begin(), hits.end(), [&](const knowledge::Hit& hit) {
    return hit.kind == knowledge::Kind::target && hit.last == words.last;
  });
  return found == hits.end() ? nullptr : &reading.lexicon.targets()[found->entry];
}

std::string_view without_article(const Document& document, TokenRange words) {
  const bool led = document.tokens[words.first].tag == Tag::DET && words.size() > 1;
  return document.slice({words.first + (led ? 1 : 0), words.last});
}

constexpr int64_t kMany = 5;  // houses or vehicles: damage to so many is no small one

// What was destroyed or burnt, of many things, speaks for the whole.
std::optional<Damage> damage_to(const Fill& thing) {
  if (thing.human || thing.learnt || thing.voice.polarity == Polarity::denied) return std::nullopt;
  if (thing.effect == Effect::destroyed) return Damage::major;
  if (thing.effect != Effect::damaged) return std::nullopt;
  return at_least(thing.count) >= kMany ? Damage::major : Damage::minor;
}

// "Threw petrol bombs at police": what such a word says of things it does not say of people.
Effect effect_on_people(Effect effect) {
  return effect == Effect::damaged || effect == Effect::destroyed ? Effect::unknown : effect;
}

}  // namespace

Item Assembler::item(const Fill& fill) const {
  const NounPhrase& phrase = reading_.mentions.phrases[fill.phrase];
  Item item;
  item.effect = fill.human ? effect_on_people(fill.effect) : fill.effect;
  if (fill.site) return name_site(phrase, std::move(item));
  item.description = phrase.party.name;
  if (phrase.nature == Nature::weapon && !phrase.party.actor_id.empty())  // "an ELN car bomb"
    item.description = without_article(reading_.document, phrase.tokens);
  const TokenRange whole = whole_phrase(fill.phrase);
  if (whole.last > phrase.tokens.last)
    item.description += reading_.document.slice({phrase.tokens.last - 1, whole.last})
                            .substr(reading_.document.word(phrase.tokens.last - 1).size());
  item.kind = phrase.kind;
  item.nation = phrase.party.nation;
  item.count = fill.count;
  const PlaceMention* place = phrase.place ? &reading_.mentions.places[*phrase.place] : nullptr;
  const bool names_it = place && (place->facility || place->tokens.contains(phrase.head));
  if (phrase.nature == Nature::thing && names_it)
    item.name = reading_.mentions.places[*phrase.place].where.name;
  if (phrase.nature == Nature::party && phrase.named && !describes_people(phrase))
    item.name = phrase.party.name;
  item.mentions.push_back(phrase_evidence(fill.phrase));
  if (fill.human) set_profile(fill.phrase, item);
  if (phrase.weapon && !fill.human) name_weapon(phrase, item);
  return item;
}

// "The mosque attack", of the mosque.
Item Assembler::name_site(const NounPhrase& phrase, Item item) const {
  item.description = reading_.document.slice(*phrase.site);
  if (const auto* target = target_of(reading_, *phrase.site)) item.kind = target->kind;
  item.mentions.push_back(make_evidence(reading_.report.id, reading_.report.text, points_,
                                        reading_.document.span_of(*phrase.site)));
  return item;
}

// "241 Americans", "the MP": written like a name, and none.
bool Assembler::describes_people(const NounPhrase& phrase) const {
  if (reading_.document.tokens[phrase.head].entity == EntityKind::people) return true;
  const auto hits = reading_.mentions.hits_in(phrase.tokens);
  return std::any_of(hits.begin(), hits.end(), [&](const knowledge::Hit& hit) {
    const bool people = hit.kind == knowledge::Kind::people || hit.kind == knowledge::Kind::role;
    return people && hit.last == phrase.tokens.last;
  });
}

void Assembler::set_profile(uint32_t phrase, Item& item) const {
  const Profile& profile = people_.of(phrase);
  if (item.kind.empty()) item.kind = profile.kind;
  const bool name_alone = !item.name.empty() && item.description == item.name;
  if (name_alone && !profile.description.empty()) item.description = profile.description;
}

void Assembler::name_weapon(const NounPhrase& phrase, Item& item) const {
  const knowledge::Weapon& weapon = reading_.lexicon.weapons()[*phrase.weapon];
  item.kind = weapon.weapon_class;
  if (phrase.nature == Nature::event) item.description = weapon.name;
  const bool proper =
      std::any_of(weapon.name.begin(), weapon.name.end(), [](char c) { return is_upper(c); });
  if (proper) item.name = weapon.name;
}

void Assembler::add_item(Field field, const std::vector<const Fill*>& group,
                         std::vector<Item>& items) {
  const NounPhrase& best = best_of(group);
  Item whole;
  bool guessed = false;  // its effect, by the model
  for (const Fill* fill : group) {
    Item one = item(*fill);
    claim(field, one, fill->sentence, fill->voice).why = fill->why;
    const NounPhrase& phrase = reading_.mentions.phrases[fill->phrase];
    const bool name_alone = whole.description.empty() || whole.description == whole.name;
    const bool says_more = name_alone && fill->human && !one.description.empty() &&
                           one.description != one.name && !one.name.empty();
    if (&phrase == &best || says_more) whole.description = one.description;
    if (one.name.size() > whole.name.size()) whole.name = one.name;
    if (whole.kind.empty()) whole.kind = one.kind;
    if (whole.nation.empty()) whole.nation = one.nation;
    if (!whole.count.known()) whole.count = one.count;
    const bool died = one.effect == Effect::killed && !fill->learnt;
    const bool told = guessed && one.effect != Effect::unknown && !fill->learnt;
    if (whole.effect == Effect::unknown || died || told) {
      whole.effect = one.effect;
      guessed = fill->learnt;
    }
    whole.mentions.push_back(one.mentions.front());
  }
  items.push_back(std::move(whole));
}

void Assembler::add_instruments(const Draft& draft) {
  for (const auto& group : group_fills(reading_, all_of(draft.instruments)))
    add_item(Field::instruments, group, event_.instruments);
}

void Assembler::add_targets(const Draft& draft) {
  std::vector<const Fill*> people, things;
  for (const Fill& fill : draft.targets) (fill.human ? people : things).push_back(&fill);
  for (const auto& group : group_fills(reading_, people))
    add_item(Field::human_targets, group, event_.human_targets);
  for (const auto& group : group_fills(reading_, things))
    add_item(Field::physical_targets, group, event_.physical_targets);
}

// "Burned 83 houses": where no words tell how great the damage was, what befell the targets does.
void Assembler::infer_damage(const Draft& draft) {
  if (event_.damage || event_.outcome != Outcome::completed) return;
  const Fill* worst = nullptr;
  for (const Fill& fill : draft.targets) {
    const auto damage = damage_to(fill);
    if (damage && (!worst || *damage > *damage_to(*worst))) worst = &fill;
  }
  if (!worst) return;
  event_.damage = damage_to(*worst);
  claim(Field::damage, std::string(name(*event_.damage)), worst->sentence, worst->voice).why =
      "what befell the targets";
}

}  // namespace sitrep
