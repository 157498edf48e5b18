#include "grounding/calendar_periods.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/dates.h"

namespace sitrep::calendar {

namespace {

using std::chrono::days;

unsigned month_of(Day day) { return static_cast<unsigned>(civil(day).month()); }

Day week_start(Day day) { return day - days(iso_weekday(day) - 1); }

std::string week_value(Day monday) {
  const int year = year_of(monday + days(3));  // an ISO week belongs to its Thursday's year
  const int week = days_between(week_start(first_of(year, 1) + days(3)), monday) / 7 + 1;
  return fmt::format("{:04}-W{:02}", year, week);
}

// Spring begins in March; winter counts to the year in which it begins.
Day season_start(Day day) {
  const unsigned month = month_of(day);
  if (month < 3) return first_of(year_of(day) - 1, 12);
  return first_of(year_of(day), month / 3 * 3);
}

std::string season_value(Day start) {
  constexpr std::string_view kCodes[] = {"SP", "SU", "FA", "WI"};
  return fmt::format("{:04}-{}", year_of(start), kCodes[(month_of(start) + 9) % 12 / 3]);
}

int months_in(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::month:
      return 1;
    case TimeUnit::quarter:
    case TimeUnit::season:
      return 3;
    case TimeUnit::half_year:
      return 6;
    case TimeUnit::year:
      return 12;
    case TimeUnit::decade:
      return 120;
    case TimeUnit::century:
      return 1200;
    default:
      return 0;
  }
}

int days_in(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::week:
    case TimeUnit::weekend:
      return 7;
    case TimeUnit::fortnight:
      return 14;
    default:
      return 1;
  }
}

DatePrecision precision_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::weekend:
    case TimeUnit::week:
    case TimeUnit::fortnight:
      return DatePrecision::week;
    case TimeUnit::month:
    case TimeUnit::quarter:
    case TimeUnit::season:
      return DatePrecision::month;
    case TimeUnit::half_year:
    case TimeUnit::year:
    case TimeUnit::decade:
    case TimeUnit::century:
      return DatePrecision::year;
    default:
      return DatePrecision::day;
  }
}

std::string plain(double n) {
  return n == std::floor(n) ? fmt::format("{}", static_cast<int64_t>(n)) : fmt::format("{:g}", n);
}

// Two and a half of a unit in the next smaller one: 2.5 years are P2Y6M.
std::string halves(std::string_view start, double n, std::string_view unit, std::string_view rest) {
  const int whole = static_cast<int>(n);
  return whole == 0 ? fmt::format("{}{}", start, rest)
                    : fmt::format("{}{}{}{}", start, whole, unit, rest);
}

}  // namespace

int year_of(Day day) { return static_cast<int>(civil(day).year()); }

Day first_of(int year, unsigned month) {
  return make_day(std::clamp(year, 1, 9999), month, 1).value_or(Day{});
}

Day add_months(Day day, int months) {
  const auto ymd = civil(day);
  const auto month = ymd.year() / ymd.month() + std::chrono::months(months);
  const auto end = month / std::chrono::last;
  return Day{month / std::min(ymd.day(), end.day())};
}

Day add_units(Day day, TimeUnit unit, int count) {
  const int months = months_in(unit);
  return months > 0 ? add_months(day, months * count) : day + days(days_in(unit) * count);
}

Period containing(Day day, TimeUnit unit) {
  const int year = year_of(day);
  switch (unit) {
    case TimeUnit::week:
    case TimeUnit::fortnight:
      return {TimeUnit::week, week_start(day)};
    case TimeUnit::weekend:
      return {unit, week_start(day) + days(5)};
    case TimeUnit::month:
      return {unit, first_of(year, month_of(day))};
    case TimeUnit::quarter:
      return {unit, first_of(year, (month_of(day) - 1) / 3 * 3 + 1)};
    case TimeUnit::season:
      return {unit, season_start(day)};
    case TimeUnit::half_year:
      return {unit, first_of(year, month_of(day) > 6 ? 7 : 1)};
    case TimeUnit::year:
      return {unit, first_of(year, 1)};
    case TimeUnit::decade:
      return {unit, first_of(std::max(1, year / 10 * 10), 1)};
    case TimeUnit::century:
      return {unit, first_of(std::max(1, year / 100 * 100), 1)};
    default:
      return {TimeUnit::day, day};
  }
}

