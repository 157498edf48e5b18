// How much happens where two events happened, and how often what they have in common is said there:
// that both are of one day and town says little where a town has several such events a day, nor
// does the name of a governor whom half of its reports quote; the name of a street that nobody
// speaks of but on that day says much. (Of two records that agree in a field the odds that they are
// one rise the less the commoner the value is: Fellegi and Sunter.)
#pragma once

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <span>

#include "incidents/archive.h"
#include "incidents/compare.h"

namespace sitrep::incidents {

// Days to both sides of an event's that its base rates are taken from.
inline constexpr int kRateReach = 15;

inline constexpr uint8_t kBusy = 1;  // the step of bustle that makes a place busy

// All rates come in steps, coarse ones, so that a new report seldom moves one. `rows`: who sits at
// the key of a seat of that kind, by slot, on the days around `day`; of each the first
// `rate_rows(kind)`.
size_t rate_rows(SeatKind kind);
uint8_t rate_step(SeatKind kind, std::span<const Row> rows, int32_t day);
constexpr bool tells_rates(SeatKind kind) {
  return kind == SeatKind::scene || kind == SeatKind::land || kind == SeatKind::name_day;
}

// Does no pair score otherwise where the rate of its day is the other of two steps?
bool weigh_alike(SeatKind kind, uint8_t step, uint8_t other);

// The step of each day that a look takes in.
std::vector<std::vector<uint8_t>> steps_on(Archive& archive, std::span<const Look> days);

// The days whose rates these seats have a say in, sorted; what overlaps is one look.
std::vector<Look> days_around(std::vector<Seat> seats);

// Looks rates up, each once. Not for several threads, unless all that they ask for is known.
class BaseRates {
 public:
  explicit BaseRates(Archive& archive) : archive_(archive) {}

  // Reads in one go what is about to be asked for.
  void know(std::vector<Seat> seats);

  uint8_t bustle(const Face& face);
  // How much is told of its country: of an event without a day it is not known, so it counts as
  // much.
  uint8_t told(const Face& face);
  bool busy(const Face& face) { return bustle(face) >= kBusy; }
  // `score`: of what else is compared; names are looked up where that leaves them a say.
  Setting setting(const Face& a, const Face& b, double score) {
    return setting(a, b, Known{std::max(bustle(a), bustle(b)), std::max(told(a), told(b)), score});
  }
  struct Known {
    uint8_t bustle = 0;  // of the two
    uint8_t told = 0;
    double score = 0;
  };
  Setting setting(const Face& a, const Face& b, const Known& known);

  // Whose steps `setting` asks for where it looks names up.
  static void add_name_seats(const Face& a, const Face& b, std::vector<Seat>& out);
  static bool asks_names(const Known& known);

 private:
  static Key known_as(const Seat& seat);
  uint8_t step(const Seat& seat);
  uint8_t spread_of(const Face& face, Key name);

  Archive& archive_;
  boost::unordered_flat_map<Key, uint8_t> known_;  // by key and slot
};

}  // namespace sitrep::incidents
