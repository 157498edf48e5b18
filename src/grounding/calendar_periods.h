// Stretches of the calendar: the week, month, quarter or year that holds a day, its neighbours, and
// its TIMEX3 value.
#pragma once

#include <optional>
#include <string>

#include "mentions/mentions.h"

namespace sitrep::calendar {

struct Period {
  TimeUnit unit = TimeUnit::day;
  Day start;
  bool operator==(const Period&) const = default;
};

Period containing(Day day, TimeUnit unit);  // fortnights count as weeks, hours and minutes as days
Period shifted(Period period, int steps);   // by whole periods
Day last_day(Period period);
std::string value(Period period);          // "1998-W03", "1997-Q4", "199"
std::string unknown_value(TimeUnit unit);  // "XXXX-WXX"
When when_of(Period period, Basis basis);

Day add_months(Day day, int months);  // 31 January and a month is the last of February
Day add_units(Day day, TimeUnit unit, int count);
int year_of(Day day);
Day first_of(int year, unsigned month);

std::string duration_value(TimeUnit unit, std::optional<double> amount);  // "P3D", "PXM", "P2Y6M"
std::string_view part_code(PartOfDay part);                               // "MO", "NI"

}  // namespace sitrep::calendar
