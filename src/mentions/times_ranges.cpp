// Ranges: "between 3 and 5 May", "May 3-5", "1990-95", "from Monday to Wednesday".
#include "mentions/times_reader.h"

namespace sitrep::times {

namespace {

bool is_point(const TimeMention& m) {
  return (m.type == TimexType::date || m.type == TimexType::time) && m.form != TimeForm::vague;
}

constexpr bool joins(W w) {
  return w == W::hyphen || w == W::to || w == W::and_ || w == W::or_ || w == W::until;
}

}  // namespace

// The "3" of "3 to 5 May" or of "3 to 5 p.m.", which has its month or half of the day from what
// follows.
uint32_t Reader::range_head(uint32_t i) {
  const bool number = at(i) == W::number && length(i) <= 2 && value(i) >= 1 && value(i) <= 31;
  if (!number || !joins(at(i + 1)) || at(i + 2) != W::number) return 0;
  TimeMention second;
  TimeMention m;
  if (day_first(i + 2, second) != 0 && second.day && *second.day > value(i)) {
    m = second;
    m.day = value(i);
  } else if (value(i) <= 12 && at(i + 3) == W::ampm && clock(i + 2, second = {}) != 0) {
    m = second;
    m.minute = value(i) % 12 * 60 + value(i + 3);
  } else {
    return 0;
  }
  push(i, i + 1, std::move(m));
  return i + 1;
}

// The "5" of "May 3-5" and the "95" of "1990-95".
uint32_t Reader::range_tail(uint32_t end) {
  const TimeMention& last = out_.back();
  if (last.form != TimeForm::absolute || !joins(at(end)) || at(end + 1) != W::number) return 0;
  const uint32_t i = end + 1;
  if (length(i) > 2 || at(i + 1) == W::month || at(i + 1) == W::unit || at(i + 1) == W::ampm)
    return 0;
  if (last.day && last.year) return 0;  // "Taiz, 3 May 2023 - 14 shells ...": a dateline's dash
  TimeMention m = last;
  if (!last.day && !last.month && last.year) {
    const bool years = at(end) == W::hyphen && length(i) == 2 && value(i) > *last.year % 100;
    if (!years) return 0;
    m.year = *last.year / 100 * 100 + value(i);
    push(i, i + 1, std::move(m));
    return i + 1;
  }
  const bool measures = at(i + 1) == W::hyphen && at(i + 2) == W::unit;  // "May 3 - 14-year-old"
  const bool days = last.day && value(i) > *last.day && value(i) <= 31 && !last.minute && !measures;
  if (!days || (at(end) != W::hyphen && is_noun(i + 1)) || at(i + 1) == W::percent) return 0;
  m.day = value(i);
  const uint32_t e = m.year ? i + 1 : year_after(i + 1, m, false);
  if (m.year) out_.back().year = m.year;
  push(i, e, std::move(m));
  return e;
}

void Reader::link_ranges(size_t from) {
  for (size_t k = from; k + 1 < out_.size(); ++k) {
    TimeMention& a = out_[k];
    const TimeMention& b = out_[k + 1];
    const uint32_t gap = a.tokens.last;
    if (!is_point(a) || !is_point(b) || b.tokens.first != gap + 1) continue;
    const bool between = at(gap) == W::and_ && before(a.tokens.first) == W::between;
    if (!between && at(gap) != W::to && at(gap) != W::hyphen && at(gap) != W::until) continue;
    a.range_end = static_cast<uint32_t>(k + 1);
    if (a.month && !a.year && b.month && b.year) a.year = *b.year - (*a.month > *b.month ? 1 : 0);
  }
}

}  // namespace sitrep::times
