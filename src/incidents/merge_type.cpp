// What kind of thing it was and how it ended.
#include <algorithm>

#include "incidents/group.h"
#include "incidents/kinship.h"

namespace sitrep::incidents {

namespace {

// How much one word for a type counts: the more it commits itself, the more.
double specificity(EventType type) {
  switch (type) {
    case EventType::any:
      return 0.01;
    case EventType::strike:
      return 0.1;
    case EventType::raid:
      return 0.6;
    case EventType::protest:
      return 0.9;
    case EventType::air_strike:
    case EventType::riot:
      return 1.1;
    case EventType::assassination:
      return 1.2;
    case EventType::suicide_bombing:
    case EventType::chemical_attack:
      return 2.0;
    default:
      return 1.0;
  }
}

double outcome_weight(Outcome outcome) {
  if (averted(outcome)) return 1.5;
  return unfulfilled(outcome) ? 0.6 : 1.0;
}

// Does a denial of this weapon deny the type? Only what is flown has a type of its own.
bool means_of(const Item& item, EventType type) {
  return type == EventType::air_strike && reach(item.kind) == Reach::air;
}

bool denies(const Claim& claim, EventType type) {
  if (claim.polarity != Polarity::denied) return false;
  if (const auto* text = std::get_if<std::string>(&claim.value)) {
    return claim.field == Field::type && *text == name(type);
  }
  const auto* item = std::get_if<Item>(&claim.value);
  return item != nullptr && claim.field == Field::instruments && means_of(*item, type);
}

bool refuted(const Group& group, EventType type) {
  const size_t against = deniers(group, type).size();
  return against > 0 && affirmers(group, type).size() < 2 * against;
}

}  // namespace

std::set<uint32_t> deniers(const Group& group, EventType type) {
  std::set<uint32_t> sources;
  for (const Member& m : group.members) {
    const auto denied = [&](const Claim& c) { return denies(c, type); };
    if (std::ranges::any_of(m.event->claims, denied)) sources.insert(m.source);
  }
  return sources;
}

std::set<uint32_t> affirmers(const Group& group, EventType type) {
  std::set<uint32_t> sources;
  for (const Member& m : group.members) {
    const auto denied = [&](const Claim& c) { return denies(c, type); };
    if (m.event->type == type && std::ranges::none_of(m.event->claims, denied))
      sources.insert(m.source);
  }
  return sources;
}

namespace {

Day last_told(const Group& group, EventType type) {
  Day last = Day::min();
  for (const Member& m : group.members) {
    if (m.event->type == type) last = std::max(last, m.published.value_or(Day::min()));
  }
  return last;
}

// The first word of a thing is the likeliest to be wrong: of two that are no kin the last stands.
bool corrects(const Group& group, EventType type, EventType earlier) {
  return kinship(type, earlier) != Kinship::kin &&
         last_told(group, type) > last_told(group, earlier);
}

// What others say in kindred words speaks for a type as well, a little: two who tell of a shoot-out
// and an ambush outweigh one who tells of shells.
double support(const Votes<EventType>& votes, EventType type) {
  constexpr double kOfKin = 0.25;
  double sum = 0;
  for (const auto& [other, by] : votes.values()) {
    const double weight = votes.total(other) * specificity(other);
    if (other == type) sum += weight;
    if (kinship(other, type) == Kinship::kin) sum += kOfKin * weight;
  }
  return sum;
}

}  // namespace

EventType merged_type(const Group& group) {
  // Who tells of another ending may tell of another attempt: such words count little.
  const bool end = averted(merged_outcome(group));
  Votes<EventType> votes;
  for (const Member& m : group.members) {
    votes.add(m.event->type, m.source, averted(m.event->outcome) == end ? 1.0 : 0.2);
  }
  EventType best = EventType::any;
  double most = 0;
  bool refuted_any = false;
  for (const auto& [type, by] : votes.values()) {
    if (refuted(group, type)) {
      refuted_any = true;
      continue;
    }
    const double weight = support(votes, type);
    if (weight > most || (weight == most && corrects(group, type, best)))
      most = weight, best = type;
  }
  return best == EventType::any || (best == EventType::strike && refuted_any) ? EventType::strike
                                                                              : best;
}

Outcome merged_outcome(const Group& group) {
  Votes<Outcome> votes;
  for (const Member& m : group.members) votes.add(m.event->outcome, m.source);
  Outcome best = Outcome::completed;
  double most = 0;
  for (const auto& [outcome, by] : votes.values()) {
    const double weight = votes.total(outcome) * outcome_weight(outcome);
    if (weight > most) most = weight, best = outcome;
  }
  return best;
}

Phase merged_phase(const Group& group) {
  const bool news = std::ranges::any_of(
      group.members, [](const Member& m) { return m.event->phase == Phase::news; });
  return news ? Phase::news : Phase::background;
}

namespace {

// Where no words tell how great the damage was, what befell the targets does.
std::optional<Damage> damage_to_targets(const Group& group) {
  if (merged_outcome(group) != Outcome::completed) return std::nullopt;
  std::optional<Damage> worst;
  for (const Member& m : group.members) {
    for (const Item& item : m.event->physical_targets) {
      if (item.effect == Effect::destroyed) return Damage::major;
      if (item.effect == Effect::damaged) worst = Damage::minor;
    }
  }
  return worst;
}

}  // namespace

std::optional<Damage> merged_damage(const Group& group) {
  Votes<Damage> votes;
  for (const Member& m : group.members) {
    if (m.event->damage)
      votes.add(*m.event->damage, m.source, *m.event->damage == Damage::unknown ? 0.1 : 1.0);
  }
  std::optional<Damage> best;
  double most = 0;
  for (const auto& [damage, by] : votes.values()) {
    if (votes.total(damage) >= most) most = votes.total(damage), best = damage;
  }
  if (best && *best != Damage::unknown) return best;
  const auto befell = damage_to_targets(group);
  return befell ? befell : best;
}

}  // namespace sitrep::incidents
