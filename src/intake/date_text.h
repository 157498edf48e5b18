// Dates as pages and wires write them: "Wednesday, Jan 05, 2022 - 07:21 PM", "12 JAN 90",
// "2022-01-05T09:10:00Z".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sitrep/values.h"

namespace sitrep {

struct DateText {
  Day day;
  std::optional<int> minute = {};  // of the day, as written, in the zone that is written
  bool labelled = false;           // "Published:", "Updated"
  bool updated = false;            // the label tells of a later change
};

// The whole text is one date, with or without a time, a weekday, a zone, a label ("Published:
// ...").
std::optional<DateText> read_date(std::string_view text);

// A date of a feed as ISO text, "2022-01-05T07:21", or without a time where there is none: as
// read_date, but the year may have two digits (RFC 822), and a number of ten digits counts seconds
// since 1970. Empty where the date was never set (1970); what can't be read stays as it is.
std::string feed_date(std::string_view text);

// As datelines have it: the year may have two digits ("12 JAN 90"). Nothing else in the text.
std::optional<Day> read_wire_date(std::string_view text);

// A day and month without a year, alone in the text ("Jan. 5", "12 NOV").
bool is_day_and_month(std::string_view text);

// The latest full date (day, month and year) that stands anywhere in the text.
std::optional<Day> latest_date_in(std::string_view text);

// A day that an address or a file name carries: /2022/01/05/, 2022-01-05, 20220105.
std::optional<Day> date_in_address(std::string_view uri);

// The same, of whole parts of its path alone: /2022/01/05/, /2022-01-05/. Words of a headline
// ("the-speech-of-2022-01-05") may tell of another day than that of publication.
std::optional<Day> day_of_path(std::string_view uri);

}  // namespace sitrep
