// Phrases by their heads other than plain units: quarters, halves, weekdays, months, seasons, parts
// of the day.
#include "mentions/times_reader.h"

namespace sitrep::times {

namespace {

TimeDirection direction_of(const Phrase& p) {
  switch (p.rel) {
    case W::last:
    case W::past:
    case W::previous:
      return TimeDirection::past;
    case W::next:
    case W::coming:
    case W::following:
      return TimeDirection::future;
    case W::same:
    case W::current:
    case W::latest:
      return TimeDirection::same;
    default:
      return p.det == W::this_ || p.det == W::that ? TimeDirection::same : TimeDirection::unsaid;
  }
}

bool is_anaphoric(const Phrase& p) {
  return p.rel == W::previous || p.rel == W::following || p.rel == W::same || p.det == W::that;
}

void set_date(TimeMention& m, TimeForm form) {
  m.type = TimexType::date;
  m.form = form;
}

void set_reference(TimeMention& m, int which) {
  set_date(m, TimeForm::vague);
  m.name = kReferences[which];
}

}  // namespace

// "the third quarter of 1990", "the 1988 quarter", "this quarter", "the year-ago quarter", "the
// past two quarters"
uint32_t Reader::quarter_phrase(const Phrase& p, TimeMention& m) const {
  const TimeDirection direction = direction_of(p);
  if (p.hyphen && p.counted) return 0;  // "three-quarters"
  if (p.counted || p.det == W::each || (has(p.head, kPlural) && p.rel != W::none && !p.ordinal)) {
    m.type = p.det == W::each ? TimexType::set : TimexType::duration;
    m.form = p.det == W::each ? TimeForm::set : TimeForm::duration;
    m.amount = p.counted ? p.amount : p.det == W::each ? std::optional<double>(1) : std::nullopt;
    m.direction = direction;
    return p.end;
  }
  set_date(m, TimeForm::quarter);
  m.quarter = p.ordinal;
  m.year = p.year;
  m.direction = direction;
  if (p.year_ago) m.offset = -1, m.offset_unit = TimeUnit::year;
  if (p.rel == W::latest) m.name = "latest";
  if (p.ordinal && *p.ordinal > 4) return 0;
  const bool placed = p.ordinal || p.year || p.year_ago || p.det == W::the || p.det == W::that ||
                      direction != TimeDirection::unsaid;
  if (!placed || p.det == W::a) return 0;
  const uint32_t e = year_after(p.end, m, false);
  return e != p.end ? e : relative_year(e, m);
}

// "the first half of 1990", "the second half"
uint32_t Reader::half_phrase(const Phrase& p, TimeMention& m) const {
  const bool last = p.rel == W::last || p.rel == W::latest;
  if (!(p.ordinal && *p.ordinal <= 2) && !last) return 0;
  set_date(m, TimeForm::quarter);
  m.unit = TimeUnit::half_year;
  m.quarter = last ? 2 : *p.ordinal;
  m.year = p.year;
  const uint32_t of = skip(p.end, W::of);
  TimeMention decade_of;
  if (const uint32_t e = of > p.end ? decade(of, decade_of) : 0) return m = decade_of, e;
  const uint32_t e = year_after(p.end, m, false);
  if (e != p.end) return e;
  const uint32_t relative = relative_year(p.end, m);
  if (relative != p.end) return relative;
  const bool the_year = at(of) == W::the && at(of + 1) == W::unit &&
                        value(of + 1) == static_cast<int>(TimeUnit::year);
  if (the_year) return of + 2;
  return p.year ? e : 0;
}

// "last Friday", "the previous Friday", "that Monday", "every Monday"
uint32_t Reader::weekday_phrase(const Phrase& p, TimeMention& m) const {
  if (p.counted || p.ordinal || p.year || has(p.head, kShort)) return 0;
  m.weekday = value(p.head);
  m.unit = TimeUnit::day;
  m.direction = direction_of(p);
  if (p.det == W::each) {
    m.type = TimexType::set;
    m.form = TimeForm::set;
    return p.end;
  }
  if (m.direction == TimeDirection::unsaid || has(p.head, kPlural)) return 0;
  set_date(m, is_anaphoric(p) ? TimeForm::anaphoric : TimeForm::weekday);
  TimeMention date;
  const uint32_t e = weekday(p.head, date);
  return e > p.end && date.month ? (m = date, e) : p.end;
}

// "last May", "this September", "every July"
uint32_t Reader::month_phrase(const Phrase& p, TimeMention& m) const {
  if (p.counted || p.ordinal || p.year) return 0;
  const TimeDirection direction = direction_of(p);
  const uint32_t e = month_first(p.head, m);
  if (e == 0 || (p.det == W::each && e > p.end)) return 0;
  if (p.det == W::each) {
    m.type = TimexType::set;
    m.form = TimeForm::set;
    return e;
  }
  if (direction == TimeDirection::unsaid && p.modifier.empty()) return 0;
  m.direction = direction;
  return e;
}

// "The 300 block of Eastridge Drive in Spring": a season with a capital and nothing beside it.
bool Reader::is_name(const Phrase& p) const {
  const bool alone = p.begin == p.head && p.end == p.head + 1 && p.modifier.empty() && !p.year;
  const bool leads = at(p.end) == W::of || is_year(p.end) || is_year(skip(p.end, W::comma));
  return alone && !leads && !shouting_ && capital(p.head) && p.head > first_;
}

// "this summer", "the winter of 1994", "last fall", "in spring"
uint32_t Reader::season_phrase(const Phrase& p, TimeMention& m) const {
  if (p.ordinal) return 0;
  m.name = std::string_view("SPSUFAWI").substr(static_cast<size_t>(value(p.head)) * 2, 2);
  m.unit = TimeUnit::season;
  m.direction = direction_of(p);
  if (p.det == W::each || has(p.head, kPlural)) {
    if (p.det != W::each && !p.counted) return 0;
    m.type = TimexType::set;
    m.form = TimeForm::set;
    return p.end;
  }
  if (p.counted) return 0;
  if (is_name(p)) return 0;
  set_date(m, TimeForm::season);
  m.year = p.year;
  uint32_t e = year_after(p.end, m, false);
  if (e == p.end) e = relative_year(e, m);
  const W lead = before(p.begin);
  const bool led = lead == W::in || lead == W::by || lead == W::since || lead == W::until;
  const bool sure = m.direction != TimeDirection::unsaid || e != p.end || m.year;
  if (sure) return e;
  if (p.det != W::none && p.det != W::the) return 0;
  if (has(p.head, kAmbiguous)) return led && at(p.end) != W::of ? e : 0;
  return led || p.det == W::the || !m.modifier.empty() ? e : 0;
}

// "this morning", "last night", "the next morning", "the night before", "every night"
uint32_t Reader::part_phrase(const Phrase& p, TimeMention& m) const {
  m.part_of_day = static_cast<PartOfDay>(value(p.head));
  m.unit = TimeUnit::day;
  m.type = TimexType::time;
  m.amount = 0;
  m.direction = TimeDirection::same;
  if (p.ordinal || p.year || p.counted || (has(p.head, kPlural) && p.det != W::each)) return 0;
  const auto shift = [&m](TimeForm form, TimeDirection direction) {
    m.form = form;
    m.direction = direction;
    m.amount = 1;
  };
  if (p.det == W::each) return m.type = TimexType::set, m.form = TimeForm::set, p.end;
  if (p.det == W::this_) return m.form = TimeForm::deictic, p.end;
  if (p.rel == W::last && p.det == W::none)
    return shift(TimeForm::deictic, TimeDirection::past), p.end;
  if (is_anaphoric(p) || p.rel == W::next) {
    m.form = TimeForm::anaphoric;
    const TimeDirection direction = direction_of(p);
    if (direction != TimeDirection::same) shift(TimeForm::anaphoric, direction);
    return p.end;
  }
  if (p.det != W::the || p.rel != W::none) return 0;
  m.form = TimeForm::anaphoric;
  const W behind = at(p.end);
  if (behind == W::before) return shift(TimeForm::anaphoric, TimeDirection::past), p.end + 1;
  if (behind == W::after) return shift(TimeForm::anaphoric, TimeDirection::future), p.end + 1;
  if (behind == W::of) return m.form = TimeForm::clock, p.end;
  const W lead = before(p.begin);
  return lead == W::in || lead == W::by || lead == W::for_ || lead == W::early || lead == W::late
             ? p.end
             : 0;
}

// "the second anniversary of", "the one-year anniversary", "its anniversary"
uint32_t Reader::anniversary_phrase(const Phrase& p, TimeMention& m) const {
  m.type = TimexType::duration;
  m.form = TimeForm::duration;
  m.unit = TimeUnit::year;
  m.anniversary = true;
  if (p.ordinal) m.amount = *p.ordinal;
  if (p.counted) m.amount = p.amount;
  return p.ordinal || p.counted || p.det != W::none ? p.end : 0;
}

// "the past", "the future", "the latest period", "the 1988 period", "recent" and "current" before a
// noun
uint32_t Reader::loose_phrase(const Phrase& p, TimeMention& m) const {
  const uint32_t i = p.begin;
  const bool plain = p.head == i + 1 && at(i) == W::the;
  if (p.head > i && at(p.head) == W::future) {
    return plain || p.det == W::the ? (set_reference(m, 2), p.end) : 0;
  }
  if (at(i) == W::future) {
    return before(i) == W::in && !is_noun(i + 1) ? (set_reference(m, 2), i + 1) : 0;
  }
  if (p.head > i && is_word(p.head, "moment")) {
    return plain && before(i) == W::at ? (set_reference(m, 0), p.end) : 0;
  }
  if (p.head > i && at(p.head) == W::period) {
    set_date(m, TimeForm::quarter);
    m.unit = TimeUnit::quarter;
    m.year = p.year;
    m.direction = direction_of(p);
    if (p.year_ago) m.offset = -1, m.offset_unit = TimeUnit::year;
    if (p.rel == W::latest) m.name = "latest";
    return p.det == W::the && (p.year || p.rel == W::latest) ? p.end : p.year_ago ? p.end : 0;
  }
  const bool past = at(i) == W::the && at(i + 1) == W::past && !is_noun(i + 2) &&
                    (before(i) == W::in || i + 2 >= last_ || at(i + 2) != W::none ||
                     document_.tokens[i + 2].tag == Tag::PUNCT);
  if (past) return set_reference(m, 1), i + 2;
  if (at(i) == W::current) return set_reference(m, 0), i + 1;
  return 0;
}

// "this year's third quarter": the year's shift goes to what it owns.
uint32_t Reader::possessed(uint32_t i, TimeMention& m) {
  if (m.form != TimeForm::deictic || m.unit != TimeUnit::year || at(i) != W::s || m.amount > 1)
    return 0;
  TimeMention owned;
  const uint32_t e = phrase(i + 1, owned);
  const bool quarter =
      e == 0 && at(i + 1) == W::unit && value(i + 1) == static_cast<int>(TimeUnit::quarter);
  if (quarter) set_date(owned, TimeForm::quarter);
  if (!quarter && (e == 0 || (owned.form != TimeForm::quarter && owned.form != TimeForm::season)))
    return 0;
  owned.unit = owned.unit == TimeUnit::none ? TimeUnit::quarter : owned.unit;
  owned.year_shift =
      static_cast<int>(m.direction == TimeDirection::unsaid ? TimeDirection::same : m.direction);
  m = owned;
  return quarter ? i + 2 : e;
}

}  // namespace sitrep::times
