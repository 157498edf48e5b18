// The shared objects of the output contract: evidence, numbers, dates, places and parties.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sitrep/enums.h"

namespace sitrep {

using Day = std::chrono::sys_days;  // a calendar day, no zone

// Half-open byte range of a report's clean text; what the stages work with.
struct TextSpan {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool operator==(const TextSpan&) const = default;
  bool overlaps(const TextSpan& other) const { return begin < other.end && other.begin < end; }
};

// The contract's Span: half-open range in code points of that report's clean text; `text` is
// exactly that slice.
struct Evidence {
  std::string report;
  uint32_t start = 0;
  uint32_t end = 0;
  std::string text;
  bool operator==(const Evidence&) const = default;
};

// "at least five" is 5/5/-, "dozens" 24/-/-, "no casualties" 0/0/0.
struct Quantity {
  std::optional<int64_t> low;
  std::optional<int64_t> best;
  std::optional<int64_t> high;
  std::string text;  // the wording, empty when there is none
  bool known() const { return low || best || high; }
  bool operator==(const Quantity&) const = default;
};

// Inclusive days. `start` is empty while nothing fixes the day.
struct When {
  std::optional<Day> start;
  std::optional<Day> end;
  DatePrecision precision = DatePrecision::unknown;
  PartOfDay part_of_day = PartOfDay::none;
  Basis basis = Basis::stated;
  bool known() const { return start.has_value(); }
  bool operator==(const When&) const = default;
};

// WGS 84 degrees; `country` ISO 3166-1 alpha-2.
struct Where {
  std::string name;
  std::optional<double> lat;
  std::optional<double> lon;
  std::string country;
  std::string admin1;
  PlacePrecision precision = PlacePrecision::unknown;
  std::string gazetteer_id;
  bool operator==(const Where&) const = default;
};

struct Party {
  std::string name;      // as best given in the text
  std::string actor_id;  // empty: not in the actor dictionary
  PartyKind kind = PartyKind::unknown;
  std::string nation;  // ISO 3166-1 alpha-2, empty: unknown
  bool operator==(const Party&) const = default;
};

struct Speaker {
  Party party;
  std::string role;  // "spokesperson"
  bool operator==(const Speaker&) const = default;
};

}  // namespace sitrep
