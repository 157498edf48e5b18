#include "incidents/seats.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/dates.h"

namespace sitrep::incidents {

Key numbered(Key base, int64_t n) { return extend(base, static_cast<Key>(n) + 0x51ED2701u); }

namespace {

constexpr int kDaysAround = 2;
constexpr int kMostDays = 8;     // of a range that sits by days
constexpr int kMostMonths = 13;  // of one that sits by months
constexpr int kFineDays = 31;    // of a time that says well enough whom an event may meet
constexpr size_t kTellingWords = 8;
constexpr double kCellsADegree = 2;
constexpr uint16_t kEra = 64;  // days that lie together
constexpr uint16_t kEraOfWeeks = 8;
constexpr int32_t kTimed = 0;  // slots of timeless seats
constexpr int32_t kTimeless = 1;
constexpr int kDaysOfMonth = 30;    // of a slot of marks
constexpr int32_t kUndated = 0;     // slot of marks of reports that say no day: they meet all
constexpr int32_t kFirstMonth = 1;  // that of January 1970, and of all before
constexpr int32_t kLastMonth = 2000;

// In the order of SeatKind. What says little (a country, a month) gives crowds no say at all.
constexpr std::array<SeatRule, 20> kRules = {{
    {.most = 100, .first = 12, .reach = kDaysAround, .era = kEra},          // cell
    {.most = 100, .first = 6, .reach = kDaysAround, .era = kEra},           // area
    {.most = 150, .first = 0, .reach = kDaysAround, .era = kEra},           // country
    {.most = 80, .first = 0, .reach = kDaysAround, .era = kEra},            // inland
    {.most = 100, .first = 0, .reach = kDaysAround, .era = kEra},           // anywhere
    {.most = 150, .first = 0},                                              // month
    {.most = 80, .first = 0, .reach = 1, .timeless = true},                 // spot
    {.most = 80, .first = 0, .reach = 1},                                   // spot_month
    {.most = 60, .first = 8, .reach = 1, .era = kEra},                      // spot_day
    {.most = 80, .first = 0, .reach = 1, .timeless = true},                 // person
    {.most = 80, .first = 8, .reach = 1},                                   // person_time
    {.most = 80, .first = 0, .reach = 1, .timeless = true},                 // target
    {.most = 60, .first = 0, .reach = 1},                                   // target_time
    {.most = 24, .first = 0, .reach = 1, .era = kEra},                      // name_day
    {.most = 0, .first = 0, .era = kEra},                                   // scene
    {.most = 0, .first = 0, .era = kEra},                                   // land
    {.most = 0, .first = 0, .era = kEra},                                   // aside
    {.most = 40, .first = 6, .reach = 2, .era = kLastMonth + 1},            // mark
    {.most = 24, .first = 0, .shared = 3},                                  // word
    {.most = 32, .first = 0, .reach = 2, .shared = 2, .era = kEraOfWeeks},  // word_time
}};

Key based(SeatKind kind, Key k) { return extend(static_cast<Key>(kind) + 0x51ED2701u, k); }

int day_number(Day day) { return static_cast<int>(day.time_since_epoch().count()); }

int month_number(Day day) {
  const auto ymd = civil(day);
  return static_cast<int>(ymd.year()) * 12 + static_cast<int>(static_cast<unsigned>(ymd.month()));
}

// Types that reporters take for each other share a family.
EventType family(EventType type) {
  switch (type) {
    case EventType::strike:
    case EventType::air_strike:
    case EventType::drone_attack:
    case EventType::chemical_attack:
      return EventType::shelling;
    case EventType::suicide_bombing:
      return EventType::bombing;
    case EventType::assassination:
    case EventType::battle:
      return EventType::armed_attack;
    case EventType::riot:
    case EventType::work_stoppage:
      return EventType::protest;
    default:
      return type;
  }
}

// Row and column of the cell that a point lies in.
std::pair<int64_t, int64_t> cell_of(const Spot& spot) {
  return {static_cast<int64_t>(std::floor(*spot.lat * kCellsADegree)),
          static_cast<int64_t>(std::floor(*spot.lon * kCellsADegree))};
}

Key cell_key(int64_t row, int64_t column) {
  return numbered(numbered(based(SeatKind::cell, kNoKey), row), column);
}

Day last_of(const Face& face) { return face.when.end.value_or(*face.when.start); }

// Not a season, nor a year.
bool fine_time(const Face& face) {
  return face.when.known() && day_number(last_of(face)) - day_number(*face.when.start) <= kFineDays;
}

class Seating {
 public:
  explicit Seating(const Face& face) : face_(face) {}

