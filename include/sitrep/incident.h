// What all reports together say happened.
#pragma once

#include <string>
#include <vector>

#include "sitrep/coding.h"

namespace sitrep {

struct IncidentPerpetrator {
  Party party;
  Status status = Status::reported;
  std::vector<std::string> by;  // speakers' names
};

struct ReportRef {
  std::string id;
  std::string uri;
  std::string outlet;
  std::string title;
  std::optional<When> published;
};

// One side of a disagreement: a value, the reports that hold it and the claims that say it (ids).
struct Position {
  ClaimValue value;
  std::vector<std::string> reports;
  std::vector<std::string> claims;
};

struct Disagreement {
  Field field = Field::type;
  DisagreementKind kind = DisagreementKind::conflict;
  std::vector<Position> positions;
};

struct Codes {
  std::string acled_event_type;  // empty: the scheme has no place for it
  std::string acled_sub_event_type;
  std::string plover_event;
  std::string plover_mode;
  std::string cameo;
  int ucdp_type_of_violence = 0;  // 0: none
};

struct Incident {
  std::string id;
  EventType type = EventType::any;
  Phase phase = Phase::news;
  Outcome outcome = Outcome::completed;
  When when;
  Where where;
  std::vector<IncidentPerpetrator> perpetrators;
  std::vector<Item> instruments;
  std::vector<Item> physical_targets;
  std::vector<Item> human_targets;
  Quantity killed;
  Quantity wounded;
  Quantity abducted;
  std::optional<Damage> damage;
  std::string summary;
  std::vector<ReportRef> reports;
  int independent_sources = 0;
  double confidence = 0;  // 0 to 1
  std::vector<Claim> claims;
  std::vector<Disagreement> disagreements;
  Codes codes;
  int revision = 1;
  std::vector<std::string> merged_from;
  std::vector<std::string> members;  // "REPORT/EVENT" ids of the events that it joins, in order
};

}  // namespace sitrep
