// Noun phrases around a unit of time: "the past two months", "a week ago", "this year's third quarter".
#include <charconv>

#include "mentions/times_reader.h"

namespace sitrep::times {

namespace {

constexpr TimeUnit unit_of(const Lex& lex) { return static_cast<TimeUnit>(lex.value); }

void set_duration(TimeMention& m, TimeUnit unit, std::optional<double> amount) {
  m.type = TimexType::duration;
  m.form = TimeForm::duration;
  m.unit = unit;
  m.amount = amount;
}

void set_shift(TimeMention& m, TimeForm form, TimeDirection direction, std::optional<double> amount) {
  m.type = TimexType::date;
  m.form = form;
  m.direction = direction;
  m.amount = amount;
}

void set_reference(TimeMention& m, int which) {
  m.type = TimexType::date;
  m.form = TimeForm::vague;
  m.name = kReferences[which];
}

TimeDirection direction_of(W rel) {
  switch (rel) {
    case W::last: case W::past: case W::previous: case W::recent: return TimeDirection::past;
    case W::next: case W::coming: case W::following: return TimeDirection::future;
    case W::same: case W::current: case W::this_: case W::latest: return TimeDirection::same;
    default: return TimeDirection::unsaid;
  }
}

}  // namespace

// "12", "2.5", "two", "twenty-four", "a hundred", "2 1/2", "two and a half", "two to three", "two or three"
uint32_t Reader::number(uint32_t i, std::optional<double>& amount) const {
  double n = 0;
  uint32_t e = i + 1;
  if (at(i) == W::number) {
    n = value(i);
    const std::string_view word = text(i);
    if (const size_t dot = word.find('.'); has(i, kPlural) && dot != std::string_view::npos) {
      int tenths = 0;
      std::from_chars(word.data() + dot + 1, word.data() + dot + 2, tenths);
      n += tenths / 10.0;
    }
  } else if (at(i) == W::cardinal) {
    n = value(i);
    const uint32_t ones = skip(e, W::hyphen);
    if (value(i) >= 20 && at(ones) == W::cardinal && value(ones) < 10) n += value(ones), e = ones + 1;
  } else if (at(i) == W::fraction) {
    return amount = value(i) / 2.0, e;
  } else if (at(i) == W::a && at(e) == W::scale) {
    n = 1;
  } else {
    return 0;
  }
  while (at(e) == W::scale) n *= value(e++);
  if (at(e) == W::fraction) n += value(e++) / 2.0;
  if (at(e) == W::and_ && at(e + 1) == W::a && at(e + 2) == W::half) n += 0.5, e += 3;
  amount = n;
  const bool range = at(e) == W::to || at(e) == W::or_ || (at(e) == W::hyphen && at(e + 1) == at(i));
  std::optional<double> second;
  const uint32_t behind = range && (at(e + 1) == W::number || at(e + 1) == W::cardinal) ? number(e + 1, second) : 0;
  return behind != 0 && at(skip(behind, W::hyphen)) == W::unit ? behind : e;
}

uint32_t Reader::count(uint32_t i, Phrase& p) const {
  if (at(i) == W::few) return p.counted = true, p.amount.reset(), skip(i + 1, W::of);
  if (at(i) == W::couple) return p.counted = true, p.amount = 2, skip(i + 1, W::of);
  if (at(i) == W::half && (at(i + 1) == W::a || at(i + 1) == W::hyphen)) {
    return p.counted = true, p.amount = 0.5, i + 2;
  }
  const uint32_t e = number(i, p.amount);
  p.counted |= e != 0;
  return e;
}

// One step of scan: the next word before the head, 0 when it can't stand there.
uint32_t Reader::scan_one(uint32_t i, Phrase& p) const {
  const bool first = i == p.begin;
  switch (at(i)) {
    case W::the: case W::this_: case W::that: case W::these: case W::each: case W::its:
      if ((p.det != W::none && p.det != W::all) || p.counted || p.rel != W::none) return 0;
      if (at(i) == W::that && at(i + 1) != W::unit && at(i + 1) != W::same && at(i + 1) != W::part &&
          at(i + 1) != W::weekday) {
        return 0;  // "said that last week"
      }
      p.det = at(i);
      return p.det == W::each ? skip(skip(i + 1, W::of), W::the) : i + 1;
    case W::all: return first ? (p.det = W::all, i + 1) : 0;
    case W::a:
      if (at(i + 1) == W::scale) return count(i, p);
      return first ? (p.det = W::a, i + 1) : 0;
    case W::past: case W::last: case W::next: case W::coming: case W::previous: case W::following:
    case W::same: case W::current: case W::latest: case W::recent:
      if (p.counted) return 0;
      p.rel = at(i);
      return i + 1;
    case W::ordinal: p.ordinal = value(i); return i + 1;
    case W::filler: return first ? 0 : i + 1;
    case W::more: return p.counted ? i + 1 : 0;
    case W::fiscal: p.fiscal = true; return i + 1;
    case W::early: p.modifier = "START"; return i + 1;
    case W::late: p.modifier = "END"; return i + 1;
    case W::mid: p.modifier = "MID"; return i + 1;
    case W::about: return first ? 0 : i + 1;
    case W::hyphen: return first ? 0 : (p.hyphen = true, i + 1);
    case W::number:
      if (is_year(i) && value(i) > 1800 && !has(i, kPlural)) return p.year = value(i), i + 1;
      [[fallthrough]];
    default: return p.counted ? 0 : count(i, p);
  }
}

// Fills `p` with the words up to a head; false when there is none within a few words.
bool Reader::scan(uint32_t i, Phrase& p) const {
  p.begin = i;
  for (uint32_t k = i; k < last_ && k < i + 9;) {
    const bool year_ago = at(k) == W::unit && value(k) == static_cast<int>(TimeUnit::year) &&
                          at(k + 1) == W::hyphen && (at(k + 2) == W::ago || at(k + 2) == W::earlier);
    if (year_ago) {
      p.year_ago = true;
      p.head = k;
      p.end = k += 3;
      continue;
    }
    switch (at(k)) {
      case W::unit: case W::part: case W::season: case W::weekday: case W::month: case W::period:
      case W::time: case W::future: case W::anniversary: case W::half:
        if (at(k) == W::half && (at(k + 1) == W::a || at(k + 1) == W::hyphen)) break;
        p.head = k;
        p.end = k + 1;
        return true;
      default: break;
    }
    const uint32_t next = scan_one(k, p);
    if (next == 0) break;
    k = next;
  }
  return p.year_ago;
}

uint32_t Reader::phrase(uint32_t i, TimeMention& m) {
  Phrase p;
  if (!scan(i, p)) return loose_phrase(p, m);
  m.modifier = p.modifier;
  m.fiscal = p.fiscal;
  switch (at(p.head)) {
    case W::weekday: return weekday_phrase(p, m);
    case W::month: return month_phrase(p, m);
    case W::season: return season_phrase(p, m);
    case W::part: return part_phrase(p, m);
    case W::half: return half_phrase(p, m);
    case W::anniversary: return anniversary_phrase(p, m);
    case W::unit: return unit_phrase(p, m);
    default: return loose_phrase(p, m);
  }
}

// "ago", "earlier", "later", "before", "after", "from now" behind a length of time.
uint32_t Reader::shifted(const Phrase& p, uint32_t end, TimeMention& m) const {
  uint32_t e = end;
  if (at(e) == W::or_ && at(e + 1) == W::so) e += 2;
  const bool given = p.counted || p.det == W::a || p.det == W::the || p.det == W::none;
  if (!given || p.rel != W::none || p.ordinal) return 0;
  if (has(p.head, kPlural) && !p.counted && at(e) != W::ago) return 0;
  const std::optional<double> amount = p.counted ? p.amount : std::optional<double>(1);
  const bool bare = !p.counted && p.det == W::none;
  switch (at(e)) {
    case W::ago:
      if (bare && !has(p.head, kPlural)) return 0;
      if (bare) return set_reference(m, 1), e + 1;
      return set_shift(m, TimeForm::deictic, TimeDirection::past, amount), e + 1;
    case W::from:
      if (at(e + 1) != W::now || bare) return 0;
      return set_shift(m, TimeForm::deictic, TimeDirection::future, amount), e + 2;
    case W::hence:
      return bare ? 0 : (set_shift(m, TimeForm::deictic, TimeDirection::future, amount), e + 1);
    case W::earlier: case W::later: case W::before: case W::after: {
      if (bare) return 0;
      const bool back = at(e) == W::earlier || at(e) == W::before;
      set_shift(m, TimeForm::anaphoric, back ? TimeDirection::past : TimeDirection::future, amount);
      const bool of_something = (at(e) == W::before || at(e) == W::after) && !ends_here(e + 1);
      if (!of_something || p.det == W::the) return e + 1;
      m.type = TimexType::duration;  // "five days after his killing": the length is what is said
      return e;
    }
    default: return 0;
  }
}

// "last week", "the past two years", "the following day", "recent months"
bool Reader::related(const Phrase& p, TimeMention& m) const {
  const TimeDirection direction = direction_of(p.rel);
  const bool several = has(p.head, kPlural) || (p.counted && p.amount != 1.0);
  if (p.hyphen && !p.counted) return false;  // "last-minute"
  if (direction == TimeDirection::unsaid) return false;
  if (p.rel == W::recent && !several) return false;
  if (several && direction != TimeDirection::same) {
    set_duration(m, m.unit, p.counted ? p.amount : std::nullopt);
    m.direction = direction;
    return true;
  }
  const bool day = m.unit == TimeUnit::day || m.unit == TimeUnit::hour || m.unit == TimeUnit::minute;
  const bool anaphoric = p.rel == W::previous || p.rel == W::following || p.rel == W::same ||
                         (p.rel == W::next && p.det == W::the && day);
  if (day && !anaphoric) return false;
  set_shift(m, anaphoric ? TimeForm::anaphoric : TimeForm::deictic, direction,
            direction == TimeDirection::same ? 0 : 1);
  return true;
}

// A year, day or week with a number in front of it: "$5 a year", "twice a week".
bool Reader::is_rate(const Phrase& p) const {
  if (p.det != W::a || p.counted || p.begin == first_) return false;
  if (before(p.begin) == W::times || before(p.begin) == W::percent) return true;
  for (uint32_t k = p.begin - 1; k > first_ && k + 4 > p.begin; --k) {
    if (at(k - 1) == W::money) return true;
  }
  const Token& token = document_.tokens[p.begin - 1];
  const bool counted = p.begin > first_ + 1 && (at(p.begin - 2) == W::number || at(p.begin - 2) == W::cardinal);
  return counted && (token.fine == Fine::NNS || at(p.begin - 1) == W::unit);
}

// "this week", "that day", "every month", "a year", "the weekend"
bool Reader::determined(const Phrase& p, TimeMention& m) const {
  const bool plural = has(p.head, kPlural);
  const auto amount = p.counted ? p.amount : std::optional<double>(1);
  switch (p.det) {
    case W::this_:
      if (plural || p.counted) return false;
      return set_shift(m, TimeForm::deictic, TimeDirection::same, 0), true;
    case W::that:
      if (plural || m.unit < TimeUnit::day) return false;
      return set_shift(m, TimeForm::anaphoric, TimeDirection::same, 0), true;
    case W::these:
      if (!plural || p.counted || m.unit != TimeUnit::day || !is_word(p.begin, "these")) return false;
      return set_reference(m, 0), true;
    case W::each:
      set_duration(m, m.unit, amount);
      m.type = TimexType::set;
      m.form = TimeForm::set;
      return true;
    case W::a:
      set_duration(m, m.unit, amount);
      if (is_rate(p)) m.type = TimexType::set, m.form = TimeForm::set;
      return true;
    case W::the:
      if (plural || p.counted) return false;
      if (m.unit == TimeUnit::year) return set_shift(m, TimeForm::deictic, TimeDirection::same, 0), true;
      if (m.unit == TimeUnit::day) {  // "later in the day"
        const W lead = p.begin > first_ + 1 ? at(p.begin - 2) : W::none;
        const bool same = before(p.begin) == W::in && (lead == W::earlier || lead == W::later || lead == W::late);
        return same && (set_shift(m, TimeForm::anaphoric, TimeDirection::same, 0), true);
      }
      if (m.unit == TimeUnit::weekend) {
        return set_shift(m, TimeForm::deictic, TimeDirection::unsaid, 0), true;
      }
      if (m.unit != TimeUnit::week && m.unit != TimeUnit::month) return false;
      return set_shift(m, TimeForm::deictic, TimeDirection::same, 0), true;
    case W::all:
      return set_duration(m, m.unit, 1), true;
    default: return false;
  }
}

// "weeks", "years" alone
bool Reader::bare_unit(const Phrase& p) const {
  if (!has(p.head, kPlural) || p.head != p.begin) return p.hyphen && p.head != p.begin;
  const W lead = before(p.begin);
  return lead == W::for_ || lead == W::in || lead == W::over || lead == W::after || lead == W::about;
}

// Nothing follows that "before" or "after" could govern.
bool Reader::ends_here(uint32_t i) const {
  if (i >= last_ || at(i) == W::and_ || at(i) == W::or_) return true;
  const Tag tag = document_.tokens[i].tag;
  return tag == Tag::PUNCT || tag == Tag::AUX || tag == Tag::VERB;
}

// "the year 2000", "the year two thousand"
uint32_t Reader::named_year(const Phrase& p, TimeMention& m) const {
  const bool plain = m.unit == TimeUnit::year && !p.counted && p.rel == W::none && p.det == W::the;
  if (!plain || has(p.head, kPlural)) return 0;
  int spelled = 0;
  uint32_t e = spelled_year(p.end, spelled);
  if (is_year(p.end)) spelled = value(p.end), e = p.end + 1;
  if (e == 0 && at(p.end) == W::cardinal && value(p.end) == 2 && at(p.end + 1) == W::scale) {
    spelled = 2000;
    e = p.end + 2;
  }
  if (e == 0) return 0;
  m.type = TimexType::date;
  m.form = TimeForm::absolute;
  m.unit = TimeUnit::none;
  m.year = spelled;
  return e;
}

uint32_t Reader::unit_phrase(Phrase& p, TimeMention& m) const {
  m.unit = unit_of(lexes_[p.head]);
  if (m.unit == TimeUnit::quarter) return quarter_phrase(p, m);
  if (m.unit == TimeUnit::century && p.ordinal) {
    m.type = TimexType::date;
    m.form = TimeForm::century;
    m.year = (*p.ordinal - 1) * 100;
    return p.end;
  }
  if (p.year_ago) {
    if (p.det != W::none) return 0;
    return set_shift(m, TimeForm::anaphoric, TimeDirection::past, 1), p.end;
  }
  if (const uint32_t e = named_year(p, m)) return e;
  const bool age = at(p.end) == W::old || (at(p.end) == W::hyphen && at(p.end + 1) == W::old);
  if (age || (p.hyphen && p.counted && p.det != W::none && at(p.end) != W::period)) return 0;
  const bool year_end = m.unit == TimeUnit::year && (at(p.end) == W::hyphen || at(p.end) == W::s || at(p.end) == W::end);
  if (const uint32_t k = at(p.end) == W::end ? p.end : p.end + 1; year_end && at(k) == W::end && !p.counted) {
    m.name = "year-end";
    m.year_shift = direction_of(p.rel) == TimeDirection::past ? -1 : 0;
    m.form = TimeForm::holiday;
    return k + 1;
  }
  if (const uint32_t e = shifted(p, p.end, m)) return e;
  uint32_t e = p.end;
  if (at(e) == W::and_ && at(e + 1) == W::a && at(e + 2) == W::half) {
    p.amount = p.amount.value_or(1) + 0.5;
    p.counted = true;
    e += 3;
  }
  if (p.ordinal && !p.counted && p.det != W::each) {
    if (has(p.head, kPlural) || m.unit < TimeUnit::day || p.rel != W::none) return 0;
    if (p.det == W::a || p.det == W::its || (m.unit != TimeUnit::day)) return 0;
    set_shift(m, TimeForm::anaphoric, TimeDirection::same, 0);
    m.ordinal = p.ordinal;
    return e;
  }
  if (p.hyphen && !p.counted && !p.ordinal && p.det == W::none && p.rel == W::none) return 0;
  if (related(p, m) || determined(p, m)) return at(e) == W::or_ && at(e + 1) == W::so ? e + 2 : e;
  if (p.counted) {
    set_duration(m, m.unit, p.amount);
    if (at(e) == W::or_ && at(e + 1) == W::so) return e + 2;
    return at(e) == W::hyphen && is_word(e + 1, "long") ? e + 2 : e;
  }
  const bool long_one = at(e) == W::hyphen && is_word(e + 1, "long");
  if (long_one && p.head == p.begin) {
    const bool plural = has(p.head, kPlural);
    return set_duration(m, m.unit, plural ? std::nullopt : std::optional<double>(1)), e + 2;
  }
  if (!bare_unit(p)) return 0;
  return set_duration(m, m.unit, std::nullopt), e;
}

}  // namespace sitrep::times
