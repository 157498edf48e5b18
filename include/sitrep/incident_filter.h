// Which incidents are asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sitrep/incident_row.h"

namespace sitrep {

// What a person rejected is in no list unless it is asked for.
enum class Rejected : uint8_t { hidden, shown };

// Degrees; a box whose west lies east of its east goes over the antimeridian.
struct GeoBox {
  double west = -180, south = -90, east = 180, north = 90;
};

// Each part that is given must hold; of several values of a part, one.
struct IncidentFilter {
  std::optional<Day> since;  // inclusive, on the incident's days
  std::optional<Day> until;
  std::vector<std::string> countries;  // alpha-2, ignoring case
  std::vector<EventType> types;
  std::vector<std::string> actors;   // of perpetrators: ids of the dictionary, or names
  std::vector<std::string> outlets;  // that tell of it
  std::vector<std::string> places;   // names, as the records have them
  std::vector<PlacePrecision> precisions;
  std::vector<Grade> grades;  // of the record
  std::string text;           // words that the incident's report sentences, names or summary hold
  std::optional<Phase> phase;
  std::optional<int64_t> min_killed;  // the best number, else the least, is at least this
  std::optional<GeoBox> box;          // holds the incident's point, however precise that is
  bool disputed = false;
  Rejected rejected = Rejected::hidden;
};

// All but `text`, which only a ledger can answer. Made once for many rows.
class Matcher {
 public:
  explicit Matcher(const IncidentFilter& filter);  // which must outlive it
  bool operator()(const IncidentRow& row) const;

 private:
  bool in_time(const IncidentRow& row) const;
  bool in_place(const IncidentRow& row) const;
  bool told_by(const IncidentRow& row) const;
  bool done_by(const IncidentRow& row) const;
  const IncidentFilter& filter_;
  std::vector<std::string> countries_;  // in capitals
  std::vector<std::string> actors_;     // in normal form
};

}  // namespace sitrep
