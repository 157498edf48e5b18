// What lists, maps and filters need of an incident: a few numbers and names in place of the whole
// record.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sitrep/incident.h"

namespace sitrep {

struct IncidentRow {
  struct Actor {
    std::string name;
    std::string actor_id;  // empty: not in the actor dictionary
    bool operator==(const Actor&) const = default;
  };
  struct Teller {
    std::string report;  // id
    std::string outlet;
    bool operator==(const Teller&) const = default;
  };
  int64_t number = 0;  // its row in the ledger, which another revision of it keeps
  std::string id;
  EventType type = EventType::any;
  Phase phase = Phase::news;
  Outcome outcome = Outcome::completed;
  When when;
  Where where;
  std::vector<Actor> actors;                         // perpetrators
  std::optional<int64_t> killed, wounded, abducted;  // the best numbers
  std::optional<int64_t> least_killed;               // the low one
  std::vector<Teller> tellers;                       // its reports
  int sources = 0;                                   // independent ones
  std::optional<Grade> grade;                        // of the record
  bool disputed = false;                             // reports say what cannot all be true
  bool corrected = false;                            // people set a value
  bool rejected = false;
  bool operator==(const IncidentRow&) const = default;
};

IncidentRow row_of(const Incident& incident);

}  // namespace sitrep
