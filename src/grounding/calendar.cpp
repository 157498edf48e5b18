#include "grounding/calendar.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/dates.h"
#include "grounding/calendar_feasts.h"
#include "grounding/calendar_state.h"

namespace sitrep {

void ground_times(const Document& document, const Anchor& anchor, std::vector<TimeMention>& times) {
  calendar::Grounder grounder(document, anchor, times);
  for (size_t i = 0; i < times.size(); ++i) grounder.ground(i);
}

When whole_range(const std::vector<TimeMention>& times, size_t index) {
  When when = times[index].when.value_or(When{});
  size_t last = index;
  while (times[last].range_end && *times[last].range_end > last) last = *times[last].range_end;
  if (last != index && when.known() && times[last].when && times[last].when->known()) {
    const auto end = times[last].when->end;
    if (end && *end >= *when.start) when.end = end;
  }
  return when;
}

namespace calendar {

using std::chrono::days;

namespace {

constexpr int kNearMonth = 45;  // days to a month that nothing in the sentence puts into the past

}  // namespace

void Grounder::ground(size_t index) {
  index_ = index;
  TimeMention& m = times_[index];
  while (sentence_ + 1 < document_.sentences.size() &&
         document_.sentences[sentence_].last <= m.tokens.first) {
    ++sentence_;
  }
  period_.reset();
  dispatch(m);
  in_range(m);
  offset(m);
  if (m.type == TimexType::date || m.type == TimexType::time) time_of_day(m);
  remember(m);
}

void Grounder::dispatch(TimeMention& m) {
  switch (m.form) {
    case TimeForm::absolute:
      return absolute(m);
    case TimeForm::weekday:
      return weekday(m);
    case TimeForm::deictic:
    case TimeForm::anaphoric:
      return m.weekday ? weekday(m) : shift(m);
    case TimeForm::clock:
      return clock(m);
    case TimeForm::duration:
      m.value = duration_value(m.unit, m.amount);
      return;
    case TimeForm::set:
      return set(m);
    case TimeForm::vague:
      m.value = m.name;
      return;
    case TimeForm::season:
      return season(m);
    case TimeForm::holiday:
      return feast_day(m);
    case TimeForm::quarter:
      return quarter(m);
    case TimeForm::decade:
    case TimeForm::century:
      return long_period(m);
  }
}

void Grounder::settle(TimeMention& m, Period period, Basis basis) {
  m.value = value(period);
  m.when = when_of(period, basis);
  period_ = period;
}

void Grounder::unsettled(TimeMention& m, std::string value) {
  m.value = std::move(value);
  m.when.reset();
}

Tense Grounder::tense(const TimeMention& m) const {
  if (document_.sentences.empty()) return Tense::unknown;
  const Sentence& sentence = document_.sentences[sentence_];
  const auto tag = [&](uint32_t i) {
    return i >= sentence.first && i < sentence.last ? document_.tokens[i].tag : Tag::X;
  };
  const bool inside =
      tag(m.tokens.last) == Tag::NOUN && m.tokens.first > 0 && tag(m.tokens.first - 1) == Tag::DET;
  if (inside && m.month) return Tense::unknown;  // "the June agreement"
  return tense_around(document_, sentence, m.tokens);
}

// '98 and 12/5/90: the century that puts it nearest before the publication.
int Grounder::full_year(int year) const {
  if (year >= 100) return year;
  const int now = anchor_.published ? year_of(*anchor_.published) : 2025;
  const int full = now / 100 * 100 + year;
  return full > now + 10 ? full - 100 : full;
}

// The year of a whole date in this sentence or the one before, where a later month without a year
// goes on from it.
std::optional<int> Grounder::year_of_context(int month) const {
  if (month < last_month_) return std::nullopt;
  if (!last_year_ || sentence_ > last_year_sentence_ + 1) return std::nullopt;
  if (anchor_.published && *last_year_ >= year_of(*anchor_.published)) return std::nullopt;
  return last_year_;
}

void Grounder::absolute(TimeMention& m) {
  if (m.year) m.year = full_year(*m.year);
  if (m.month || m.day) return month_or_day(m);
  settle(m, containing(first_of(*m.year, 1), TimeUnit::year), Basis::stated);
}

// "was killed on 5 May", "died in June": not "payable 5 May", "extended to 5 May", "the 5 May
// deadline".
bool Grounder::happened_on(const TimeMention& m) const {
  if (document_.sentences.empty() || m.tokens.first == document_.sentences[sentence_].first)
    return true;
  const Token& lead = document_.tokens[m.tokens.first - 1];
  return lead.form == key("on") || lead.form == key("in") || lead.tag == Tag::VERB ||
         lead.tag == Tag::NOUN || lead.tag == Tag::PUNCT || lead.tag == Tag::X;
}

// The year of a month that comes without one.
int Grounder::year_for(const TimeMention& m) const {
  const Day published = *anchor_.published;
  const int now = year_of(published);
  const auto month = static_cast<unsigned>(*m.month);
  if (m.year_shift) return now + *m.year_shift;
  const auto first =
      make_day(now, month, static_cast<unsigned>(m.day.value_or(1))).value_or(first_of(now, month));
  const Day this_month = first_of(now, static_cast<unsigned>(civil(published).month()));
  switch (m.direction) {
    case TimeDirection::past:
      return add_months(first_of(now, month), 1) < this_month ? now : now - 1;
    case TimeDirection::future:
      return first > published ? now : now + 1;
    case TimeDirection::same:
      return now;
    default:
      break;
  }
  const Tense t = tense(m);
  if (t == Tense::past) {
    if (const auto year = year_of_context(*m.month)) return *year;
  }
  const int ahead = days_between(published, first);
  if (t == Tense::future) {
    const Day last = m.day ? first : last_day({TimeUnit::month, first});
    return last < published ? (ahead < -120 || !m.day ? now + 1 : now)
           : ahead > 300    ? now - 1
                            : now;
  }
  const int near_future = t == Tense::past && happened_on(m) ? 2
                          : m.day                            ? 120
                          : t == Tense::unknown              ? kNearMonth
                                                             : 0;
  if (ahead > near_future) return now - 1;
  return near_future > 2 && ahead < -300 ? now + 1 : now;
}

void Grounder::month_or_day(TimeMention& m) {
  const bool alone = !m.month;
  if (alone) {
    const std::optional<Day> near = last_day_ ? last_day_ : anchor_.published;
    if (!near) return unsettled(m, fmt::format("XXXX-XX-{:02}", *m.day));
    m.month = static_cast<int>(static_cast<unsigned>(civil(*near).month()));
    m.year = year_of(*near);
  }
  const bool stated = m.year.has_value() && !alone;
  const auto month = static_cast<unsigned>(*m.month);
  if (!m.year && !anchor_.published && last_year_) m.year = *last_year_;
  if (!m.year && !anchor_.published) {
    return unsettled(m, m.day ? fmt::format("XXXX-{:02}-{:02}", month, *m.day)
                              : fmt::format("XXXX-{:02}", month));
  }
  const int year = m.year ? *m.year : year_for(m);
  const Basis basis = stated ? Basis::stated : Basis::relative;
  if (!m.day) return settle(m, containing(first_of(year, month), TimeUnit::month), basis);
  const auto day = make_day(year, month, static_cast<unsigned>(*m.day));
  if (!day) return unsettled(m, fmt::format("{:04}-{:02}-{:02}", year, month, *m.day));
  settle(m, {TimeUnit::day, *day}, basis);
}

Day Grounder::weekday_near(const TimeMention& m, Day anchor) const {
  const int back = (static_cast<int>(iso_weekday(anchor)) - *m.weekday + 7) % 7;
  const Day before = anchor - days(back);  // the most recent, this day included
  const Day after = back == 0 ? anchor : before + days(7);
  const Day monday = containing(anchor, TimeUnit::week).start;
  switch (m.direction) {
    case TimeDirection::past:
      return back == 0 ? before - days(7) : before;
    case TimeDirection::future:
      if (m.form == TimeForm::anaphoric) return back == 0 ? after + days(7) : after;
      return monday + days(6 + *m.weekday);
    case TimeDirection::same:
      if (m.form == TimeForm::anaphoric) return before;
      return monday + days(*m.weekday - 1);
    default:
      return tense(m) == Tense::future ? after : before;
  }
}

void Grounder::weekday(TimeMention& m) {
  const bool anaphoric = m.form == TimeForm::anaphoric && last_day_;
  const std::optional<Day> anchor = anaphoric ? last_day_ : anchor_.published;
  if (!anchor) return unsettled(m, fmt::format("XXXX-WXX-{}", *m.weekday));
  if (m.unit != TimeUnit::week) return settle(m, {TimeUnit::day, weekday_near(m, *anchor)});
  const Period week = shifted(containing(*anchor, TimeUnit::week), static_cast<int>(m.direction));
  settle(m, {TimeUnit::day, week.start + days(*m.weekday - 1)});
}

// What "a year earlier", "the following month" or "two weeks ago" is counted from.
std::optional<Period> Grounder::anchor_for(const TimeMention& m) const {
  const bool quarterly = last_ && last_->unit == TimeUnit::quarter && m.unit == TimeUnit::year;
  if (m.form == TimeForm::deictic) {
    const bool ago = m.amount.value_or(0) >= 1 && m.direction == TimeDirection::past;
    const bool comparison = quarterly && ago && m.modifier.empty() && m.tokens.size() > 2;
    if (comparison) return last_;
    return anchor_.published ? std::optional(containing(*anchor_.published, m.unit)) : std::nullopt;
  }
  if (quarterly) return last_;
  const bool long_unit = m.unit >= TimeUnit::month;
  if (long_unit && last_) return containing(last_->start, m.unit);
  const std::optional<Day> near = last_day_ ? last_day_ : anchor_.published;
  return near ? std::optional(containing(*near, m.unit)) : std::nullopt;
}

void Grounder::shift_clock(TimeMention& m) {
  m.type = TimexType::time;
  const bool known = anchor_.published && anchor_.minute && m.form == TimeForm::deictic &&
                     m.amount && *m.amount < 10000;
  if (!known) {
    return unsettled(m, anchor_.published ? iso(*anchor_.published) + "TXX" : "XXXX-XX-XXTXX");
  }
  const double unit = m.unit == TimeUnit::hour ? 60 : 1;
  const int moved =
      *anchor_.minute + static_cast<int>(*m.amount * unit) * static_cast<int>(m.direction);
  const int day = moved >= 0 ? moved / 1440 : -((1439 - moved) / 1440);
  m.minute = moved - day * 1440;
  settle(m, {TimeUnit::day, *anchor_.published + days(day)});
}

namespace {

// Beyond what years of four digits can hold.
bool too_far(const TimeMention& m) {
  const Day origin = first_of(2000, 1);
  const double step = days_between(origin, add_units(origin, m.unit, 1)) / 365.0;
  return *m.amount * std::max(step, 1.0 / 365) > 1500;
}

}  // namespace

void Grounder::shift(TimeMention& m) {
  if (m.unit == TimeUnit::hour || m.unit == TimeUnit::minute || m.unit == TimeUnit::second)
    return shift_clock(m);
  const auto anchor = anchor_for(m);
  const bool unsaid = m.direction == TimeDirection::unsaid;
  if (!m.amount || too_far(m)) {  // "several years ago"
    return unsettled(m, m.direction == TimeDirection::future ? "FUTURE_REF" : "PAST_REF");
  }
  if (!anchor) {
    if (m.type != TimexType::duration) return unsettled(m, unknown_value(m.unit));
    return unsettled(m, duration_value(m.unit, m.amount));
  }
  const int steps = unsaid ? 0 : static_cast<int>(*m.amount) * static_cast<int>(m.direction);
  if (unsaid && m.unit == TimeUnit::weekend) {  // "the weekend": the last one, or the one that is
    const bool ahead = tense(m) == Tense::future;
    const Period weekend =
        anchor->start > *anchor_.published && !ahead ? shifted(*anchor, -1) : *anchor;
    return settle(m, weekend);
  }
  const bool quarterly = anchor->unit == TimeUnit::quarter && m.unit == TimeUnit::year;
  if (quarterly) return settle(m, shifted(*anchor, steps * 4));
  if (m.unit == TimeUnit::fortnight)
    return settle(m, {TimeUnit::day, anchor->start + days(14 * steps)});
  const bool far = steps != 0 && (m.unit == TimeUnit::decade || m.unit == TimeUnit::century);
  const bool ago = m.form == TimeForm::anaphoric || m.tokens.size() > 2;
  if (far && ago && anchor_.published) {  // "a decade ago" is a year
    const int years = m.unit == TimeUnit::decade ? 10 : 100;
    settle(m, containing(first_of(year_of(*anchor_.published) + years * steps, 1), TimeUnit::year));
  } else {
    settle(m, shifted(*anchor, steps));
  }
  if (m.ordinal) m.when.reset();
  if (m.type == TimexType::duration) m.value = duration_value(m.unit, m.amount);
}

void Grounder::clock(TimeMention& m) {
  const bool near = last_day_ && sentence_ <= last_day_sentence_ + 2;
  const std::optional<Day> day = near ? last_day_ : anchor_.published;
  if (!day) return unsettled(m, "XXXX-XX-XX");
  const bool night_before = m.name == "overnight" && !near;
  settle(m, {TimeUnit::day, night_before ? *day - days(1) : *day});
  if (m.name == "overnight") m.when->end = *m.when->start + days(1);
  if (!near) m.when->basis = Basis::inferred;  // no day was spoken of
}

}  // namespace calendar

}  // namespace sitrep
