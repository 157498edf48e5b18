// Calendar helpers over std::chrono: ISO text, ranges, weekdays.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "sitrep/values.h"

namespace sitrep {

inline constexpr std::array<std::string_view, 12> kMonthNames = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
inline constexpr std::array<std::string_view, 7> kWeekdayNames = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

std::string iso(Day day);                            // "2022-01-05"
std::optional<Day> parse_day(std::string_view iso);  // "2022-01-05", anything behind it ignored
std::optional<Day> make_day(int year, unsigned month,
                            unsigned day);  // empty when there is no such day
std::chrono::year_month_day civil(Day day);
std::string_view month_name(Day day);
unsigned iso_weekday(Day day);  // Monday 1 ... Sunday 7
int days_between(Day from, Day to);

When day_when(Day day, Basis basis);                     // one whole day
When month_when(int year, unsigned month, Basis basis);  // first to last day
When year_when(int year, Basis basis);
bool overlap(const When& a, const When& b);  // both known and sharing a day

}  // namespace sitrep
