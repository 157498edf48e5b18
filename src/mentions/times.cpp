#include "mentions/times.h"

#include <array>

#include "mentions/times_reader.h"

namespace sitrep {

void find_times(const Document& document, std::vector<TimeMention>& times) {
  std::vector<times::Lex> lexes;
  times::classify(document, lexes);
  times::Reader reader(document, lexes, times);
  for (const Sentence& sentence : document.sentences) reader.read_sentence(sentence);
}

namespace times {

namespace {

// Whether a word of a class can begin an expression: by itself, before a word of some class, or not
// at all.
enum class Opening : uint8_t { followed, always, never };

constexpr W kNever[] = {W::none, W::of,     W::on,      W::in,     W::to,      W::and_,   W::or_,
                        W::so,   W::from,   W::between, W::until,  W::by,      W::since,  W::for_,
                        W::per,  W::ago,    W::hence,   W::before, W::after,   W::comma,  W::dot,
                        W::open, W::close,  W::s,       W::money,  W::percent, W::hyphen, W::ampm,
                        W::zone, W::oclock, W::hours,   W::local,  W::than,    W::least,  W::most,
                        W::old,  W::times,  W::eve,     W::mark,   W::period,  W::time};
constexpr W kAlways[] = {W::month,   W::weekday, W::unit,      W::season,  W::part,
                         W::point,   W::decade,  W::clock,     W::hour12,  W::digits,
                         W::deictic, W::tonight, W::overnight, W::regular, W::vague,
                         W::now,     W::future,  W::current,   W::early,   W::late};

constexpr auto kOpenings = [] {
  std::array<Opening, static_cast<size_t>(W::percent) + 1> openings{};
  for (W w : kNever) openings[static_cast<size_t>(w)] = Opening::never;
  for (W w : kAlways) openings[static_cast<size_t>(w)] = Opening::always;
  return openings;
}();

bool has_day(const TimeMention& m) {
  if (m.minute || m.part_of_day != PartOfDay::none || m.type != TimexType::date) return false;
  switch (m.form) {
    case TimeForm::weekday:
      return m.unit == TimeUnit::day;
    case TimeForm::absolute:
      return m.day.has_value();
    case TimeForm::deictic:
    case TimeForm::anaphoric:
    case TimeForm::holiday:
      return m.unit == TimeUnit::day;
    default:
      return false;
  }
}

// The day of `date` with the time of day of `m`.
void put_day(TimeMention& m, TimeMention&& date) {
  date.type = TimexType::time;
  date.minute = m.minute;
  date.zone = m.zone;
  date.part_of_day = m.part_of_day;
  if (!m.modifier.empty()) date.modifier = m.modifier;
  m = std::move(date);
}

}  // namespace

void Reader::read_sentence(const Sentence& sentence) {
  first_ = sentence.first;
  last_ = sentence.last;
  shouting_ = sentence.shouting;
  const size_t from = out_.size();
  for (uint32_t i = first_; i < last_;) {
    if (!may_begin(i)) {
      ++i;
      continue;
    }
    if (const uint32_t e = range_head(i)) {
      i = e;
      continue;
    }
    TimeMention m;
    const uint32_t e = read(i, m);
    if (e == 0) {
      ++i;
      continue;
    }
    push(i, e, std::move(m));
    const uint32_t tail = range_tail(e);
    i = tail != 0 ? tail : e;
  }
  link_ranges(from);
}

// A quick look that spares most words the attempts: "of" begins nothing, "the" nothing before a
// word of no class.
bool Reader::may_begin(uint32_t i) const {
  if (has(i, kNamed)) return true;
  switch (kOpenings[static_cast<size_t>(lexes_[i].w)]) {
    case Opening::never:
      return false;
    case Opening::always:
      return true;
    default:
      break;
  }
  if (at(i) == W::number && (length(i) == 4 || (i > first_ && apostrophe(i - 1)))) return true;
  const uint32_t next = i + 1;
  return next < last_ && (at(next) != W::none || has(next, kNamed) || leads_to_hours(next));
}

void Reader::push(uint32_t begin, uint32_t end, TimeMention&& m) {
  m.tokens = {begin, end};
  out_.push_back(std::move(m));
}

uint32_t Reader::read(uint32_t i, TimeMention& m) {
  std::string modifier;
  const uint32_t start = prefix(i, modifier);
  uint32_t e = core(start, m);
  if (e == 0 && !modifier.empty()) {
    m = {};
    modifier.clear();
    e = core(i, m);
  }
  if (e == 0) return 0;
  const bool clock_words = start != i && at(i) != W::about && m.form == TimeForm::clock;
  if (!modifier.empty()) m.modifier = modifier;
  if (clock_words && at(start) == W::part && m.modifier == "START")
    m.part_of_day = PartOfDay::early_morning;
  const uint32_t behind = finish(e, m);
  const bool part_alone = at(start) == W::part && m.form == TimeForm::clock && modifier.empty();
  return part_alone ? 0 : behind;
}

// "early", "late on", "the end of", "mid-"
uint32_t Reader::edge(uint32_t i, std::string& modifier) const {
  const uint32_t k = at(i) == W::the || at(i) == W::its ? i + 1 : i;
  if (has(k, kMid)) return modifier = "MID", at(k) == W::decade ? i : k;
  switch (at(k)) {
    case W::begin:
    case W::middle:
    case W::end:
      if (at(k + 1) != W::of) return i;
      modifier = at(k) == W::begin ? "START" : at(k) == W::end ? "END" : "MID";
      return k + 2;
    case W::mid:
      modifier = "MID";
      return skip(k + 1, W::hyphen);
    case W::early:
    case W::late: {
      modifier = at(k) == W::early ? "START" : "END";
      const uint32_t e = skip(k + 1, W::hyphen);
      return at(e) == W::on || at(e) == W::in ? e + 1 : e;
    }
    case W::earlier:
    case W::later: {
      if (k != i) return i;
      modifier = at(k) == W::earlier ? "EARLY" : "LATE";
      return at(k + 1) == W::on || at(k + 1) == W::in ? k + 2 : k + 1;
    }
    default:
      return i;
  }
}

// "about", "nearly", "more than", "at least", "up to", "over"
uint32_t Reader::bound(uint32_t i, std::string& modifier) const {
  switch (at(i)) {
    case W::about:
      modifier = "APPROX";
      return i + 1;
    case W::more:
    case W::less:
      if (at(i + 1) != W::than) return i;
      modifier = at(i) == W::more ? "MORE_THAN" : "LESS_THAN";
      return i + 2;
    case W::at:
      if (at(i + 1) != W::least && at(i + 1) != W::most) return i;
      modifier = at(i + 1) == W::least ? "MORE_THAN" : "LESS_THAN";
      return i + 2;
    case W::up:
      if (at(i + 1) != W::to) return i;
      modifier = "LESS_THAN";
      return i + 2;
    case W::over:
      if (at(i + 1) == W::the) return i;
      modifier = "MORE_THAN";
      return i + 1;
    default:
      return i;
  }
}

uint32_t Reader::prefix(uint32_t i, std::string& modifier) const {
  const bool no = is_word(i, "no") && at(i + 2) == W::than;
  const uint32_t k = bound(no ? i + 1 : i, modifier);
  return k > i + (no ? 1 : 0) ? k : edge(i, modifier);
}

uint32_t Reader::core(uint32_t i, TimeMention& m) {
  const auto attempt = [&](auto reading) {
    m = {};
    return (this->*reading)(i, m);
  };
  if (has(i, kNamed)) {
    if (const uint32_t e = attempt(&Reader::named_day)) return e;
  }
  switch (at(i)) {
    case W::month:
      return attempt(&Reader::month_first);
    case W::weekday:
      return attempt(&Reader::weekday);
    case W::number:
    case W::ordinal:
    case W::cardinal:
    case W::hour12:
    case W::clock:
    case W::digits:
      return number_first(i, m);
    case W::decade:
      return attempt(&Reader::decade);
    case W::deictic:
    case W::tonight:
      return attempt(&Reader::deictic);
    case W::overnight:
    case W::part:
      return attempt(&Reader::part_of_day);
    case W::point: {
      const uint32_t e = attempt(&Reader::small_hours);
      return e != 0 ? e : attempt(&Reader::point);
    }
    case W::vague:
    case W::now:
    case W::regular:
      return attempt(&Reader::vague);
    case W::none:
      return attempt(&Reader::small_hours);
    default:
      break;
  }
  for (auto reading : {&Reader::deictic, &Reader::day_first, &Reader::decade, &Reader::small_hours,
                       &Reader::fiscal_year}) {
    if (const uint32_t e = attempt(reading)) return e;
  }
  if (at(i) == W::the && has(i + 1, kNamed)) {
    if (const uint32_t e = named_day(i + 1, m = {})) return e;
  }
  m = {};
  if (const uint32_t e = phrase(i, m)) return e;
  return attempt(&Reader::day_alone);
}

uint32_t Reader::number_first(uint32_t i, TimeMention& m) {
  const bool owned =
      is_year(i) && (at(i + 1) == W::ordinal || at(i + 1) == W::unit || at(i + 1) == W::period);
  for (auto reading :
       {&Reader::iso_date, &Reader::numeric_date, &Reader::clock, &Reader::day_first}) {
    m = {};
    if (const uint32_t e = (this->*reading)(i, m)) return e;
  }
  m = {};
  if (owned) {
    if (const uint32_t e = phrase(i, m)) return e;
  }
  m = {};
  if (const uint32_t e = year(i, m)) return e;
  return phrase(i, m = {});
}

// "now", "recently", "daily"
uint32_t Reader::vague(uint32_t i, TimeMention& m) const {
  if (at(i) == W::regular) {
    m.type = TimexType::set;
    m.form = TimeForm::set;
    m.unit = static_cast<TimeUnit>(value(i));
    m.amount = 1;
    return i + 1;
  }
  m.form = TimeForm::vague;
  m.name = kReferences[at(i) == W::vague ? value(i) : 0];
  return i + 1;
}

// A date with a day in it, as may stand beside a time of day or behind "two days before".
uint32_t Reader::day_expression(uint32_t i, TimeMention& m) {
  const bool named = has(i, kNamed);
  std::string modifier;
  i = edge(i, modifier);
  const uint32_t e = core(i, m);
  if (e == 0 || !(has_day(m) || (named && m.form == TimeForm::holiday))) return 0;
  const bool counted = m.form == TimeForm::anaphoric && m.amount.value_or(0) > 1;
  if (!modifier.empty()) m.modifier = modifier;
  return counted ? 0 : e;
}

// Behind a day: "night", "at 10 p.m.", ", 10:30 GMT", "in the morning", "at dawn".
uint32_t Reader::add_time_of_day(uint32_t end, TimeMention& m) const {
  uint32_t k = end;
  TimeMention time;
  if (at(k) == W::part && !has(k, kPlural)) {
    m.part_of_day = static_cast<PartOfDay>(value(k));
    m.type = TimexType::time;
    return k + 1;
  }
  if (at(k) == W::overnight)
    return m.part_of_day = PartOfDay::night, m.type = TimexType::time, k + 1;
  if (at(k) == W::in && at(k + 1) == W::the && at(k + 2) == W::part) k += 2;
  if (k > end)
    return m.part_of_day = static_cast<PartOfDay>(value(k)), m.type = TimexType::time, k + 1;
  k = skip(skip(k, W::comma), W::at);
  if (at(k) == W::about) ++k;
  uint32_t e = clock(k, time);
  if (e == 0 && (at(k) != W::point || k > end)) e = point(k, time);
  if (e == 0) return end;
  m.minute = time.minute;
  m.zone = time.zone;
  m.part_of_day = time.part_of_day;
  m.type = TimexType::time;
  return e;
}

// Behind a time of day: "Thursday", "on 5 May", ", Nov. 6", "of Jan. 3", "yesterday".
uint32_t Reader::add_date(uint32_t end, TimeMention& m) {
  uint32_t k = skip(end, W::comma);
  if (at(k) == W::on || at(k) == W::of) ++k;
  TimeMention date;
  const uint32_t e = day_expression(k, date);
  if (e == 0 || (k == end + 1 && at(end) == W::comma && date.form == TimeForm::anaphoric))
    return end;
  put_day(m, std::move(date));
  return e;
}

// "two days before" and the date that it counts from.
uint32_t Reader::add_given_date(uint32_t end, TimeMention& m) {
  if (m.form != TimeForm::anaphoric || !m.amount || *m.amount > 10000) return 0;
  const uint32_t k = at(end) == W::before || at(end) == W::after ? end + 1 : end;
  if (at(k - 1) != W::before && at(k - 1) != W::after) return 0;
  TimeMention date;
  const uint32_t e = day_expression(k, date);
  if (e == 0) return 0;
  date.offset = static_cast<int>(*m.amount) * static_cast<int>(m.direction);
  date.offset_unit = m.unit;
  date.modifier = m.modifier;
  m = std::move(date);
  return e;
}

// "the week of March 6"
uint32_t Reader::add_week(uint32_t end, TimeMention& m) {
  const bool week = m.unit == TimeUnit::week || m.unit == TimeUnit::weekend;
  if (m.form != TimeForm::deictic || !week || at(end) != W::of) return 0;
  TimeMention date;
  const uint32_t e = day_expression(end + 1, date);
  if (e == 0) return 0;
  date.offset_unit = m.unit;
  m = std::move(date);
  return e;
}

// "Wednesday afternoon, July 9": which Wednesday it was.
uint32_t Reader::add_day_of_month(uint32_t end, TimeMention& m) const {
  if (m.form != TimeForm::weekday || m.part_of_day == PartOfDay::none || at(end) != W::comma)
    return end;
  TimeMention date;
  uint32_t e = month_first(end + 1, date);
  if (e == 0 || !date.day) e = day_first(end + 1, date);
  if (e == 0 || !date.day) return end;
  date.type = m.type;
  date.weekday = m.weekday;
  date.part_of_day = m.part_of_day;
  date.minute = m.minute;
  m = std::move(date);
  return e;
}

// Joins what belongs together behind the core.
uint32_t Reader::finish(uint32_t end, TimeMention& m) {
  if (const uint32_t e = possessed(end, m)) return e;
  if (const uint32_t e = add_given_date(end, m)) return e;
  if (const uint32_t e = add_week(end, m)) return e;
  if (m.form == TimeForm::duration && at(end) == W::period) return end + 1;
  if (m.form == TimeForm::set && m.weekday && at(end) == W::part) {
    m.part_of_day = static_cast<PartOfDay>(value(end));
    return end + 1;
  }
  if (m.form == TimeForm::weekday && at(end) == W::part && has(end, kPlural)) {  // "Tuesday nights"
    m.type = TimexType::set;
    m.form = TimeForm::set;
    m.part_of_day = static_cast<PartOfDay>(value(end));
    return end + 1;
  }
  if (has_day(m)) return add_day_of_month(add_time_of_day(end, m), m);
  if (m.form == TimeForm::clock) return add_date(end, m);
  return end;
}

}  // namespace times

}  // namespace sitrep
