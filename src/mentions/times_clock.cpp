// The time of day: clocks, noon and dawn, mornings and nights, and the days that are named from
// today.
#include "mentions/times_reader.h"

namespace sitrep::times {

namespace {

void set_clock(TimeMention& m) {
  m.type = TimexType::time;
  m.form = TimeForm::clock;
}

// A bare 19:30 is a time where one of these leads to it; elsewhere it may be a score.
constexpr bool leads_to_clock(W w) {
  switch (w) {
    case W::at:
    case W::about:
    case W::by:
    case W::before:
    case W::after:
    case W::from:
    case W::until:
    case W::since:
    case W::between:
    case W::early:
    case W::late:
    case W::to:
    case W::hyphen:
      return true;
    default:
      return false;
  }
}

PartOfDay dim(int value) { return static_cast<PartOfDay>(value); }

}  // namespace

// "GMT", "(EST)", "local time"
uint32_t Reader::zone(uint32_t i, TimeMention& m) const {
  const uint32_t k = skip(i, W::open);
  const bool digits = at(k) == W::number || at(k) == W::clock;
  if (k > i && digits && at(k + 1) == W::zone && at(k + 2) == W::close)
    return k + 3;  // "(0735 GMT)"
  if (at(k) == W::local) {
    const uint32_t e = skip(k + 1, W::time);
    return k == i ? e : skip(e, W::close);
  }
  if (at(k) != W::zone) return i;
  m.zone = value(k);
  const uint32_t e = skip(k + 1, W::time);
  return k == i ? e : skip(e, W::close);
}

// "In the afternoon", "this afternoon", "on Friday evening", behind a clock time: the word for the
// part of the day; 0: there is none.
uint32_t Reader::part_behind(uint32_t i) const {
  if (at(i) == W::in && at(i + 1) == W::the && at(i + 2) == W::part) return i + 2;
  const uint32_t k = skip(i, W::on);
  const bool of_day = at(k) == W::this_ || at(k) == W::weekday || at(k) == W::deictic;
  return of_day && at(k + 1) == W::part ? k + 1 : 0;
}

// What follows the digits: "a.m.", "hours", a zone.
uint32_t Reader::clock_tail(uint32_t i, TimeMention& m) const {
  uint32_t e = i;
  if (at(e) == W::ampm) {
    m.minute = *m.minute % 720 + value(e);
    ++e;
  }
  const uint32_t said = *m.minute < 720 ? part_behind(e) : 0;
  if (said) {
    const auto part = static_cast<PartOfDay>(value(said));
    const bool evening = part == PartOfDay::afternoon || part == PartOfDay::evening ||
                         (part == PartOfDay::night && *m.minute >= 360);
    if (evening) m.minute = *m.minute + 720;
    if (at(e) == W::in) e = said + 1;  // a day is read by itself
  }
  return zone(e, m);
}

uint32_t Reader::clock(uint32_t i, TimeMention& m) const {
  set_clock(m);
  const bool small = (at(i) == W::number && length(i) <= 2) || at(i) == W::cardinal;
  if (at(i) == W::hour12) return m.minute = value(i), clock_tail(i + 1, m);
  if (at(i) == W::clock) {
    m.minute = value(i);
    const uint32_t e = clock_tail(skip(i + 1, W::hours), m);
    return e > i + 1 || leads_to_clock(before(i)) ? e : 0;
  }
  if (small && value(i) >= 1 && value(i) <= 12) {
    m.minute = value(i) % 12 * 60;
    if (at(i + 1) == W::oclock) return clock_tail(i + 2, m);
    if (at(i + 1) == W::ampm) return clock_tail(i + 1, m);
    const bool part = at(i + 1) == W::in && at(i + 2) == W::the && at(i + 3) == W::part;
    return part ? clock_tail(i + 1, m) : 0;
  }
  const bool dotted = at(i) == W::number && has(i, kPlural) && at(i + 1) == W::ampm;  // 7.30 pm
  if (dotted) {
    const std::string_view word = text(i);
    const size_t dot = word.find('.');
    if (dot == std::string_view::npos || word.size() != dot + 3 || value(i) > 12) return 0;
    m.minute = value(i) % 12 * 60 + (word[dot + 1] - '0') * 10 + (word[dot + 2] - '0');
    return clock_tail(i + 1, m);
  }
  const bool military =
      at(i) == W::number && length(i) == 4 && value(i) <= 2400 && value(i) % 100 < 60;
  if (!military) return 0;
  const bool marked = at(i + 1) == W::zone || at(i + 1) == W::local || is_word(i + 1, "hours") ||
                      is_word(i + 1, "hrs");
  if (!marked) return 0;
  m.minute = value(i) / 100 * 60 + value(i) % 100;
  const bool word = at(i + 1) == W::unit;
  return clock_tail(word ? i + 2 : i + 1, m);
}

// noon, midnight, dawn, dusk
uint32_t Reader::point(uint32_t i, TimeMention& m) const {
  const uint32_t k = skip(i, W::the);
  if (at(k) != W::point || k != i) return 0;
  const bool name =
      capital(k) && !shouting_ && k > first_ && capital(k - 1) && before(k) == W::none;
  if (name) return 0;
  set_clock(m);
  if (has(k, kDim)) {
    m.part_of_day = dim(value(k));
  } else {
    m.minute = value(k);
    m.part_of_day = value(k) == 0 ? PartOfDay::night : PartOfDay::midday;
  }
  return k + 1;
}

// "small hours", "wee hours", "pre - dawn"
bool Reader::leads_to_hours(uint32_t i) const {
  return is_word(i, "small") || is_word(i, "wee") || is_word(i, "pre");
}

// "the early hours", "the small hours", "the pre-dawn hours"
uint32_t Reader::small_hours(uint32_t i, TimeMention& m) const {
  uint32_t k = skip(i, W::the);
  const bool pre = is_word(k, "pre") && at(k + 1) == W::hyphen && at(k + 2) == W::point;
  const bool early = at(k) == W::early || is_word(k, "small") || is_word(k, "wee");
  if (!early && !pre && !(at(k) == W::point && has(k, kDim))) return 0;
  k += pre ? 3 : 1;
  if (at(k) == W::part && value(k) == static_cast<int>(PartOfDay::morning)) ++k;
  if (!pre && !is_word(k, "hours")) return 0;
  set_clock(m);
  m.part_of_day = PartOfDay::early_morning;
  return skip(is_word(k, "hours") ? k + 1 : k, W::of);
}

// "mornings" are a set; "morning" alone says nothing unless a date follows (finish) or a word leads
// to it.
uint32_t Reader::part_of_day(uint32_t i, TimeMention& m) const {
  if (at(i) == W::overnight) {
    set_clock(m);
    m.part_of_day = PartOfDay::night;
    m.name = "overnight";
    return i + 1;
  }
  if (at(i) != W::part || has(i, kPlural)) return 0;
  set_clock(m);
  m.part_of_day = static_cast<PartOfDay>(value(i));
  return i + 1;
}

// "today", "yesterday", "tonight", "the day before yesterday", "the day after tomorrow"
uint32_t Reader::deictic(uint32_t i, TimeMention& m) const {
  m.form = TimeForm::deictic;
  m.type = TimexType::date;
  m.unit = TimeUnit::day;
  const auto shift = [&m](int days) {
    m.amount = days < 0 ? -days : days;
    m.direction = days < 0   ? TimeDirection::past
                  : days > 0 ? TimeDirection::future
                             : TimeDirection::same;
  };
  if (at(i) == W::tonight) {
    shift(0);
    m.type = TimexType::time;
    m.part_of_day = PartOfDay::night;
    return i + 1;
  }
  if (at(i) == W::deictic) return shift(value(i)), i + 1;
  const uint32_t k = skip(i, W::the);
  if (at(k) != W::unit || value(k) != static_cast<int>(TimeUnit::day) || at(k + 2) != W::deictic)
    return 0;
  if (at(k + 1) == W::before && value(k + 2) == -1) return shift(-2), k + 3;
  if (at(k + 1) == W::after && value(k + 2) == 1) return shift(2), k + 3;
  return 0;
}

}  // namespace sitrep::times
