// Where events and reports sit, so that those that may tell of the same are found by a look-up:
// each has a few seats, a key (a place, a victim, a telling word) and a slot in time. Two meet
// where their slots are near enough. A seat where too many sit says too little: of a crowd only the
// first few, in an order that no ledger has a say in, meet all others.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "incidents/face.h"

namespace sitrep::incidents {

// An event is a report's number and its place among the faces of the report's sketch; a report
// itself sits with the same number and no place.
using Sitter = uint64_t;
constexpr unsigned kPlaceBits = 16;
constexpr Sitter sitter(uint32_t report, size_t place = 0) {
  return Sitter{report} << kPlaceBits | place;
}
constexpr uint32_t report_of(Sitter s) { return static_cast<uint32_t>(s >> kPlaceBits); }
constexpr size_t place_of(Sitter s) { return s & ((Sitter{1} << kPlaceBits) - 1); }

enum class SeatKind : uint8_t {
  // of events
  cell,         // half a degree, by day
  area,         // country and division, by day
  country,      // by day, of events that no town is known of
  inland,       // the same of all others: these meet the former, and not each other
  anywhere,     // by day
  month,        // type and country, by month
  spot,         // gazetteer entry and phase
  spot_month,   // the same, by month
  spot_day,     // gazetteer entry and kindred types, by day
  person,       // surname
  person_time,  // the same, by quarter
  target,
  target_time,  // the same, by month
  name_day,     // a proper name and the place, by day
  // nobody meets at these three; they tell how much happens in half a degree, else a division, and
  // how much is told of a country
  scene,  // what a report is mainly about, by day
  land,   // the same, of the whole country
  aside,  // what else it tells, which doesn't count: one long story is not a busy town
  // of reports
  mark,       // a five-word run, by month of publication
  word,       // a telling word
  word_time,  // the same, by week of publication
};

struct SeatRule {
  uint16_t most = 0;    // that meet each other; more are a crowd
  uint16_t first = 0;   // of a crowd, that meet all others
  uint16_t reach = 0;   // slots to both sides that are looked at, too
  uint16_t shared = 1;  // seats of the kind that two must have in common
  uint16_t era = 1;     // slots that lie together in a ledger
  // Of all time. Who has a time, of a month or less, sits at a slot where none meets another by
  // that, for those of one time have other seats; who has none sits at the next and meets all.
  bool timeless = false;
};
const SeatRule& rule(SeatKind kind);

// What comes in lies with what is of its time, so that a step of a large ledger writes to a few
// pages of it, not to all.
int32_t era_of(SeatKind kind, int32_t slot);

struct Seat {
  Key key = kNoKey;
  int32_t slot = 0;
  SeatKind kind = SeatKind::cell;
};

// Where to look for others: all seats of this key in these slots.
struct Look {
  Key key = kNoKey;
  int32_t first = 0;
  int32_t last = 0;
  SeatKind kind = SeatKind::cell;
};

std::vector<Seat> seats_of(const Face& face);
std::vector<Seat> seats_of(const Story& story);

// What an event looks at from its seats: their own keys; of a cell those around it, too; of a
// country the one that it meets there.
std::vector<Look> looks_from(const Face& face, const Seat& seat);
std::vector<Look> looks_from(const Seat& seat);  // a report from one of its own
Look slot_of(const Seat& seat);                  // its own key and slot alone

// Where it is told how much happens around an event, and how often a name is said of its place;
// none for an event without a time or a place.
std::optional<Seat> scene_of(const Face& face);
// Where it is told how much is told of its country, or of places in none that is known, around its
// days; none for an event that no month is known of.
std::optional<Seat> land_of(const Face& face);
Seat aside_of(const Seat& scene);  // beside it, or beside a land
std::optional<Seat> name_seat(const Face& face, Key name);

// Do those that sit there meet each other?
bool mixes(const Seat& seat);

Key numbered(Key base, int64_t n);  // one of the keys that differ in a number alone

}  // namespace sitrep::incidents
