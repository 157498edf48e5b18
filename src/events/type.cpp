#include <algorithm>

#include "events/assemble.h"

namespace sitrep {

namespace {

bool by_state_forces(const Reading& reading, const Draft& draft) {
  return std::any_of(draft.perpetrators.begin(), draft.perpetrators.end(), [&](const Fill& f) {
    const Party& p = reading.mentions.phrases[f.phrase].party;
    return p.kind == PartyKind::state_forces || p.kind == PartyKind::state ||
           p.kind == PartyKind::international;
  });
}

std::optional<EventType> by_means(const Reading& reading, const Draft& draft) {
  std::optional<EventType> found;
  for (const Fill& fill : draft.instruments) {
    const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
    if (!phrase.weapon) continue;
    const knowledge::Weapon& weapon = reading.lexicon.weapons()[*phrase.weapon];
    if (weapon.type && !found) found = weapon.type;
  }
  for (const Fill& fill :
       draft.perpetrators) {  // "a suicide bomber", "a sniper": the attacker says the means
    const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
    const bool tells = phrase.weapon && reading.lexicon.weapons()[*phrase.weapon].type;
    if (tells && !found) found = reading.lexicon.weapons()[*phrase.weapon].type;
  }
  return found;
}

bool kills(const Draft& draft) {
  return std::any_of(draft.tolls.begin(), draft.tolls.end(), [](const Toll& t) {
    return t.effect == Effect::killed && t.quantity.best.value_or(0) > 0;
  });
}

}  // namespace

EventType told_type(const Reading& reading, const Draft& draft) {
  const EventType said = draft.type();
  const bool open =
      said == EventType::any || said == EventType::strike || said == EventType::armed_attack;
  const auto means = open ? by_means(reading, draft) : std::nullopt;
  const auto from_the_air = said == EventType::bombing ? by_means(reading, draft) : std::nullopt;
  if (from_the_air == EventType::air_strike) return EventType::air_strike;  // "warplanes bombed"
  return means.value_or(said);
}

EventType resolve_type(const Reading& reading, const Draft& draft) {
  const auto means = by_means(reading, draft);
  const bool drone = means == EventType::drone_attack;
  // A state's drone that strikes is an air strike; one sent at a target, or shot down on its way,
  // is a drone attack.
  if (drone && draft.outcome() != Outcome::intercepted && by_state_forces(reading, draft))
    return EventType::air_strike;
  const EventType told = told_type(reading, draft);
  if (told != EventType::any) return told;
  if (by_state_forces(reading, draft) && !kills(draft)) return EventType::strike;
  return kills(draft) || !draft.perpetrators.empty() ? EventType::armed_attack : EventType::strike;
}

}  // namespace sitrep
