// What one report says: its events with roles, effects and claims (docs/contract in the shared
// pages).
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sitrep/report.h"
#include "sitrep/values.h"

namespace sitrep {

// Somebody held to have done it.
struct Perpetrator {
  Party party;
  Status status = Status::reported;
  bool accused_by_authorities = false;
  bool individual = false;  // a person or persons, not an organisation; decides the contract's list
  std::vector<Evidence> mentions;
};

// An instrument or a target.
struct Item {
  std::string name;         // proper name, may be empty
  std::string description;  // the words used ("rocket launch sites")
  std::string kind;         // weapon class or target kind of the dictionaries
  std::string nation;
  Quantity count;
  Effect effect = Effect::unknown;
  std::vector<Evidence> mentions;
};

// A value in the form that its field has; monostate is null.
using ClaimValue = std::variant<std::monostate, std::string, When, Where, Party, Item, Quantity>;

struct Claim {
  std::string id;
  Field field = Field::type;
  ClaimValue value;
  Polarity polarity = Polarity::affirmed;
  Certainty certainty = Certainty::stated;
  std::optional<Speaker> speaker;  // empty: the outlet in its own voice
  Evidence evidence;
  std::string why;  // the dictionary line, rule or model behind it
};

struct Event {
  std::string id;
  EventType type = EventType::any;
  Phase phase = Phase::news;
  Outcome outcome = Outcome::completed;
  When when;
  Where where;
  std::vector<Perpetrator> perpetrators;
  std::vector<Item> instruments;
  std::vector<Item> physical_targets;
  std::vector<Item> human_targets;
  Quantity killed;
  Quantity wounded;
  Quantity abducted;
  std::optional<Damage> damage;
  std::vector<Evidence> triggers;
  std::vector<Claim> claims;
};

struct TimeReading {
  Evidence span;
  std::string type;   // TIMEX3: DATE TIME DURATION SET
  std::string value;  // TIMEX3
  std::optional<When> when;
};

struct PlaceReading {
  Evidence span;
  Where where;
  double confidence = 0;  // 0 to 1: that the name means this place, given that it is a place's
};

struct ActorReading {
  Evidence span;
  Party party;
};

// What the recogniser found, in the sentences that were parsed.
struct EntityReading {
  Evidence span;
  EntityKind kind = EntityKind::none;
};

struct Coding {
  Report report;
  std::vector<std::pair<uint32_t, uint32_t>> sentences;  // code points
  std::vector<TimeReading> times;
  std::vector<PlaceReading> places;
  std::vector<ActorReading> actors;
  std::vector<EntityReading> entities;
  std::vector<Event> events;
  std::string knowledge_version;
};

}  // namespace sitrep
