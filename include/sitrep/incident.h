// What all reports together say happened.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "sitrep/coding.h"

namespace sitrep {

struct IncidentPerpetrator {
  Party party;
  Status status = Status::reported;
  std::vector<std::string> by;  // speakers' names
  bool operator==(const IncidentPerpetrator&) const = default;
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

// Reports that count as one voice, and why: "LEDGER credits Indus Wire".
struct IndependentSource {
  std::string name;  // the outlet that the facts come from
  std::vector<std::string> reports;
  std::vector<std::string> reasons;  // empty for a report that stands alone
};

// A number as it stood in the reports of one time.
struct TollStep {
  std::optional<Day> published;
  std::optional<int> minute;  // of that day
  Quantity value;
  std::vector<std::string> reports;
  int sources = 0;  // independent ones
};

// By time of publication, undated reports last.
struct TollHistory {
  std::vector<TollStep> killed;
  std::vector<TollStep> wounded;
  std::vector<TollStep> abducted;
};

struct Assessment {
  std::optional<Grade> grade;  // none: there is nothing to grade
  std::vector<std::string> reasons;
};

struct Grades {
  Assessment record;
  Assessment attribution;
};

struct Codes {
  std::string acled_event_type;  // empty: the scheme has no place for it
  std::string acled_sub_event_type;
  std::optional<int64_t> acled_fatalities;
  std::string plover_event;
  std::string plover_mode;
  std::string cameo;
  int ucdp_type_of_violence = 0;  // 0: none
  Quantity ucdp_deaths;           // empty where nobody is said to have died
};

// A value in the form that a correctable field has; names are ids of incidents, or members.
// monostate is null.
using FieldValue =
    std::variant<std::monostate, EventType, Outcome, Phase, When, Where,
                 std::vector<IncidentPerpetrator>, Quantity, Damage, std::vector<std::string>>;

// What a person did that an incident shows: which field, in place of what, and on whose word.
struct AppliedCorrection {
  int64_t id = 0;  // its number in the ledger's log
  CorrectionKind kind = CorrectionKind::correct;
  CorrectedField field = CorrectedField::type;
  FieldValue value;
  std::string by;
  std::string when;  // UTC: "2026-11-29T02:15:00Z"
  std::string reason;
  FieldValue replaced;  // what stood when it was made
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
  std::vector<IndependentSource> sources;
  double confidence = 0;  // 0 to 1
  Grades grade;
  TollHistory toll_history;
  std::vector<Claim> claims;
  std::vector<Disagreement> disagreements;
  Codes codes;
  int revision = 1;
  std::vector<std::string> merged_from;
  std::vector<AppliedCorrection> corrections;  // those in force, by number
  std::vector<std::string> background;  // ids of the earlier incidents that its reports recall
  std::vector<std::string> recalls;     // of a background incident: the ledger's record of it
  std::vector<std::string> members;     // "REPORT/EVENT" ids of the events that it joins, in order
};

// What speaks for two events being one incident, and against it.
struct JoinReason {
  std::string member;   // "REPORT/EVENT"
  std::string with;     // the event that it was compared with
  double score = 0;     // the sum; two are joined from 3.5 on, as far as their company agrees
  std::string reasons;  // "same day +2.0, same place +2.0, same type +1.0"
};

// Why an incident holds the events that it holds.
struct Explanation {
  struct NearMiss {
    JoinReason reason;     // an event that is elsewhere, and the member that it is nearest to
    std::string incident;  // id of the one that holds it
  };
  std::vector<JoinReason> joins;  // of each member in company, the other that speaks most for it
  std::vector<NearMiss> near_misses;  // the nearest first
};

bool is_rejected(const Incident& incident);  // a person says that it is none

}  // namespace sitrep
