#include "incidents/kinship.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/text.h"

namespace sitrep::incidents {

namespace {

constexpr uint32_t bit(EventType t) { return 1u << static_cast<uint32_t>(t); }

using enum EventType;

// Types that reporters take for each other.
constexpr std::array kFamilies = {
    bit(shelling) | bit(strike) | bit(air_strike) | bit(drone_attack),
    bit(bombing) | bit(suicide_bombing),
    bit(armed_attack) | bit(assassination) | bit(battle),
    bit(air_strike) | bit(assassination) | bit(drone_attack),
    bit(protest) | bit(riot) | bit(work_stoppage),
    bit(shelling) | bit(chemical_attack) | bit(air_strike),
};

// Types that one incident can be at once, or turn into.
constexpr std::array kLoose = {
    bit(armed_attack) | bit(shelling) | bit(strike),
    bit(armed_attack) | bit(robbery) | bit(raid) | bit(kidnapping) | bit(arson),
    bit(armed_attack) | bit(bombing) | bit(suicide_bombing) | bit(battle),
    bit(battle) | bit(shelling) | bit(raid) | bit(air_strike),
    bit(raid) | bit(arrest) | bit(seizure) | bit(battle),
    bit(kidnapping) | bit(hijacking) | bit(robbery) | bit(seizure),
    bit(riot) | bit(arson) | bit(battle) | bit(robbery),
    bit(assassination) | bit(bombing) | bit(shelling),
    bit(sexual_violence) | bit(kidnapping) | bit(armed_attack),
    bit(armed_attack) | bit(riot) | bit(protest),
    bit(bombing) | bit(shelling) | bit(air_strike) | bit(drone_attack) | bit(strike),
    bit(raid) | bit(kidnapping) | bit(battle) | bit(arson),
    bit(hijacking) | bit(armed_attack) | bit(seizure),
    bit(protest) | bit(riot) | bit(arrest),
    bit(sexual_violence) | bit(raid),
};

constexpr uint32_t kNotAttacks = bit(protest) | bit(riot) | bit(work_stoppage) | bit(arrest) |
                                 bit(seizure) | bit(robbery) | bit(kidnapping) | bit(hijacking) |
                                 bit(sexual_violence);

template <typename Sets>
bool together(const Sets& sets, EventType a, EventType b) {
  const uint32_t both = bit(a) | bit(b);
  return std::ranges::any_of(sets, [&](uint32_t set) { return (set & both) == both; });
}

std::vector<Key> words_of(std::string_view name) {
  std::vector<Key> words;
  const std::string folded = normal(name) + " ";
  size_t begin = 0;
  for (size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i];
    if (is_word_byte(c)) continue;
    if (i > begin) words.push_back(key(std::string_view(folded).substr(begin, i - begin)));
    begin = i + 1;
  }
  std::ranges::sort(words);
  return words;
}

bool within(const std::vector<Key>& one, const std::vector<Key>& other) {
  if (one.empty() || other.empty()) return false;
  return std::ranges::includes(other, one) || std::ranges::includes(one, other);
}

bool state_like(PartyKind k) { return k == PartyKind::state || k == PartyKind::state_forces; }

bool ancestor(const knowledge::Lexicon& lexicon, std::string_view older, std::string_view id) {
  for (int depth = 0; depth < 8 && !id.empty(); ++depth) {
    if (id == older) return true;
    const auto entry = lexicon.actor(id);
    id = entry ? lexicon.actors()[*entry].parent : std::string_view();
  }
  return false;
}

}  // namespace

Kinship kinship(EventType a, EventType b) {
  if (a == any || b == any) return Kinship::vague;
  if (a == b) return Kinship::same;
  if (together(kFamilies, a, b)) return Kinship::kin;
  const EventType other = a == strike ? b : a;
  if ((a == strike || b == strike) && (bit(other) & kNotAttacks) == 0) return Kinship::vague;
  return together(kLoose, a, b) ? Kinship::loose : Kinship::alien;
}

bool harms(EventType type) {
  constexpr uint32_t kNoHarm = bit(protest) | bit(work_stoppage) | bit(arrest) | bit(seizure) |
                               bit(raid) | bit(battle) | bit(riot);
  return type != any && (bit(type) & kNoHarm) == 0;
}