  std::vector<Seat> seats() && {
    if (face_.when.known()) by_time();
    by_name();
    by_rate();
    const auto order = [](const Seat& s) { return std::tuple(s.kind, s.key, s.slot); };
    std::ranges::sort(out_, {}, order);
    const auto same = [&](const Seat& a, const Seat& b) { return order(a) == order(b); };
    out_.erase(std::unique(out_.begin(), out_.end(), same), out_.end());
    return std::move(out_);
  }

 private:
  void sit(SeatKind kind, Key key, int slot) { out_.push_back({key, slot, kind}); }

  Day last() const { return last_of(face_); }

  // On so many days of a range that with their reach they look at all of it.
  void on_days(SeatKind kind, Key key) {
    const int first = day_number(*face_.when.start);
    const int end = std::min(day_number(last()), first + kMostDays);
    for (int day = first; day < end; day += 2 * rule(kind).reach + 1) sit(kind, key, day);
    sit(kind, key, end);
  }

  void by_time() {
    const Spot& where = face_.where;
    if (face_.placed) {
      const auto [row, column] = cell_of(where);
      on_days(SeatKind::cell, cell_key(row, column));
    }
    if (where.admin1 != kNoKey)
      on_days(SeatKind::area, based(SeatKind::area, extend(where.country, where.admin1)));
    if (where.country != kNoKey) {
      const SeatKind kind = face_.placed ? SeatKind::inland : SeatKind::country;
      on_days(kind, based(kind, where.country));
    }
    on_days(SeatKind::anywhere, based(SeatKind::anywhere, kNoKey));
    if (where.gazetteer != kNoKey) {
      const Key kin = numbered(where.gazetteer, static_cast<int64_t>(family(face_.type)));
      on_days(SeatKind::spot_day, based(SeatKind::spot_day, kin));
    }
    on_months();
  }

  // Coarse days meet all of their months, fine ones their own.
  void on_months() {
    const int first = month_number(*face_.when.start);
    const int end = std::min(month_number(last()), first + kMostMonths);
    const Key base = numbered(face_.where.country, static_cast<int64_t>(face_.type));
    for (int month = first; month <= end; ++month)
      sit(SeatKind::month, based(SeatKind::month, base), month);
  }

  void by_name() {
    const std::optional<int> month =
        face_.when.known() ? std::optional(month_number(*face_.when.start)) : std::nullopt;
    const int32_t always = fine_time(face_) ? kTimed : kTimeless;
    for (const PersonKey& p : face_.people) {
      sit(SeatKind::person, based(SeatKind::person, p.surname), always);
      if (month) sit(SeatKind::person_time, based(SeatKind::person_time, p.surname), *month / 3);
    }
    for (const Key k : face_.target_names) {
      sit(SeatKind::target, based(SeatKind::target, k), always);
      if (month) sit(SeatKind::target_time, based(SeatKind::target_time, k), *month);
    }
    if (face_.where.gazetteer != kNoKey) {
      const Key phased = numbered(face_.where.gazetteer, static_cast<int64_t>(face_.phase));
      sit(SeatKind::spot, based(SeatKind::spot, phased), always);
      if (month) sit(SeatKind::spot_month, based(SeatKind::spot_month, phased), *month);
    }
  }

  void by_rate() {
    for (const auto& rate : {scene_of(face_), land_of(face_)}) {
      if (rate) out_.push_back(face_.leads ? *rate : aside_of(*rate));
    }
    for (const Key name : face_.names) {
      if (const auto seat = name_seat(face_, name)) out_.push_back(*seat);
    }
  }

