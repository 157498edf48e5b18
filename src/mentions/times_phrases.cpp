// Noun phrases around a unit of time: "the past two months", "a week ago", "this year's third
// quarter".
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

void set_shift(TimeMention& m, TimeForm form, TimeDirection direction,
               std::optional<double> amount) {
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
    case W::last:
    case W::past:
    case W::previous:
    case W::recent:
      return TimeDirection::past;
    case W::next:
    case W::coming:
    case W::following:
      return TimeDirection::future;
    case W::same:
    case W::current:
    case W::this_:
    case W::latest:
      return TimeDirection::same;
    default:
      return TimeDirection::unsaid;
  }
}

}  // namespace

uint32_t Reader::phrase(uint32_t i, TimeMention& m) {
  Phrase p;
  if (!scan(i, p)) return loose_phrase(p, m);
  m.modifier = p.modifier;
  m.fiscal = p.fiscal;
  switch (at(p.head)) {
    case W::weekday:
      return weekday_phrase(p, m);
    case W::month:
      return month_phrase(p, m);
    case W::season:
      return season_phrase(p, m);
    case W::part:
      return part_phrase(p, m);
    case W::half:
      return half_phrase(p, m);
    case W::anniversary:
      return anniversary_phrase(p, m);
    case W::unit:
      return unit_phrase(p, m);
    default:
      return loose_phrase(p, m);
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
    case W::earlier:
    case W::later:
    case W::before:
    case W::after: {
      if (bare) return 0;
      const bool back = at(e) == W::earlier || at(e) == W::before;
      set_shift(m, TimeForm::anaphoric, back ? TimeDirection::past : TimeDirection::future, amount);
      const bool of_something = (at(e) == W::before || at(e) == W::after) && !ends_here(e + 1);
      if (!of_something || p.det == W::the) return e + 1;
      m.type = TimexType::duration;  // "five days after his killing": the length is what is said
      return e;
    }
    default:
      return 0;
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
  const bool day =
      m.unit == TimeUnit::day || m.unit == TimeUnit::hour || m.unit == TimeUnit::minute;
  const bool anaphoric = p.rel == W::previous || p.rel == W::following || p.rel == W::same ||
                         (p.rel == W::next && p.det == W::the && day);
  if (day && !anaphoric) return false;
  set_shift(m, anaphoric ? TimeForm::anaphoric : TimeForm::deictic, direction,
            direction == TimeDirection::same ? 0 : 1);
  return true;
}

// A length of time with something counted in front of it: "$5 a year", "twice a week".
bool Reader::is_rate(const Phrase& p) const {
  if (p.det != W::a || p.counted || p.begin == first_) return false;
  if (before(p.begin) == W::times || before(p.begin) == W::percent) return true;
  for (uint32_t k = p.begin - 1; k > first_ && k + 4 > p.begin; --k) {
    if (at(k - 1) == W::money) return true;
  }
  const Token& token = document_.tokens[p.begin - 1];
  const bool counted =
      p.begin > first_ + 1 && (at(p.begin - 2) == W::number || at(p.begin - 2) == W::cardinal);
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
      if (!plural || p.counted || m.unit != TimeUnit::day || !is_word(p.begin, "these"))
        return false;
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
      if (m.unit == TimeUnit::year)
        return set_shift(m, TimeForm::deictic, TimeDirection::same, 0), true;
      if (m.unit == TimeUnit::day) {  // "later in the day"
        const W lead = p.begin > first_ + 1 ? at(p.begin - 2) : W::none;
        const bool same =
            before(p.begin) == W::in && (lead == W::earlier || lead == W::later || lead == W::late);
        return same && (set_shift(m, TimeForm::anaphoric, TimeDirection::same, 0), true);
      }
      if (m.unit == TimeUnit::weekend) {
        return set_shift(m, TimeForm::deictic, TimeDirection::unsaid, 0), true;
      }
      if (m.unit != TimeUnit::week && m.unit != TimeUnit::month) return false;
      return set_shift(m, TimeForm::deictic, TimeDirection::same, 0), true;
    case W::all:
      return set_duration(m, m.unit, 1), true;
    default:
      return false;
  }
}

