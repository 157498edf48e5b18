#include "events/day_after.h"

#include <algorithm>
#include <cmath>

namespace sitrep {

namespace {

constexpr double kMostDays = 60;

bool says_day(const TimeMention& time) {
  return time.type != TimexType::duration && names_day(time);
}

std::optional<int> whole_days(const TimeMention& time) {
  const double unit = time.unit == TimeUnit::day ? 1 : time.unit == TimeUnit::week ? 7 : 0;
  const double days = time.amount.value_or(0) * unit;
  if (days < 1 || days > kMostDays || days != std::floor(days)) return std::nullopt;
  return static_cast<int>(days);
}

// "Ten years after the attack": of that year, counted from the day of the report.
std::optional<When> years_before(const Reading& reading, const TimeMention& span) {
  constexpr double kMostYears = 200;
  const double years = span.amount.value_or(0);
  const bool whole = span.unit == TimeUnit::year && years >= 1 && years <= kMostYears &&
                     years == std::floor(years);
  if (!whole || !reading.published) return std::nullopt;
  using std::chrono::January, std::chrono::December;
  const std::chrono::year year =
      std::chrono::year_month_day{*reading.published}.year() - std::chrono::years{int(years)};
  When when;
  when.start = Day{year / January / 1};
  when.end = Day{year / December / 31};
  when.precision = DatePrecision::year;
  when.basis = Basis::relative;
  return when;
}

// The day that the span is counted from: said right before it, else the only one in the sentence.
std::optional<When> counted_from(const Reading& reading, const Tree& tree, size_t span) {
  const auto& times = reading.mentions.times;
  const auto [first, last] = within(times, tree.sentence());
  if (span > first && says_day(times[span - 1])) return times[span - 1].when;
  std::optional<When> only;
  for (size_t i = first; i < last; ++i) {
    if (i == span || !says_day(times[i]) || reading.in_dateline(times[i].tokens)) continue;
    if (only) return std::nullopt;
    only = times[i].when;
  }
  return only;
}

}  // namespace

std::optional<When> time_before_or_after(const Reading& reading, const Tree& tree, size_t time) {
  const TimeMention& span = reading.mentions.times[time];
  if (span.type != TimexType::duration || span.tokens.last >= tree.sentence().last)
    return std::nullopt;
  const Key word = tree.token(span.tokens.last).form;
  const auto days = whole_days(span);
  if (word == key("after") && !days) return years_before(reading, span);
  if (!days || (word != key("after") && word != key("before"))) return std::nullopt;
  auto when = counted_from(reading, tree, time);
  if (!when || !when->start) return std::nullopt;
  const std::chrono::days shift{word == key("after") ? -*days : *days};
  when->start = *when->start + shift;
  when->end = when->start;
  when->precision = DatePrecision::day;
  when->part_of_day = PartOfDay::none;
  when->basis = Basis::relative;
  return when;
}

}  // namespace sitrep
