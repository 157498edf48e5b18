#include "pipeline/unknown_day.h"

#include <array>

#include "core/dates.h"

namespace sitrep {

namespace {

constexpr int kFarYear = 2899;  // what is reckoned from it lies in it or the few years before

bool made_up(const When& when) {
  return when.start && when.basis != Basis::stated &&
         static_cast<int>(civil(*when.start).year()) > kFarYear - 400;
}

void forget(When& when) {
  if (!made_up(when)) return;
  when.start.reset();
  when.end.reset();
  when.precision = DatePrecision::unknown;
}

}  // namespace

Day unknown_day(const std::vector<TimeMention>& times) {
  std::array<bool, 7> named{};
  for (const TimeMention& time : times) {
    if (time.weekday && *time.weekday >= 1 && *time.weekday <= 7)
      named[static_cast<size_t>(*time.weekday - 1)] = true;
  }
  // The week runs on in a circle; the widest stretch without a named day is the time before the
  // first of them.
  size_t last = 2;
  size_t widest = 0;
  for (size_t day = 0; day < 7; ++day) {
    if (!named[day]) continue;
    size_t gap = 0;
    while (gap < 6 && !named[(day + gap + 1) % 7]) ++gap;
    if (gap > widest) widest = gap, last = day;
  }
  const Day start = *make_day(kFarYear, 12, 1);
  const size_t weekday = iso_weekday(start) - 1;
  return start + std::chrono::days((last + 7 - weekday) % 7);
}

void forget_unknown_days(std::vector<Event>& events) {
  for (Event& event : events) {
    forget(event.when);
    for (Claim& claim : event.claims) {
      if (auto* when = std::get_if<When>(&claim.value)) forget(*when);
    }
    std::erase_if(event.claims, [](const Claim& c) {
      const auto* when = std::get_if<When>(&c.value);
      return when && !when->known();
    });
  }
}

}  // namespace sitrep
