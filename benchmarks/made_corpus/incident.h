// What truly happened, and what one outlet believes of it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "made_corpus/world.h"
#include "sitrep/coding.h"

namespace sitrep::made {

using Minute = int64_t;  // since 1970
constexpr Minute kMinutesPerDay = 1440;

struct Person {
  std::string name;
  int age = 0;
  std::string job;
};

struct Truth {
  std::string id;
  size_t theatre = 0;
  size_t town = 0;
  Minute minute = 0;
  EventType type = EventType::any;
  std::string weapon_kind;
  std::string weapon;  // "mortar shells"; empty: none
  int64_t weapons = 0;
  std::string target_kind;
  std::string thing;  // "school"
  std::string group;  // "pupils"
  std::string facility;
  std::string street;
  std::string hour;
  std::string car;
  std::string investigator, doctor, manager;
  std::vector<Person> victims;
  int64_t killed = 0, wounded = 0, abducted = 0;
  double toll_hours = 6;  // how fast the toll becomes known
  std::optional<Party> actor;
  size_t reports = 1;  // that it will have
};

Truth make_truth(const World& world, size_t theatre, Minute minute, Random& random);

// What a report tells of an incident, true or not.
struct Version {
  enum class Blame : uint8_t { silent, none, suspected, accused, claimed, denied };
  EventType type = EventType::any;
  Phase phase = Phase::news;
  When when;
  std::string on;  // " on Tuesday evening"; empty: not said
  Where where;
  std::string in;  // " near Velm"
  Quantity killed, wounded, abducted;
  Blame blame = Blame::silent;
  std::optional<Party> actor;
  std::string weapon_kind;
  std::string weapon;
  std::vector<std::string> facts;  // kinds of details that the outlet has
  std::vector<Person> victims;     // as it spells them
};

// Who tells it when, and how.
struct Telling {
  enum class Kind : uint8_t { news, follow_up, anniversary, round_up, recall };
  const Outlet* outlet = nullptr;
  Minute minute = 0;
  Kind kind = Kind::news;
};

Version tell(const World& world, const Truth& truth, const Telling& telling, Random& random);

}  // namespace sitrep::made
