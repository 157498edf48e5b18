// Days and periods as an English text says them.
#include <fmt/format.h>

#include <array>

#include "core/dates.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

std::string_view month_name(std::chrono::year_month_day date) {
  return kMonthNames[static_cast<unsigned>(date.month()) - 1];
}

unsigned day_of(std::chrono::year_month_day date) { return static_cast<unsigned>(date.day()); }

std::string month_text(std::chrono::year_month_day date) {
  return fmt::format("{} {}", month_name(date), static_cast<int>(date.year()));
}

bool is_last_of_month(Day day) { return day_of(civil(day + std::chrono::days(1))) == 1; }

bool is_whole_year(Day first, Day last) {
  const auto a = civil(first);
  const auto b = civil(last);
  return a.year() == b.year() && day_of(a) == 1 && a.month() == std::chrono::January &&
         b.month() == std::chrono::December && is_last_of_month(last);
}

bool is_whole_month(Day first, Day last) {
  const auto a = civil(first);
  const auto b = civil(last);
  return a.year() == b.year() && a.month() == b.month() && day_of(a) == 1 && is_last_of_month(last);
}

std::string between_text(Day first, Day last) {
  const auto a = civil(first);
  const auto b = civil(last);
  if (a.year() != b.year())
    return fmt::format("between {} and {}", day_text(first), day_text(last));
  const bool same_month = a.month() == b.month();
  const auto from =
      same_month ? std::to_string(day_of(a)) : fmt::format("{} {}", day_of(a), month_name(a));
  return fmt::format("between {} and {}", from, day_text(last));
}

}  // namespace

std::string day_text(Day day) {
  const auto date = civil(day);
  return fmt::format("{} {}", day_of(date), month_text(date));
}

std::string period_text(Day first, Day last) {
  if (first == last) return day_text(first);
  const auto a = civil(first);
  const auto b = civil(last);
  if (is_whole_year(first, last)) return fmt::format("{}", static_cast<int>(a.year()));
  if (is_whole_month(first, last)) return month_text(a);
  if (a.year() != b.year()) return fmt::format("{} – {}", day_text(first), day_text(last));
  if (a.month() != b.month())
    return fmt::format("{} {} – {}", day_of(a), month_name(a), day_text(last));
  return fmt::format("{}–{}", day_of(a), day_text(last));
}

std::string when_text(const When& when) {
  return when.known() ? period_text(*when.start, when.end.value_or(*when.start))
                      : "Date not stated";
}

std::string on_text(const When& when) {
  if (!when.known()) return {};
  const Day first = *when.start;
  const Day last = when.end.value_or(first);
  if (first == last) return "on " + day_text(first);
  if (is_whole_year(first, last) || is_whole_month(first, last))
    return "in " + period_text(first, last);
  return between_text(first, last);
}

std::string_view part_text(PartOfDay part) {
  switch (part) {
    case PartOfDay::none:
      return "";
    case PartOfDay::early_morning:
      return "in the early morning";
    case PartOfDay::morning:
      return "in the morning";
    case PartOfDay::midday:
      return "around midday";
    case PartOfDay::afternoon:
      return "in the afternoon";
    case PartOfDay::evening:
      return "in the evening";
    case PartOfDay::night:
      return "at night";
  }
  return "";
}

}  // namespace sitrep::output
