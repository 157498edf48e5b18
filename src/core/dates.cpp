#include "core/dates.h"

#include <fmt/format.h>

#include <charconv>

namespace sitrep {

using namespace std::chrono;  // NOLINT(google-build-using-namespace): calendar literals only, in
                              // this file

std::string iso(Day day) {
  const auto ymd = civil(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()),
                     static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int y = 0;
  unsigned m = 0;
  unsigned d = 0;
  const char* p = text.data();
  const auto year_end = std::from_chars(p, p + 4, y);
  const auto month_end = std::from_chars(p + 5, p + 7, m);
  const auto day_end = std::from_chars(p + 8, p + 10, d);
  if (year_end.ptr != p + 4 || month_end.ptr != p + 7 || day_end.ptr != p + 10) return std::nullopt;
  return make_day(y, m, d);
}

std::optional<Day> make_day(int y, unsigned m, unsigned d) {
  const year_month_day ymd{year{y}, month{m}, day{d}};
  if (y < 1 || y > 9999 || !ymd.ok()) return std::nullopt;
  return sys_days{ymd};
}

year_month_day civil(Day day) { return year_month_day{day}; }

std::string_view month_name(Day day) {
  return kMonthNames[static_cast<unsigned>(civil(day).month()) - 1];
}

unsigned iso_weekday(Day day) { return weekday{day}.iso_encoding(); }

int days_between(Day from, Day to) { return static_cast<int>((to - from).count()); }

When day_when(Day day, Basis basis) {
  return {.start = day, .end = day, .precision = DatePrecision::day, .basis = basis};
}

When month_when(int y, unsigned m, Basis basis) {
  const Day first = sys_days{year{y} / month{m} / 1};
  const Day last = sys_days{year{y} / month{m} / std::chrono::last};
  return {.start = first, .end = last, .precision = DatePrecision::month, .basis = basis};
}

When year_when(int y, Basis basis) {
  return {.start = sys_days{year{y} / January / 1},
          .end = sys_days{year{y} / December / 31},
          .precision = DatePrecision::year,
          .basis = basis};
}

bool overlap(const When& a, const When& b) {
  if (!a.known() || !b.known()) return false;
  return *a.start <= b.end.value_or(*b.start) && *b.start <= a.end.value_or(*a.start);
}

}  // namespace sitrep
