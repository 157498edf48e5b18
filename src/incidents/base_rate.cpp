#include "incidents/base_rate.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>

namespace sitrep::incidents {

namespace {

constexpr size_t kMostRows = 65;        // of a day: more are as many
constexpr size_t kMostKnown = 1 << 21;  // rates in memory
// A day is like this one when at least so much of it happened there. What one famous incident
// leaves on the days around, told with a wrong day, is less.
constexpr size_t kLikeThisDay = 4;
constexpr std::array<int, 5> kBustleSteps = {4, 7, 11, 16, 30};  // the most of each step
constexpr std::array<int, 3> kSpreadSteps = {2, 4, 6};
constexpr std::array<int, 2> kToldSteps = {10, 20};  // reports around a day

template <size_t N>
uint8_t step_of(const std::array<int, N>& steps, int n) {
  return static_cast<uint8_t>(std::ranges::lower_bound(steps, n) - steps.begin());
}

// Of a day on which many events sit, each day like it counts more: that many reports of one place
// day after day are of one incident grows less likely still.
int many(size_t here) { return here > 32 ? 3 : here > 8 ? 2 : 1; }

int days_like(std::span<const Row> rows, int32_t day) {
  std::array<size_t, 2 * kRateReach + 1> sitting{};
  for (const Row& row : rows) {
    const auto place = static_cast<uint32_t>(row.slot - day + kRateReach);
    ++sitting[place];
  }
  const size_t here = sitting[kRateReach];
  const auto days =
      std::ranges::count_if(sitting, [&](size_t n) { return n > 0 && n * kLikeThisDay >= here; });
  return (static_cast<int>(days) - (here > 0 ? 1 : 0)) * many(here);
}

int days_sat(std::span<const Row> rows) {
  int days = 0;
  for (size_t i = 0; i < rows.size(); ++i) days += i == 0 || rows[i].slot != rows[i - 1].slot;
  return days;
}

// The rows of the days around one, out of those of more days.
std::span<const Row> around(std::span<const Row> rows, int32_t day) {
  const auto begin = std::ranges::lower_bound(rows, day - kRateReach, {}, &Row::slot);
  const auto end = std::ranges::upper_bound(rows, day + kRateReach, {}, &Row::slot);
  return {begin, end};
}

template <typename Each>
void each_shared_name(const Face& a, const Face& b, Each&& each) {
  for (auto x = a.names.begin(), y = b.names.begin(); x != a.names.end() && y != b.names.end();) {
    if (*x != *y) {
      *x < *y ? ++x : ++y;
      continue;
    }
    each(*x);
    ++x, ++y;
  }
}

}  // namespace

size_t rate_rows(SeatKind kind) {
  if (kind == SeatKind::land) return kToldSteps.back() + 1;
  return kind == SeatKind::scene ? kMostRows : 1;
}

uint8_t rate_step(SeatKind kind, std::span<const Row> rows, int32_t day) {
  if (kind == SeatKind::land) return step_of(kToldSteps, static_cast<int>(rows.size()));
  return kind == SeatKind::scene ? step_of(kBustleSteps, days_like(rows, day))
                                 : step_of(kSpreadSteps, days_sat(rows));
}

// Of names in a busy place; whether one is told on no other day counts for more than its weight.
bool weigh_alike(SeatKind kind, uint8_t step, uint8_t other) {
  const auto& names = weight::names_told;
  if (step == other) return true;
  if (kind != SeatKind::name_day || std::min(step, other) == 0) return false;
  return std::max(step, other) < names.size() && names[step].busy == names[other].busy;
}

std::vector<std::vector<uint8_t>> steps_on(Archive& archive, std::span<const Look> days) {
  std::vector<Question> questions;
  questions.reserve(days.size());
  for (const Look& d : days) {
    const Look rows{d.key, d.first - kRateReach, d.last + kRateReach, d.kind};
    questions.push_back({rows, rate_rows(d.kind)});
  }
  const auto found = archive.seated(questions);
  std::vector<std::vector<uint8_t>> out(days.size());
  tbb::parallel_for(size_t{0}, days.size(), [&](size_t i) {
    for (int32_t day = days[i].first; day <= days[i].last; ++day)
      out[i].push_back(rate_step(days[i].kind, around(found[i], day), day));
  });
  return out;
}

std::vector<Look> days_around(std::vector<Seat> seats) {
  std::ranges::sort(seats, {}, [](const Seat& s) { return std::pair(s.key, s.slot); });
  std::vector<Look> out;
  for (const Seat& seat : seats) {
    const Look days{seat.key, seat.slot - kRateReach, seat.slot + kRateReach, seat.kind};
    if (!out.empty() && out.back().key == days.key && days.first <= out.back().last + 1) {
      out.back().last = days.last;
    } else {
      out.push_back(days);
    }
  }
  return out;
}

Key BaseRates::known_as(const Seat& seat) { return numbered(seat.key, seat.slot); }

void BaseRates::know(std::vector<Seat> seats) {
  if (known_.size() > kMostKnown) known_.clear();
  std::erase_if(seats, [&](const Seat& s) { return known_.contains(known_as(s)); });
  const auto place = [](const Seat& s) { return std::pair(s.key, s.slot); };
  std::ranges::sort(seats, {}, place);
  const auto same = [&](const Seat& a, const Seat& b) { return place(a) == place(b); };
  seats.erase(std::unique(seats.begin(), seats.end(), same), seats.end());
  const std::vector<Look> looks = days_around(seats);
  std::vector<Question> questions;
  questions.reserve(looks.size());
  for (const Look& look : looks) questions.push_back({look, rate_rows(look.kind)});
  const auto found = archive_.seated(questions);
  for (const Seat& seat : seats) {
    const auto after =
        std::ranges::upper_bound(looks, std::pair(seat.key, seat.slot), {},
                                 [](const Look& l) { return std::pair(l.key, l.first); });
    const std::span<const Row> rows = found[static_cast<size_t>(after - looks.begin()) - 1];
    known_[known_as(seat)] = rate_step(seat.kind, around(rows, seat.slot), seat.slot);
  }
}

uint8_t BaseRates::step(const Seat& seat) {
  if (const auto found = known_.find(known_as(seat)); found != known_.end()) return found->second;
  const auto rows = archive_.seated(
      {seat.key, seat.slot - kRateReach, seat.slot + kRateReach, seat.kind}, rate_rows(seat.kind));
  return known_[known_as(seat)] = rate_step(seat.kind, rows, seat.slot);
}

uint8_t BaseRates::bustle(const Face& face) {
  const auto seat = scene_of(face);
  return seat ? step(*seat) : 0;
}

uint8_t BaseRates::told(const Face& face) {
  const auto seat = land_of(face);
  return seat ? step(*seat) : static_cast<uint8_t>(weight::told_of_country.size() - 1);
}

// Of an event without a day or a place nothing is known; the other's has to say.
uint8_t BaseRates::spread_of(const Face& face, Key name) {
  const auto seat = name_seat(face, name);
  return seat ? step(*seat) : 0;
}

bool BaseRates::asks_names(const Known& known) {
  return known.bustle > 0 && known.score >= weight::kThreshold - weight::two_own_names.value;
}

void BaseRates::add_name_seats(const Face& a, const Face& b, std::vector<Seat>& out) {
  each_shared_name(a, b, [&](Key name) {
    for (const Face* face : {&a, &b}) {
      if (const auto seat = name_seat(*face, name)) out.push_back(*seat);
    }
  });
}

Setting BaseRates::setting(const Face& a, const Face& b, const Known& known) {
  Setting out{.bustle = known.bustle, .told = known.told};
  if (!asks_names(known)) return out;
  each_shared_name(a, b, [&](Key name) {
    const uint8_t spread = std::max(spread_of(a, name), spread_of(b, name));
    if (spread == 0) ++out.own_names;
    out.spread = std::min(out.spread, spread);
  });
  return out;
}

}  // namespace sitrep::incidents
