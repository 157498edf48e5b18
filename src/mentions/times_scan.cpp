// The words before a head: numbers, articles, "last" and "next", modifiers.
#include <charconv>

#include "mentions/times_reader.h"

namespace sitrep::times {

// "12", "2.5", "two", "twenty-four", "a hundred", "2 1/2", "two and a half", "two to three", "two
// or three"
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
    if (value(i) >= 20 && at(ones) == W::cardinal && value(ones) < 10)
      n += value(ones), e = ones + 1;
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
  const bool range =
      at(e) == W::to || at(e) == W::or_ || (at(e) == W::hyphen && at(e + 1) == at(i));
  std::optional<double> second;
  const uint32_t behind =
      range && (at(e + 1) == W::number || at(e + 1) == W::cardinal) ? number(e + 1, second) : 0;
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
    case W::the:
    case W::this_:
    case W::that:
    case W::these:
    case W::each:
    case W::its:
      if ((p.det != W::none && p.det != W::all) || p.counted || p.rel != W::none) return 0;
      if (at(i) == W::that && at(i + 1) != W::unit && at(i + 1) != W::same &&
          at(i + 1) != W::part && at(i + 1) != W::weekday) {
        return 0;  // "said that last week"
      }
      p.det = at(i);
      return p.det == W::each ? skip(skip(i + 1, W::of), W::the) : i + 1;
    case W::all:
      return first ? (p.det = W::all, i + 1) : 0;
    case W::a:
      if (at(i + 1) == W::scale) return count(i, p);
      return first ? (p.det = W::a, i + 1) : 0;
    case W::past:
    case W::last:
    case W::next:
    case W::coming:
    case W::previous:
    case W::following:
    case W::same:
    case W::current:
    case W::latest:
    case W::recent:
      if (p.counted) return 0;
      p.rel = at(i);
      return i + 1;
    case W::ordinal:
      p.ordinal = value(i);
      return i + 1;
    case W::filler:
      return first ? 0 : i + 1;
    case W::more:
      return p.counted ? i + 1 : 0;
    case W::fiscal:
      p.fiscal = true;
      return i + 1;
    case W::early:
      p.modifier = "START";
      return i + 1;
    case W::late:
      p.modifier = "END";
      return i + 1;
    case W::mid:
      p.modifier = "MID";
      return i + 1;
    case W::about:
      return first ? 0 : i + 1;
    case W::hyphen:
      return first ? 0 : (p.hyphen = true, i + 1);
    case W::number:
      if (is_year(i) && value(i) > 1800 && !has(i, kPlural)) return p.year = value(i), i + 1;
      [[fallthrough]];
    default:
      return p.counted ? 0 : count(i, p);
  }
}

// Fills `p` with the words up to a head; false when there is none within a few words.
bool Reader::scan(uint32_t i, Phrase& p) const {
  p.begin = i;
  for (uint32_t k = i; k < last_ && k < i + 9;) {
    const bool year_ago = at(k) == W::unit && value(k) == static_cast<int>(TimeUnit::year) &&
                          at(k + 1) == W::hyphen &&
                          (at(k + 2) == W::ago || at(k + 2) == W::earlier);
    if (year_ago) {
      p.year_ago = true;
      p.head = k;
      p.end = k += 3;
      continue;
    }
    switch (at(k)) {
      case W::unit:
      case W::part:
      case W::season:
      case W::weekday:
      case W::month:
      case W::period:
      case W::time:
      case W::future:
      case W::anniversary:
      case W::half:
        if (at(k) == W::half && (at(k + 1) == W::a || at(k + 1) == W::hyphen)) break;
        p.head = k;
        p.end = k + 1;
        return true;
      default:
        break;
    }
    const uint32_t next = scan_one(k, p);
    if (next == 0) break;
    k = next;
  }
  return p.year_ago;
}

}  // namespace sitrep::times