// "weeks", "years" alone
bool Reader::bare_unit(const Phrase& p) const {
  if (!has(p.head, kPlural) || p.head != p.begin) return false;
  const W lead = before(p.begin);
  return lead == W::for_ || lead == W::in || lead == W::over || lead == W::after ||
         lead == W::about;
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

// "the year-ago", "the 12th century", "the year 2000", "the one-year anniversary", "year-end"
uint32_t Reader::special_unit(const Phrase& p, TimeMention& m) const {
  if (m.unit == TimeUnit::century && p.ordinal) {
    m.type = TimexType::date;
    m.form = TimeForm::century;
    m.year = (*p.ordinal - 1) * 100;
    return p.end;
  }
  if (p.year_ago) {
    set_shift(m, TimeForm::anaphoric, TimeDirection::past, 1);
    return p.end;
  }
  if (p.counted && at(p.end) == W::anniversary) {
    m.anniversary = true;
    return set_duration(m, m.unit, p.amount), p.end + 1;
  }
  if (const uint32_t e = named_year(p, m)) return e;
  if (m.unit != TimeUnit::year || p.counted) return 0;
  const bool joined = at(p.end) == W::hyphen || at(p.end) == W::s;
  const uint32_t k = joined ? p.end + 1 : p.end;
  if (at(k) != W::end) return 0;
  m.name = "year-end";
  m.year_shift = direction_of(p.rel) == TimeDirection::past ? -1 : 0;
  m.form = TimeForm::holiday;
  return k + 1;
}

// "the second day" of something that is not known here
uint32_t Reader::ordinal_day(const Phrase& p, TimeMention& m) const {
  if (has(p.head, kPlural) || m.unit != TimeUnit::day || p.rel != W::none) return 0;
  if (p.det == W::a || p.det == W::its) return 0;
  set_shift(m, TimeForm::anaphoric, TimeDirection::same, 0);
  m.ordinal = p.ordinal;
  return p.end;
}

// "week-long", "for years"
uint32_t Reader::uncounted(const Phrase& p, TimeMention& m) const {
  const bool plural = has(p.head, kPlural);
  if (p.head == p.begin && at(p.end) == W::hyphen && is_word(p.end + 1, "long")) {
    set_duration(m, m.unit, plural ? std::nullopt : std::optional<double>(1));
    return p.end + 2;
  }
  return bare_unit(p) ? (set_duration(m, m.unit, std::nullopt), p.end) : 0;
}

// A person's age, or the length before its noun whose article is not part of it ("a two-day
// truce").
bool Reader::is_age_or_adjective(const Phrase& p) const {
  const uint32_t next = skip(p.end, W::hyphen);
  if (at(next) == W::old) return true;
  return p.hyphen && p.counted && p.det != W::none && at(p.end) != W::period;
}

uint32_t Reader::unit_phrase(Phrase& p, TimeMention& m) const {
  m.unit = unit_of(lexes_[p.head]);
  if (m.unit == TimeUnit::quarter) return quarter_phrase(p, m);
  if (p.year_ago && p.det != W::none) return 0;
  if (const uint32_t e = special_unit(p, m)) return e;
  if (is_age_or_adjective(p)) return 0;
  if (const uint32_t e = shifted(p, p.end, m)) return e;
  uint32_t e = p.end;
  if (at(e) == W::and_ && at(e + 1) == W::a && at(e + 2) == W::half) {
    p.amount = p.amount.value_or(1) + 0.5;
    p.counted = true;
    e += 3;
  }
  if (p.ordinal && !p.counted && p.det != W::each) return ordinal_day(p, m);
  if (p.hyphen && !p.counted) return 0;
  m.anniversary = before(p.begin) == W::mark && at(e) == W::since;  // "marked one year since"
  const uint32_t or_so = at(e) == W::or_ && at(e + 1) == W::so ? e + 2 : e;
  if (related(p, m) || determined(p, m)) return or_so;
  if (!p.counted) return uncounted(p, m);
  set_duration(m, m.unit, p.amount);
  return at(e) == W::hyphen && is_word(e + 1, "long") ? e + 2 : or_so;
}

}  // namespace sitrep::times
