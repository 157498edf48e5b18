// The words that time expressions are made of: one small class and value for each token.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/document.h"
#include "mentions/mentions.h"

namespace sitrep::times {

// What a word can be in a time expression. Where `value` means something it says so.
enum class W : uint8_t {
  none,
  month,     // 1 to 12
  weekday,   // 1 to 7
  unit,      // TimeUnit
  season,    // 0 spring, 1 summer, 2 autumn, 3 winter
  part,      // PartOfDay: morning, night
  point,     // minute of the day: noon, midnight; or PartOfDay with kDim: dawn, dusk
  cardinal,  // the number, in words
  scale,     // 100, 1000
  ordinal,   // in words or digits: third, 3rd
  number,    // digits; kPlural when written with separators
  fraction,  // 1/2 as twice its value
  decade,    // 1990s: 1990; nineties, 90s: 90
  clock,     // 19:30 as minute of the day
  hour12,    // 9am, 9.30pm as minute of the day
  digits,    // 12/05/2020: to be read again
  deictic,   // shift in days: today, yesterday
  tonight,
  overnight,
  regular,  // TimeUnit: daily, weekly
  vague,    // index in kReferences
  ampm,     // 0, 720
  zone,     // minutes east of UTC
  oclock,
  hours,
  local,
  the,
  a,
  this_,
  that,
  these,
  each,
  all,
  its,
  last,
  past,
  previous,
  next,
  coming,
  following,
  same,
  current,
  recent,
  latest,
  few,
  couple,
  of,
  on,
  in,
  at,
  to,
  and_,
  or_,
  so,
  from,
  between,
  until,
  by,
  since,
  for_,
  per,
  ago,
  earlier,
  later,
  before,
  after,
  hence,
  now,
  early,
  late,
  mid,
  begin,
  middle,
  end,
  half,
  about,
  more,
  less,
  than,
  least,
  most,
  up,
  over,
  filler,  // full, consecutive, trading: may stand before a unit
  fiscal,
  period,
  time,
  future,
  old,
  times,
  eve,
  anniversary,
  mark,
  hyphen,
  comma,
  dot,
  open,
  close,
  s,
  money,
  percent,
};

constexpr uint8_t kPlural = 1;
constexpr uint8_t kShort = 2;      // an abbreviation: needs a number beside it
constexpr uint8_t kAmbiguous = 4;  // may, march, spring, fall: needs company
constexpr uint8_t kNamed = 8;      // begins the name of a day (named_days)
constexpr uint8_t kMid = 32;       // "mid-November" as one token: the rest of it is meant
constexpr uint8_t kDim = 16;       // dawn, dusk: a part of the day without a minute

struct Lex {
  W w = W::none;
  uint8_t flags = 0;
  int value = 0;
  bool has(uint8_t flag) const { return (flags & flag) != 0; }
};

// "mid-November" to "November", all else as it is.
std::string_view without_mid(std::string_view word);

// "third", "3rd": 3; nothing of other words.
std::optional<int> ordinal_at(const Document& document, uint32_t token);

// One Lex for each token.
void classify(const Document& document, std::vector<Lex>& lexes);

// A word's key, made when the program is compiled.
struct Word {
  Key key;
  consteval Word(const char* normal) : key(sitrep::key(normal)) {}
};

constexpr std::string_view kReferences[] = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"};

// How the date of a named day follows from the year.
enum class DayRule : uint8_t {
  fixed,        // month a, day b
  nth_weekday,  // b-th (-1: last) weekday c of month a
  easter,       // a days after western Easter
  orthodox,     // a days after eastern Easter
  islamic,      // month a, day b of the tabular Islamic calendar; c days long
  hebrew,       // month a (Nisan 1), day b; c days long
  once,         // 2001-09-11 alone: year a, month b, day c
  unknown,      // no rule here
};

struct NamedDay {
  std::string_view phrase;  // normal words with single spaces
  DayRule rule = DayRule::unknown;
  int a = 0;
  int b = 0;
  int c = 0;
};

std::span<const NamedDay> named_days();

}  // namespace sitrep::times
