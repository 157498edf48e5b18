#include "grounding/calendar_feasts.h"

#include "core/dates.h"
#include "grounding/calendar_periods.h"

namespace sitrep::calendar {

namespace {

using std::chrono::days;
using times::DayRule;
using times::NamedDay;

// Days from 1970-01-01 to the epochs of the two calendars (16 July 622 and 7 October -3760,
// Julian).
constexpr int kHijra = -492148;
constexpr int kHebrewEpoch = -2092590;

Day nth_weekday(int year, int month, int n, int weekday) {
  Day first = first_of(year, static_cast<unsigned>(month));
  if (n < 0) first = add_months(first, 1) - days(7);
  const int ahead = (weekday - static_cast<int>(iso_weekday(first)) + 7) % 7;
  return first + days(ahead + (n > 0 ? (n - 1) * 7 : 0));
}

bool hebrew_leap(int year) { return (7 * year + 1) % 19 < 7; }

// Days from the epoch to the new moon of Tishri, postponed so that no fast falls beside a sabbath.
int hebrew_elapsed(int year) {
  const int months = (235 * year - 234) / 19;
  const int64_t parts = 12084 + 13753LL * months;
  const int day = static_cast<int>(29LL * months + parts / 25920);
  return 3 * (day + 1) % 7 < 3 ? day + 1 : day;
}

int hebrew_new_year(int year) {
  const int before = hebrew_elapsed(year - 1);
  const int here = hebrew_elapsed(year);
  const int after = hebrew_elapsed(year + 1);
  const int delay = after - here == 356 ? 2 : here - before == 382 ? 1 : 0;
  return kHebrewEpoch + here + delay;
}

int hebrew_month_days(int year, int month) {
  const int length = hebrew_new_year(year + 1) - hebrew_new_year(year);
  switch (month) {
    case 2:
    case 4:
    case 6:
    case 10:
    case 13:
      return 29;
    case 12:
      return hebrew_leap(year) ? 30 : 29;
    case 8:
      return length % 10 == 5 ? 30 : 29;
    case 9:
      return length % 10 == 3 ? 29 : 30;
    default:
      return 30;
  }
}

std::optional<Day> islamic_in(int year, int month, int day) {
  const int guess = static_cast<int>((year - 622) * 33LL / 32);
  for (int hijri = guess - 1; hijri <= guess + 2; ++hijri) {
    const Day found = islamic_day(hijri, month, day);
    if (year_of(found) == year) return found;
  }
  return std::nullopt;
}

Day hebrew_in(int year, int month, int day) {
  const int tishri_year = year + 3761;
  const int hebrew_year = month >= 7 && month <= 9 ? tishri_year : tishri_year - 1;
  const int adar = month == 12 && hebrew_leap(hebrew_year) ? 13 : month;
  return hebrew_day(hebrew_year, adar, day);
}

}  // namespace

Day western_easter(int y) {
  const int a = y % 19, b = y / 100, c = y % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
  return make_day(y, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1))
      .value_or(Day{});
}

Day orthodox_easter(int y) {
  const int d = (19 * (y % 19) + 15) % 30;
  const int n = d + (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7 + 114;
  const Day julian =
      make_day(y, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1)).value_or(Day{});
  return julian + days(y / 100 - y / 400 - 2);
}

Day islamic_day(int year, int month, int day) {
  const int before = (year - 1) * 354 + (3 + 11 * year) / 30 + 29 * (month - 1) + month / 2;
  return Day{days(kHijra + before + day - 1)};
}

Day hebrew_day(int year, int month, int day) {
  int total = hebrew_new_year(year);
  const int months = hebrew_leap(year) ? 13 : 12;
  for (int m = 7; m != month; m = m == months ? 1 : m + 1) total += hebrew_month_days(year, m);
  return Day{days(total + day - 1)};
}

std::optional<Feast> feast(const NamedDay& day, int year) {
  switch (day.rule) {
    case DayRule::fixed: {
      const auto date = make_day(year, static_cast<unsigned>(day.a), static_cast<unsigned>(day.b));
      return date ? std::optional(Feast{*date}) : std::nullopt;
    }
    case DayRule::nth_weekday: {
      const bool election = day.phrase == "election day";
      if (election) return Feast{nth_weekday(year, 11, 1, 1) + days(1)};
      return Feast{nth_weekday(year, day.a, day.b, day.c)};
    }
    case DayRule::easter:
      return Feast{western_easter(year) + days(day.a)};
    case DayRule::orthodox:
      return Feast{orthodox_easter(year) + days(day.a)};
    case DayRule::islamic: {
      const auto date = islamic_in(year, day.a, day.b);
      return date ? std::optional(Feast{*date, day.c, true}) : std::nullopt;
    }
    case DayRule::hebrew:
      return Feast{hebrew_in(year, day.a, day.b), day.c};
    case DayRule::once: {
      const auto date = make_day(day.a, static_cast<unsigned>(day.b), static_cast<unsigned>(day.c));
      return date ? std::optional(Feast{*date}) : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

}  // namespace sitrep::calendar
