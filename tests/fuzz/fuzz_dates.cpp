// Bytes as a date, in each of the ways that intake reads dates.
#include "fuzz.h"
#include "intake/date_text.h"

using namespace sitrep::fuzz;

namespace {

void check(std::optional<sitrep::Day> day) {
  if (!day) return;
  const std::chrono::year_month_day date(*day);
  must(date.ok(), "a day is on the calendar");
  must(date.year() > std::chrono::year(0) && date.year() < std::chrono::year(10000),
       "a year has at most four digits");
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto text = bytes_of(data, size);
  if (const auto date = sitrep::read_date(text)) {
    check(date->day);
    must(!date->minute || (*date->minute >= 0 && *date->minute < 24 * 60),
         "a minute is of the day");
  }
  check(sitrep::read_wire_date(text));
  check(sitrep::latest_date_in(text));
  check(sitrep::date_in_address(text));
  sitrep::is_day_and_month(text);
  return 0;
}
