// Dates as the calendar names them: days, months, years, decades, weekdays, feasts.
#include <charconv>

#include "core/text.h"
#include "mentions/times_reader.h"

namespace sitrep::times {

namespace {

// Words that a month's name may follow: "in May", "last March".
constexpr bool leads_to_month(W w) {
  switch (w) {
    case W::in:
    case W::last:
    case W::next:
    case W::this_:
    case W::since:
    case W::until:
    case W::by:
    case W::of:
    case W::early:
    case W::late:
    case W::mid:
    case W::from:
    case W::between:
    case W::coming:
    case W::past:
    case W::following:
    case W::before:
    case W::after:
    case W::each:
    case W::previous:
      return true;
    default:
      return false;
  }
}

void set_absolute(TimeMention& m) {
  m.type = TimexType::date;
  m.form = TimeForm::absolute;
}

}  // namespace

bool Reader::glued(uint32_t i) const {
  return i > first_ && document_.tokens[i].span.begin == document_.tokens[i - 1].span.end;
}

bool Reader::is_noun(uint32_t i) const {
  if (i < first_ || i >= last_) return false;
  const Tag tag = document_.tokens[i].tag;
  return tag == Tag::NOUN || tag == Tag::PROPN;
}

// "May" and "March" are verbs, too: capital letters help, and so do numbers and prepositions.
bool Reader::ambiguous_month(uint32_t i) const {
  const bool cased = capital(i) && !shouting_;
  int day = 0;
  if (day_number(i + 1, day) != 0 || is_year(i + 1)) return cased || shouting_;
  if (has(i, kMid)) return true;
  if (leads_to_month(before(i))) return cased || before(i) == W::in;
  if (before(i) == W::hyphen) return cased && i > first_ + 1 && at(i - 2) == W::mid;
  return cased && i > first_ && document_.tokens[i].tag == Tag::PROPN && at(i + 1) != W::none;
}

bool Reader::month_like(uint32_t i) const {
  if (at(i) != W::month) return false;
  int day = 0;
  const uint32_t next = skip(i + 1, W::dot);
  if (has(i, kShort)) {
    return day_number(next, day) != 0 || is_year(next) || before(i) == W::number ||
           (leads_to_month(before(i)) && (capital(i) || shouting_));
  }
  if (has(i, kAmbiguous))
    return before(i) == W::number || before(i) == W::ordinal || ambiguous_month(i);
  if (!capital(i)) return leads_to_month(before(i)) || day_number(next, day) != 0 || is_year(next);
  const bool name = !shouting_ && i + 1 < last_ && capital(i + 1) && lexes_[i + 1].w == W::none;
  return !name || leads_to_month(before(i)) || before(i) == W::number;
}

// Four digits that can be a year.
bool Reader::is_year(uint32_t i) const {
  return at(i) == W::number && length(i) == 4 && !has(i, kPlural) && value(i) >= 1000 &&
         value(i) <= 2100;
}

// "The 1900 block of Main Street", "the 1900 and 2000 blocks".
bool Reader::numbers_block(uint32_t i) const {
  const auto is_block = [&](uint32_t k) {
    return k < last_ &&
           (document_.tokens[k].form == key("block") || document_.tokens[k].form == key("blocks"));
  };
  const bool pair = at(i + 1) == W::and_ && at(i + 2) == W::number;
  return is_block(i + 1) || (pair && is_block(i + 3));
}

// A year by itself: not a price, a count or a number of something.
bool Reader::year_in_context(uint32_t i) const {
  if (!is_year(i) || value(i) < 1400 || numbers_block(i)) return false;
  switch (before(i)) {
    case W::money:
    case W::than:
    case W::least:
    case W::about:
    case W::most:
      return false;
    case W::in:
    case W::since:
    case W::until:
    case W::by:
    case W::early:
    case W::late:
    case W::mid:
      return true;
    default:
      break;
  }
  if (at(i + 1) == W::percent || at(i + 1) == W::unit || at(i + 1) == W::zone ||
      at(i + 1) == W::hours)
    return false;
  if (at(i + 1) == W::hyphen && at(i + 2) == W::unit) return false;
  if (value(i) < 1800) return false;
  const bool counted = i + 1 < last_ && document_.tokens[i + 1].fine == Fine::NNS;
  return !counted || before(i) == W::the || before(i) == W::of;
}

// 1 to 31, in digits or as an ordinal ("twenty-first").
uint32_t Reader::day_number(uint32_t i, int& day) const {
  if (at(i) == W::number && length(i) <= 2 && value(i) >= 1 && value(i) <= 31) {
    if (at(i + 1) == W::percent || at(i + 1) == W::ampm) return 0;
    return day = value(i), i + 1;
  }
  if (at(i) == W::ordinal && value(i) <= 31) return day = value(i), i + 1;
  const uint32_t second = skip(i + 1, W::hyphen);
  if (at(i) == W::cardinal && value(i) >= 20 && at(second) == W::ordinal && value(second) < 10) {
    return day = value(i) + value(second), second + 1;
  }
  return 0;
}

// ", 1990", "1990", "'90", and in wire copy "90".
uint32_t Reader::year_after(uint32_t i, TimeMention& m, bool wire) const {
  uint32_t k = skip(i, W::comma);
  if (at(i) == W::of) ++k;
  int spelled = 0;
  if (is_year(k)) return m.year = value(k), k + 1;
  if (const uint32_t e = spelled_year(k, spelled)) return m.year = spelled, e;
  if (apostrophe(k) && at(k + 1) == W::number && length(k + 1) == 2)
    return m.year = value(k + 1), k + 2;
  const bool two = at(k) == W::number && value(k) < 100;
  const bool plain = two && length(k) == 2 && k == i && value(k) > 31 && at(k + 1) != W::unit;
  if (wire && plain) return m.year = value(k), k + 1;
  return i;
}

// "[of] last year", "this year"
uint32_t Reader::relative_year(uint32_t i, TimeMention& m) const {
  uint32_t k = skip(i, W::of);
  if (at(k) == W::the) ++k;
  const bool year = at(k + 1) == W::unit && value(k + 1) == static_cast<int>(TimeUnit::year);
  if (!year || has(k + 1, kPlural)) {
    const bool ago = at(k) == W::a && at(k + 1) == W::unit && at(k + 2) == W::ago;
    return ago && value(k + 1) == static_cast<int>(TimeUnit::year) ? (m.year_shift = -1, k + 3) : i;
  }
  switch (at(k)) {
    case W::last:
    case W::past:
      m.year_shift = -1;
      return k + 2;
    case W::this_:
    case W::current:
      m.year_shift = 0;
      return k + 2;
    case W::next:
    case W::coming:
      m.year_shift = 1;
      return k + 2;
    case W::a:
      return at(k + 2) == W::ago ? (m.year_shift = -1, k + 3) : i;
    default:
      return i;
  }
}

uint32_t Reader::month_first(uint32_t i, TimeMention& m) const {
  if (!month_like(i)) return 0;
  set_absolute(m);
  m.month = value(i);
  uint32_t e = i + 1;
  int day = 0;
  const uint32_t undotted = has(i, kShort) ? skip(e, W::dot) : e;
  if (const uint32_t behind = day_number(undotted, day)) {
    m.day = day;
    e = behind;
  } else if (is_year(undotted)) {
    e = undotted;
  }
  const uint32_t with_year = year_after(e, m, false);
  return with_year != e ? with_year : relative_year(e, m);
}

// "5 January 2022", "the 5th of January", "12 JAN 90"
uint32_t Reader::day_first(uint32_t i, TimeMention& m) const {
  uint32_t k = skip(i, W::the);
  int day = 0;
  const uint32_t behind = day_number(k, day);
  if (behind == 0) return 0;
  k = skip(behind, W::of);
  if (at(k) == W::hyphen) ++k;
  if (at(k) != W::month || !(capital(k) || shouting_ || at(behind) == W::of)) return 0;
  if (has(k, kAmbiguous) && shouting_ && at(i) == W::cardinal) return 0;
  set_absolute(m);
  m.day = day;
  m.month = value(k);
  uint32_t e = k + 1;
  if (has(k, kShort) && at(e) == W::dot && e + 1 < last_) ++e;
  if (at(e) == W::hyphen && glued(e) && at(e + 1) == W::number) ++e;
  const uint32_t with_year = year_after(e, m, shouting_ || has(k, kShort));
  return with_year != e ? with_year : relative_year(e, m);
}

// "on the 25th", of a month that is understood
uint32_t Reader::day_alone(uint32_t i, TimeMention& m) const {
  if (at(i) != W::the || at(i + 1) != W::ordinal || !is_digit(text(i + 1)[0])) return 0;
  const W lead = before(i);
  const bool led = lead == W::on || lead == W::until || lead == W::by || lead == W::since;
  if (!led || value(i + 1) > 31 || is_noun(i + 2)) return 0;
  const bool stops =
      i + 2 >= last_ || document_.tokens[i + 2].tag == Tag::PUNCT || at(i + 2) != W::none;
  if (!stops) return 0;
  set_absolute(m);
  m.day = value(i + 1);
  return i + 2;
}

uint32_t Reader::iso_date(uint32_t i, TimeMention& m) const {
  if (!is_year(i) || at(i + 1) != W::hyphen || at(i + 2) != W::number || length(i + 2) != 2)
    return 0;
  if (value(i + 2) < 1 || value(i + 2) > 12 || !glued(i + 2)) return 0;
  const bool day =
      at(i + 3) == W::hyphen && at(i + 4) == W::number && length(i + 4) == 2 && glued(i + 4);
  if (!day || value(i + 4) < 1 || value(i + 4) > 31) return 0;
  set_absolute(m);
  m.year = value(i);
  m.month = value(i + 2);
  m.day = value(i + 4);
  return i + 5;
}

// 12/31/1999, 31/12/1999, 31.12.1999, 1999/12/31 and 1999-12-31 as one token
uint32_t Reader::numeric_date(uint32_t i, TimeMention& m) const {
  if (at(i) != W::digits) return 0;
  int part[3] = {};
  int n = 0;
  const std::string_view word = text(i);
  const char* p = word.data();
  const char* const end = p + word.size();
  char mark = 0;
  while (n < 3) {
    const auto [stop, error] = std::from_chars(p, end, part[n]);
    if (error != std::errc()) return 0;
    ++n;
    p = stop;
    if (p == end) break;
    mark = *p++;
  }
  if (n != 3 || p != end) return 0;
  int y = part[2], mo = part[0], d = part[1];
  if (part[0] > 999) y = part[0], mo = part[1], d = part[2];
  if (part[0] <= 999 && (mark == '.' || mo > 12)) std::swap(mo, d);
  if (mo < 1 || mo > 12 || d < 1 || d > 31) return 0;
  set_absolute(m);
  m.year = y;
  m.month = mo;
  m.day = d;
  return i + 1;
}

uint32_t Reader::year(uint32_t i, TimeMention& m) const {
  set_absolute(m);
  if (year_in_context(i)) return m.year = value(i), i + 1;
  const bool quoted =
      at(i) == W::number && length(i) == 2 && i > first_ + 1 && apostrophe(i - 1) && glued(i);
  const W lead = quoted ? at(i - 2) : W::none;
  const bool led =
      lead == W::in || lead == W::of || lead == W::since || lead == W::until || lead == W::season;
  if (quoted && led && !has(i, kPlural)) return m.year = value(i), i + 1;
  int spelled = 0;
  const uint32_t e = spelled_year(i, spelled);
  if (e != 0 && at(e) != W::unit && at(e) != W::money) return m.year = spelled, e;
  return 0;
}

// "fiscal 1998", "fiscal year 1998", "FY 1998"
uint32_t Reader::fiscal_year(uint32_t i, TimeMention& m) const {
  if (at(i) != W::fiscal && !is_word(i, "fy")) return 0;
  uint32_t k = i + 1;
  if (at(k) == W::unit && value(k) == static_cast<int>(TimeUnit::year)) ++k;
  if (!is_year(k)) return 0;
  set_absolute(m);
  m.fiscal = true;
  m.year = value(k);
  return k + 1;
}

// "nineteen ninety-six", "two thousand and one", "twenty twenty-two"
uint32_t Reader::spelled_year(uint32_t i, int& year) const {
  if (at(i) != W::cardinal) return 0;
  uint32_t k = i + 1;
  int low = 0;
  if (value(i) == 2 && at(k) == W::scale && value(k) == 1000) {
    k = skip(k + 1, W::and_);
    if (k == i + 2 && at(k) != W::cardinal) return 0;  // "two thousand" may count anything
    if (at(k) != W::cardinal || value(k) > 30) return 0;
    return year = 2000 + value(k), k + 1;
  }
  if (value(i) < 17 || value(i) > 20 || at(k) != W::cardinal) return 0;
  if (value(k) == 0 || value(k) >= 10) low = value(k);
  if (value(k) != 0 && value(k) < 10) return 0;
  ++k;
  const uint32_t ones = skip(k, W::hyphen);
  const bool more =
      at(ones) == W::cardinal && value(ones) < 10 && value(ones) > 0 && (low == 0 || low >= 20);
  if (low == 0 && !more) return 0;
  if (more) low += value(ones), k = ones + 1;
  return year = value(i) * 100 + low, k;
}

uint32_t Reader::decade(uint32_t i, TimeMention& m) const {
  const uint32_t k = skip(i, W::the);
  if (at(k) != W::decade || before(k) == W::its) return 0;
  const bool spelled = !is_digit(text(k)[0]);
  const bool led = k > i || before(k) == W::early || before(k) == W::late || before(k) == W::mid ||
                   has(k, kMid) || before(k) == W::hyphen || before(k) == W::of;
  if (spelled && !led) return 0;
  m.type = TimexType::date;
  m.form = TimeForm::decade;
  m.unit = TimeUnit::decade;
  m.year = value(k) < 100 ? value(k) + (value(k) < 20 ? 2000 : 1900) : value(k);
  return k + 1;
}

uint32_t Reader::weekday(uint32_t i, TimeMention& m) const {
  if (at(i) != W::weekday) return 0;
  const uint32_t next = skip(skip(i + 1, W::dot), W::comma);
  TimeMention date;
  uint32_t e = month_first(next, date);
  if (e == 0 || !date.day) e = day_first(next, date);
  if (e != 0 && date.day) return m = date, m.weekday = value(i), e;
  if (has(i, kShort) || (!capital(i) && !shouting_ && before(i) == W::none)) return 0;
  m.type = has(i, kPlural) ? TimexType::set : TimexType::date;
  m.form = has(i, kPlural) ? TimeForm::set : TimeForm::weekday;
  m.weekday = value(i);
  m.unit = TimeUnit::day;
  const uint32_t of = skip(i + 1, W::of);
  const bool week =
      of > i + 1 && at(of + 1) == W::unit && value(of + 1) == static_cast<int>(TimeUnit::week);
  if (!week) return i + 1;
  m.unit = TimeUnit::week;
  m.direction = at(of) == W::last   ? TimeDirection::past
                : at(of) == W::next ? TimeDirection::future
                                    : TimeDirection::same;
  return of + 2;
}

// The end of `phrase` in the text at `i`; apostrophes, "'s" and hyphens of the text need not be in
// the phrase.
uint32_t Reader::match_named(uint32_t i, std::string_view phrase) const {
  uint32_t k = i;
  while (!phrase.empty()) {
    const size_t space = phrase.find(' ');
    const Key wanted = key(phrase.substr(0, space));
    while (k > i && k < last_ && document_.tokens[k].form != wanted &&
           (at(k) == W::hyphen || document_.tokens[k].form == key(""))) {
      ++k;
    }
    if (k >= last_ || document_.tokens[k].form != wanted) return 0;
    ++k;
    phrase = space == std::string_view::npos ? std::string_view() : phrase.substr(space + 1);
  }
  return k;
}

// "A Christmas market", "Easter eggs", "Christmas shoppers": of weeks before it.
bool Reader::is_thing_of_feast(uint32_t i) const {
  constexpr Key kThings[] = {key("market"),   key("tree"),    key("egg"),     key("shopping"),
                             key("shopper"),  key("light"),   key("present"), key("gift"),
                             key("card"),     key("carol"),   key("bonus"),   key("decoration"),
                             key("toy"),      key("costume"), key("cake"),    key("sale"),
                             key("souvenir"), key("song"),    key("firework")};
  return i < last_ && one_of(document_.tokens[i].lemma, kThings);
}

uint32_t Reader::named_day(uint32_t i, TimeMention& m) const {
  if (!has(i, kNamed) || !(capital(i) || is_digit(text(i)[0]))) return 0;
  uint32_t best = 0;
  for (const NamedDay& day : named_days()) {
    const uint32_t e = match_named(i, day.phrase);
    if (e <= best) continue;
    best = e;
    m.name = day.phrase;
  }
  if (best == 0 || is_thing_of_feast(best)) return 0;
  m.type = TimexType::date;
  m.form = TimeForm::holiday;
  m.unit = TimeUnit::day;
  if (at(best) == W::unit && value(best) == static_cast<int>(TimeUnit::week))
    m.unit = TimeUnit::week, ++best;
  const uint32_t with_year = year_after(best, m, false);
  return with_year != best ? with_year : relative_year(best, m);
}

}  // namespace sitrep::times