Reach reach(std::string_view c) {
  if (c == "rocket" || c == "missile" || c == "mortar" || c == "artillery" || c == "projectile")
    return Reach::indirect;
  if (c == "drone") return Reach::drone;
  if (c == "aircraft" || c == "helicopter" || c == "aerial_bomb") return Reach::air;
  if (c == "gun" || c == "machine_gun" || c == "rifle" || c == "handgun") return Reach::gun;
  if (c == "knife" || c == "stone") return Reach::blade;
  if (c == "fire" || c == "molotov") return Reach::fire;
  if (c == "chemical") return Reach::chemical;
  if (c == "tank" || c == "vehicle") return Reach::ground;
  if (c == "ship") return Reach::sea;
  const bool planted = c == "bomb" || c == "vehicle_bomb" || c == "suicide_vest" || c == "ied" ||
                       c == "mine" || c == "grenade" || c == "dynamite" || c == "explosive";
  return planted ? Reach::planted : Reach::unknown;
}

bool compatible(Reach a, Reach b) {
  if (a == b || a == Reach::unknown || b == Reach::unknown) return true;
  const auto pair = [&](Reach x, Reach y) { return (a == x && b == y) || (a == y && b == x); };
  return pair(Reach::air, Reach::drone) || pair(Reach::air, Reach::indirect) ||
         pair(Reach::ground, Reach::indirect) || pair(Reach::air, Reach::planted) ||
         pair(Reach::ground, Reach::planted);
}

bool generic_class(std::string_view c) {
  return c.empty() || c == "projectile" || c == "explosive" || c == "other" || c == "gun" ||
         c == "bomb";
}

bool generic_name(std::string_view name, std::string_view weapon_class) {
  if (name.empty() || normal(name) == weapon_class) return true;
  return std::ranges::none_of(name, [](char c) { return is_upper(c) || is_digit(c); });
}

bool words_within(std::string_view a, std::string_view b) {
  return within(words_of(a), words_of(b));
}

PartyKey party_key(const Party& party) {
  return {.name = key(normal(party.name)),
          .words = words_of(party.name),
          .actor_id = party.actor_id,
          .nation = party.nation.empty() ? kNoKey : key(party.nation),
          .kind = party.kind};
}

bool same_party(const PartyKey& a, const PartyKey& b) {
  if (!a.actor_id.empty() && !b.actor_id.empty()) return a.actor_id == b.actor_id;
  if (a.name == b.name) return true;
  const bool kinds =
      a.kind == b.kind || a.kind == PartyKind::unknown || b.kind == PartyKind::unknown;
  const bool nations = a.nation == b.nation || a.nation == kNoKey || b.nation == kNoKey;
  if (!kinds || !nations) return false;
  if (within(a.words, b.words)) return true;
  const bool generic = a.actor_id.empty() && b.actor_id.empty() && a.nation != kNoKey;
  return generic && a.nation == b.nation && a.kind == b.kind && a.kind != PartyKind::unknown;
}

bool same_party(const Party& a, const Party& b) { return same_party(party_key(a), party_key(b)); }

bool allied(const PartyKey& a, const PartyKey& b, const knowledge::Lexicon& lexicon) {
  if (same_party(a, b) || within(a.words, b.words)) return true;
  if (!a.actor_id.empty() && !b.actor_id.empty() &&
      (ancestor(lexicon, a.actor_id, b.actor_id) || ancestor(lexicon, b.actor_id, a.actor_id))) {
    return true;
  }
  const auto league = [](const PartyKey& p, const PartyKey& q) {
    return p.kind == PartyKind::international && state_like(q.kind);
  };
  return league(a, b) || league(b, a);
}

bool related(const PartyKey& a, const PartyKey& b, const knowledge::Lexicon& lexicon) {
  return (a.nation != kNoKey && a.nation == b.nation) || allied(a, b, lexicon);
}

bool allied(const Party& a, const Party& b, const knowledge::Lexicon& lexicon) {
  return allied(party_key(a), party_key(b), lexicon);
}

bool related(const Party& a, const Party& b, const knowledge::Lexicon& lexicon) {
  return related(party_key(a), party_key(b), lexicon);
}

}  // namespace sitrep::incidents