  const Face& face_;
  std::vector<Seat> out_;
};

int32_t month_of_marks(const Story& story) {
  if (story.undated) return kUndated;
  return std::clamp(kFirstMonth + day_number(*story.published) / kDaysOfMonth, kFirstMonth,
                    kLastMonth);
}

// Its own key alone.
Look look_from(const Seat& seat) {
  const int32_t reach = rule(seat.kind).reach;
  return {seat.key, seat.slot - reach, seat.slot + reach, seat.kind};
}

}  // namespace

std::optional<Seat> scene_of(const Face& face) {
  const Spot& where = face.where;
  if (!face.when.known() || (!face.placed && where.country == kNoKey)) return std::nullopt;
  Key place = extend(where.country, where.admin1);
  if (face.placed) {
    const auto [row, column] = cell_of(where);
    place = cell_key(row, column);
  }
  return Seat{based(SeatKind::scene, place), day_number(*face.when.start), SeatKind::scene};
}

std::optional<Seat> land_of(const Face& face) {
  if (!fine_time(face)) return std::nullopt;
  return Seat{based(SeatKind::land, face.where.country), day_number(*face.when.start),
              SeatKind::land};
}

Seat aside_of(const Seat& scene) {
  return {based(SeatKind::aside, scene.key), scene.slot, SeatKind::aside};
}

std::optional<Seat> name_seat(const Face& face, Key name) {
  const Spot& where = face.where;
  const Key place = where.gazetteer != kNoKey ? where.gazetteer : where.country;
  if (!face.when.known() || place == kNoKey) return std::nullopt;
  return Seat{based(SeatKind::name_day, extend(place, name)), day_number(*face.when.start),
              SeatKind::name_day};
}

const SeatRule& rule(SeatKind kind) { return kRules[static_cast<size_t>(kind)]; }

bool mixes(const Seat& seat) {
  return seat.kind != SeatKind::inland && (!rule(seat.kind).timeless || seat.slot == kTimeless);
}

int32_t era_of(SeatKind kind, int32_t slot) {
  const int32_t era = rule(kind).era;
  return slot >= 0 ? slot / era : (slot + 1) / era - 1;
}

std::vector<Seat> seats_of(const Face& face) { return Seating(face).seats(); }

std::vector<Seat> seats_of(const Story& story) {
  std::vector<Seat> out;
  for (const uint32_t mark : story.marks)
    out.push_back({based(SeatKind::mark, mark), month_of_marks(story), SeatKind::mark});
  for (const uint32_t word : telling_words(story.words, kTellingWords)) {
    out.push_back({based(SeatKind::word, word), 0, SeatKind::word});
    if (!story.published) continue;
    out.push_back(
        {based(SeatKind::word_time, word), day_number(*story.published) / 7, SeatKind::word_time});
  }
  return out;
}

Look slot_of(const Seat& seat) { return {seat.key, seat.slot, seat.slot, seat.kind}; }

std::vector<Look> looks_from(const Seat& seat) {
  if (seat.kind != SeatKind::mark) return {look_from(seat)};
  if (seat.slot == kUndated) return {{seat.key, kUndated, kLastMonth, seat.kind}};
  Look look = look_from(seat);
  look.first = std::max(look.first, kFirstMonth);
  return {look, {seat.key, kUndated, kUndated, seat.kind}};
}

std::vector<Look> looks_from(const Face& face, const Seat& seat) {
  const Look own = look_from(seat);
  if (seat.kind == SeatKind::country || seat.kind == SeatKind::inland) {
    const bool inland = seat.kind == SeatKind::inland;
    const SeatKind other = inland ? SeatKind::country : SeatKind::inland;
    const Look met{based(other, face.where.country), own.first, own.last, other};
    return {inland ? slot_of(seat) : own, met};
  }
  std::vector<Look> out{own};
  if (seat.kind != SeatKind::cell) return out;
  const auto [row, column] = cell_of(face.where);
  for (int64_t dy = -1; dy <= 1; ++dy) {
    for (int64_t dx = -1; dx <= 1; ++dx) {
      if (dy == 0 && dx == 0) continue;
      out.push_back({cell_key(row + dy, column + dx), own.first, own.last, seat.kind});
    }
  }
  return out;
}

}  // namespace sitrep::incidents