Period shifted(Period period, int steps) {
  return {period.unit, add_units(period.start, period.unit, steps)};
}

Day last_day(Period period) {
  if (period.unit == TimeUnit::weekend) return period.start + days(1);
  return shifted(period, 1).start - days(1);
}

std::string value(Period period) {
  const int year = year_of(period.start);
  switch (period.unit) {
    case TimeUnit::week:
    case TimeUnit::fortnight:
      return week_value(period.start);
    case TimeUnit::weekend:
      return week_value(week_start(period.start)) + "-WE";
    case TimeUnit::month:
      return fmt::format("{:04}-{:02}", year, month_of(period.start));
    case TimeUnit::quarter:
      return fmt::format("{:04}-Q{}", year, month_of(period.start) / 3 + 1);
    case TimeUnit::season:
      return season_value(period.start);
    case TimeUnit::half_year:
      return fmt::format("{:04}-H{}", year, month_of(period.start) > 6 ? 2 : 1);
    case TimeUnit::year:
      return fmt::format("{:04}", year);
    case TimeUnit::decade:
      return fmt::format("{:03}", year / 10);
    case TimeUnit::century:
      return fmt::format("{:02}", year / 100);
    default:
      return iso(period.start);
  }
}

std::string unknown_value(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::week:
    case TimeUnit::fortnight:
      return "XXXX-WXX";
    case TimeUnit::weekend:
      return "XXXX-WXX-WE";
    case TimeUnit::month:
      return "XXXX-XX";
    case TimeUnit::quarter:
      return "XXXX-QX";
    case TimeUnit::season:
    case TimeUnit::half_year:
    case TimeUnit::year:
      return "XXXX";
    case TimeUnit::decade:
      return "XXX";
    case TimeUnit::century:
      return "XX";
    default:
      return "XXXX-XX-XX";
  }
}

When when_of(Period period, Basis basis) {
  return {.start = period.start,
          .end = last_day(period),
          .precision = precision_of(period.unit),
          .basis = basis};
}

std::string duration_value(TimeUnit unit, std::optional<double> amount) {
  const bool half = amount && *amount - std::floor(*amount) == 0.5;
  if (half && unit == TimeUnit::year) return halves("P", *amount, "Y", "6M");
  if (half && unit == TimeUnit::hour) return halves("PT", *amount, "H", "30M");
  if (half && unit == TimeUnit::minute) return halves("PT", *amount, "M", "30S");
  double scale = 1;
  std::string_view code = "D";
  switch (unit) {
    case TimeUnit::second:
      code = "S";
      break;
    case TimeUnit::minute:
      code = "M";
      break;
    case TimeUnit::hour:
      code = "H";
      break;
    case TimeUnit::weekend:
      code = "WE";
      break;
    case TimeUnit::week:
      code = "W";
      break;
    case TimeUnit::fortnight:
      code = "W", scale = 2;
      break;
    case TimeUnit::month:
      code = "M";
      break;
    case TimeUnit::quarter:
      code = "Q";
      break;
    case TimeUnit::year:
      code = "Y";
      break;
    case TimeUnit::decade:
      code = "Y", scale = 10;
      break;
    case TimeUnit::century:
      code = amount ? "Y" : "C", scale = 100;
      break;
    default:
      break;
  }
  const bool clock = unit == TimeUnit::second || unit == TimeUnit::minute || unit == TimeUnit::hour;
  return fmt::format("P{}{}{}", clock ? "T" : "", amount ? plain(*amount * scale) : "X", code);
}

std::string_view part_code(PartOfDay part) {
  switch (part) {
    case PartOfDay::early_morning:
    case PartOfDay::morning:
      return "MO";
    case PartOfDay::midday:
      return "MI";
    case PartOfDay::afternoon:
      return "AF";
    case PartOfDay::evening:
      return "EV";
    case PartOfDay::night:
      return "NI";
    default:
      return "";
  }
}

}  // namespace sitrep::calendar
