// The rarer kinds: sets, quarters, seasons, feasts, decades, and what is put behind a date (ranges,
// offsets, clocks).
#include <fmt/format.h>

#include <cstdlib>

#include "core/dates.h"
#include "grounding/calendar_feasts.h"
#include "grounding/calendar_state.h"

namespace sitrep::calendar {

using std::chrono::days;

void Grounder::set(TimeMention& m) {
  const std::string_view part = part_code(m.part_of_day);
  const std::string suffix = part.empty() ? std::string() : fmt::format("T{}", part);
  if (m.weekday) {
    m.value = fmt::format("XXXX-WXX-{}{}", *m.weekday, suffix);
  } else if (m.month) {
    m.value = fmt::format("XXXX-{:02}", *m.month);
  } else if (m.unit == TimeUnit::season) {
    m.value = "XXXX-" + m.name;
  } else {
    m.value = suffix.empty() ? duration_value(m.unit, m.amount) : "XXXX-XX-XX" + suffix;
  }
}

// A numbered quarter is the last one that has begun; one without a number is that last spoken of,
// or the last to end.
void Grounder::quarter(TimeMention& m) {
  const TimeUnit unit = m.unit;
  const int length = unit == TimeUnit::quarter ? 3 : 6;
  const bool spoken = last_ && last_->unit == unit;
  if (m.year) m.year = full_year(*m.year);
  if (!anchor_.published && !(m.year && m.quarter) && !spoken) {
    return unsettled(m, m.quarter ? fmt::format("XXXX-Q{}", *m.quarter) : unknown_value(unit));
  }
  Period period{unit, {}};
  if (m.quarter) {
    const auto month = static_cast<unsigned>((*m.quarter - 1) * length + 1);
    int year = m.year.value_or(0);
    if (!m.year) {
      const int now = year_of(*anchor_.published);
      const bool begun = first_of(now, month) <= *anchor_.published;
      year = m.year_shift                                    ? now + *m.year_shift
             : begun || m.direction == TimeDirection::future ? now
                                                             : now - 1;
      if (!m.year_shift && !begun && tense(m) == Tense::future) year = now;
    }
    period.start = first_of(year, month);
  } else {
    const bool now = m.direction != TimeDirection::unsaid && m.name.empty();
    if (now && anchor_.published) {
      period = shifted(containing(*anchor_.published, unit), static_cast<int>(m.direction));
    } else {
      period = spoken ? *last_ : shifted(containing(*anchor_.published, unit), -1);
      const int year = year_of(anchor_.published ? *anchor_.published : period.start);
      if (m.year_shift)
        period.start =
            add_months(period.start, 12 * (year + *m.year_shift - year_of(period.start)));
    }
    if (m.year) period.start = add_months(period.start, 12 * (*m.year - year_of(period.start)));
  }
  settle(m, period, m.year && m.quarter ? Basis::stated : Basis::relative);
}

void Grounder::season(TimeMention& m) {
  const unsigned month = m.name == "SP" ? 3 : m.name == "SU" ? 6 : m.name == "FA" ? 9 : 12;
  if (m.year) m.year = full_year(*m.year);
  if (!m.year && !anchor_.published) return unsettled(m, "XXXX-" + m.name);
  const int now = anchor_.published ? year_of(*anchor_.published) : *m.year;
  int year = m.year.value_or(now);
  const bool free = !m.year && !m.year_shift;
  if (m.year_shift) year = now + *m.year_shift;
  if (free && m.direction != TimeDirection::same) {
    const Day start = first_of(now, month);
    const bool begun = start <= *anchor_.published;
    const bool over = last_day({TimeUnit::season, start}) < *anchor_.published;
    const bool ahead = m.direction == TimeDirection::future || tense(m) == Tense::future;
    if (m.direction == TimeDirection::past) year = over ? now : now - 1;
    if (m.direction == TimeDirection::future) year = begun ? now + 1 : now;
    if (m.direction == TimeDirection::unsaid)
      year = begun && !(ahead && over) ? now : ahead ? now + over : now - 1;
  }
  settle(m, {TimeUnit::season, first_of(year, month)}, m.year ? Basis::stated : Basis::relative);
}

void Grounder::feast_day(TimeMention& m) {
  if (m.name == "year-end") {
    if (!anchor_.published) return unsettled(m, "XXXX-12-31");
    const int year = year_of(*anchor_.published) + m.year_shift.value_or(0);
    return settle(m, {TimeUnit::day, first_of(year, 12) + days(30)});
  }
  const times::NamedDay* named = nullptr;
  for (const auto& day : times::named_days()) {
    if (day.phrase == m.name) named = &day;
  }
  if (named == nullptr || (!m.year && !anchor_.published)) return unsettled(m, "XXXX-XX-XX");
  if (m.year) m.year = full_year(*m.year);
  const int now = m.year ? *m.year : year_of(*anchor_.published) + m.year_shift.value_or(0);
  auto found = feast(*named, now);
  if (!m.year && !m.year_shift && found) {
    const bool future = m.direction == TimeDirection::future || tense(m) == Tense::future;
    const int ahead = days_between(*anchor_.published, found->first);
    if (ahead > (future ? 330 : 45)) found = feast(*named, now - 1);
    if (ahead < -(future ? 30 : 330)) found = feast(*named, now + 1);
  }
  if (!found) return unsettled(m, fmt::format("{:04}-XX-XX", now));
  const bool once = named->rule == times::DayRule::once;
  if (m.unit == TimeUnit::week) return settle(m, containing(found->first, TimeUnit::week));
  settle(m, {TimeUnit::day, found->first}, once ? Basis::stated : Basis::relative);
  if (found->days <= 1) return;
  m.when->end = found->first + days(found->days - 1);
  m.when->precision = found->days > 10 ? DatePrecision::month : DatePrecision::week;
}

void Grounder::long_period(TimeMention& m) {
  const TimeUnit unit = m.form == TimeForm::decade ? TimeUnit::decade : TimeUnit::century;
  settle(m, {unit, first_of(std::max(1, *m.year), 1)}, Basis::stated);
  if (unit == TimeUnit::century) m.value = fmt::format("{:02}", *m.year / 100);
}

// The weekday that ends a range is the first one behind its beginning.
void Grounder::in_range(TimeMention& m) {
  if (index_ == 0 || m.form != TimeForm::weekday || !m.when) return;
  const TimeMention& first = times_[index_ - 1];
  if (first.range_end != index_ || !first.when || first.when->precision > DatePrecision::day)
    return;
  const int ahead = (*m.weekday - static_cast<int>(iso_weekday(*first.when->start)) + 7) % 7;
  settle(m, {TimeUnit::day, *first.when->start + days(ahead)});
}

// "two days before Christmas": moves what has been found.
void Grounder::offset(TimeMention& m) {
  if (m.offset_unit == TimeUnit::none || !period_) return;
  if (m.form == TimeForm::quarter) {
    return settle(m, {m.unit, add_units(period_->start, m.offset_unit, m.offset)});
  }
  if (m.offset == 0)
    return settle(m, containing(period_->start, m.offset_unit));  // "the week of 5 May"
  const Day moved = add_units(period_->start, m.offset_unit, m.offset);
  settle(m, containing(moved, m.offset_unit == TimeUnit::week ? TimeUnit::day : m.offset_unit));
}

namespace {

// The part of the day that an hour is in, as people speak of it.
PartOfDay part_of_hour(int hour) {
  if (hour < 6) return PartOfDay::early_morning;
  if (hour < 11) return PartOfDay::morning;
  if (hour < 13) return PartOfDay::midday;
  if (hour < 18) return PartOfDay::afternoon;
  return hour < 22 ? PartOfDay::evening : PartOfDay::night;
}

// Of Greenwich, where it need not have happened.
bool of_universal_time(const TimeMention& m) { return m.zone == 0; }

}  // namespace

void Grounder::time_of_day(TimeMention& m) {
  const bool part = m.part_of_day != PartOfDay::none;
  if (!part && !m.minute && m.type == TimexType::date && m.modifier != "START" &&
      m.modifier != "END")
    return;
  const bool day = m.when && m.when->start &&
                   (m.when->precision == DatePrecision::day || m.when->end != m.when->start);
  if (m.minute) {
    m.value += fmt::format("T{:02}:{:02}", *m.minute / 60, *m.minute % 60);
    if (!part && !of_universal_time(m)) m.part_of_day = part_of_hour(*m.minute / 60);
    if (day) m.when->precision = DatePrecision::hour;
    if (day) m.when->part_of_day = m.part_of_day;
    return;
  }
  if (part) {
    m.value += fmt::format("T{}", part_code(m.part_of_day));
    if (!m.when) return;
    m.when->precision = DatePrecision::part_of_day;
    m.when->part_of_day = m.part_of_day;
    const bool early = m.modifier == "START" && m.part_of_day == PartOfDay::morning;
    if (early) m.when->part_of_day = PartOfDay::early_morning;
    return;
  }
  const bool whole_day =
      m.when && m.when->precision == DatePrecision::day;  // "early on Wednesday", "late Tuesday"
  if (!whole_day) return;
  m.when->precision = DatePrecision::part_of_day;
  m.when->part_of_day = m.modifier == "START" ? PartOfDay::early_morning : PartOfDay::night;
}

// Keeps what later mentions hang on.
void Grounder::remember(const TimeMention& m) {
  if (m.form == TimeForm::absolute && m.year && m.month && m.day) {
    last_year_ = m.year;
    last_month_ = *m.month;
    last_year_sentence_ = sentence_;
  }
  if (!period_ || m.anniversary) return;
  const bool comparison = m.unit == TimeUnit::year && period_->unit == TimeUnit::quarter;
  const bool earlier = m.form == TimeForm::quarter && (m.offset != 0 || !m.quarter);
  if (comparison || earlier) return;  // "a year earlier": what it is compared with stays the topic
  last_ = period_;
  if (period_->unit != TimeUnit::day) return;
  last_day_ = period_->start;
  last_day_sentence_ = sentence_;
}

}  // namespace sitrep::calendar
