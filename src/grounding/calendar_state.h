// One pass over the mentions of a report: what is known so far, and how each mention follows from
// it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "grounding/calendar.h"
#include "grounding/calendar_periods.h"
#include "grounding/calendar_tense.h"

namespace sitrep::calendar {

class Grounder {
 public:
  Grounder(const Document& document, const Anchor& anchor, std::vector<TimeMention>& times)
      : document_(document), anchor_(anchor), times_(times) {}
  void ground(size_t index);

 private:
  void dispatch(TimeMention& m);
  void absolute(TimeMention& m);
  void month_or_day(TimeMention& m);
  void weekday(TimeMention& m);
  void shift(TimeMention& m);
  void shift_clock(TimeMention& m);
  void clock(TimeMention& m);
  void set(TimeMention& m);
  void quarter(TimeMention& m);
  void season(TimeMention& m);
  void feast_day(TimeMention& m);
  void long_period(TimeMention& m);
  void in_range(TimeMention& m);
  void offset(TimeMention& m);
  void time_of_day(TimeMention& m);
  void remember(const TimeMention& m);

  // Gives `m` the value and days of `period`, and keeps the period for what follows.
  void settle(TimeMention& m, Period period, Basis basis = Basis::relative);
  void unsettled(TimeMention& m, std::string value);
  int full_year(int year) const;
  std::optional<int> year_of_context(int month) const;
  int year_for(const TimeMention& m) const;
  Day weekday_near(const TimeMention& m, Day anchor) const;
  std::optional<Period> anchor_for(const TimeMention& m) const;
  Tense tense(const TimeMention& m) const;
  bool happened_on(const TimeMention& m) const;

  const Document& document_;
  const Anchor& anchor_;
  std::vector<TimeMention>& times_;
  size_t index_ = 0;
  uint32_t sentence_ = 0;         // of the mention in hand
  std::optional<Period> period_;  // of the mention in hand
  std::optional<Period> last_;    // date last spoken of, of whatever length
  std::optional<Day> last_day_;   // the last one that was a day
  uint32_t last_day_sentence_ = 0;
  std::optional<int> last_year_;  // last year stated, and where
  int last_month_ = 0;
  uint32_t last_year_sentence_ = 0;
};

}  // namespace sitrep::calendar
