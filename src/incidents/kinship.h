// Which types of incident, weapons and parties go together.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/hash.h"
#include "knowledge/lexicon.h"
#include "sitrep/enums.h"
#include "sitrep/values.h"

namespace sitrep::incidents {

enum class Kinship : uint8_t { same, kin, vague, loose, alien };
Kinship kinship(EventType a, EventType b);
// Attacks and other deeds that police may arrest somebody for.
bool harms(EventType type);
// Somebody or something taken by law: where it follows a deed, its aftermath.
constexpr bool custody(EventType type) {
  return type == EventType::arrest || type == EventType::seizure;
}

// Weapon classes of the dictionaries by how they reach their target.
enum class Reach : uint8_t {
  unknown,
  indirect,
  drone,
  air,
  planted,
  gun,
  blade,
  fire,
  chemical,
  ground,
  sea
};
Reach reach(std::string_view weapon_class);
// May two weapons be one, seen by two reporters?
bool compatible(Reach a, Reach b);
// Classes that say little: a projectile may be a rocket.
bool generic_class(std::string_view weapon_class);
// A name that is a common noun ("rocket"), not a model.
bool generic_name(std::string_view name, std::string_view weapon_class);

// A party as it is compared. Empty `words`: no name.
struct PartyKey {
  Key name = kNoKey;
  std::vector<Key> words;  // of the name, sorted
  std::string actor_id;
  Key nation = kNoKey;
  PartyKind kind = PartyKind::unknown;
};
PartyKey party_key(const Party& party);

// One name for the same party, however it is spelt.
bool same_party(const PartyKey& a, const PartyKey& b);
bool same_party(const Party& a, const Party& b);
// Parent and part, a coalition and who may be in it, or names of one party that only one of them
// gives in full.
bool allied(const PartyKey& a, const PartyKey& b, const knowledge::Lexicon& lexicon);
bool allied(const Party& a, const Party& b, const knowledge::Lexicon& lexicon);
// That, or of one nation: a state and its forces.
bool related(const PartyKey& a, const PartyKey& b, const knowledge::Lexicon& lexicon);
bool related(const Party& a, const Party& b, const knowledge::Lexicon& lexicon);

// All words of one are words of the other.
bool words_within(std::string_view a, std::string_view b);

constexpr bool averted(Outcome o) {
  return o == Outcome::intercepted || o == Outcome::foiled || o == Outcome::failed;
}
constexpr bool unfulfilled(Outcome o) { return o == Outcome::threatened || o == Outcome::planned; }

}  // namespace sitrep::incidents
