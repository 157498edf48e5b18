#include "intake/date_reader.h"

#include <algorithm>
#include <array>

#include "core/dates.h"
#include "core/text.h"

namespace sitrep {

namespace {

constexpr size_t kMaxTokens = 4000;

bool is_letter(char c) { return is_upper(c) || is_lower(c); }

DateToken number_token(std::string_view digits) {
  return {DateToken::Kind::number, std::string(digits), number_value(digits)};
}

std::vector<DateToken> tokens_of(std::string_view text) {
  std::vector<DateToken> tokens;
  for (size_t i = 0; i < text.size() && tokens.size() < kMaxTokens;) {
    const size_t begin = i;
    if (is_letter(text[i])) {
      while (i < text.size() && is_letter(text[i])) ++i;
      tokens.push_back({DateToken::Kind::word, lower_ascii(text.substr(begin, i - begin)), 0});
    } else if (is_digit(text[i])) {
      while (i < text.size() && is_digit(text[i])) ++i;
      tokens.push_back(number_token(text.substr(begin, i - begin)));
    } else {
      next_code_point(text, i);
      if (!is_ascii_space(text[begin])) {
        tokens.push_back({DateToken::Kind::mark, std::string(text.substr(begin, i - begin)), 0});
      }
    }
  }
  return tokens;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<Day> make(std::optional<int> y, unsigned m, std::optional<int> d) {
  return y && d && m > 0 ? make_day(*y, m, static_cast<unsigned>(*d)) : std::nullopt;
}

}  // namespace

int number_value(std::string_view digits) {
  int value = 0;
  for (char c : digits.substr(0, 8)) value = value * 10 + (c - '0');
  return value;
}

// Whether a word in lower case is a name, or its first letters, up to so many: "sept", "thurs".
bool names(std::string_view word, std::string_view name, size_t most_letters) {
  const bool begins = word.size() <= name.size() &&
                      std::ranges::equal(word, name.substr(0, word.size()), {}, {}, to_lower);
  return begins && word.size() >= 3 && (word.size() <= most_letters || word.size() == name.size());
}

unsigned month_of(std::string_view word) {
  for (unsigned i = 0; i < kMonthNames.size(); ++i) {
    if (names(word, kMonthNames[i], 4)) return i + 1;
  }
  return 0;
}

bool is_weekday(std::string_view word) {
  return std::ranges::any_of(kWeekdayNames,
                             [&](std::string_view day) { return names(word, day, 5); });
}

bool is_time_zone(std::string_view word) {
  return is_one_of(word, {"gmt",   "utc", "est",     "edt", "cst", "cdt", "mst",   "mdt",  "pst",
                          "pdt",   "et",  "ct",      "pt",  "bst", "cet", "cest",  "eet",  "eest",
                          "ist",   "msk", "z",       "ast", "wib", "pkt", "local", "time", "hrs",
                          "hours", "h",   "eastern", "eat", "cat", "wat", "sast"});
}

DateReader::DateReader(std::string_view text, bool short_years)
    : tokens_(tokens_of(text)), short_years_(short_years) {}

std::optional<Day> DateReader::calendar() {
  const size_t begin = at_;
  for (auto reader :
       {&DateReader::iso, &DateReader::month_first, &DateReader::day_first, &DateReader::figures}) {
    if (const auto day = (this->*reader)()) return day;
    at_ = begin;
  }
  return std::nullopt;
}

bool DateReader::day_and_month() {
  const size_t begin = at_;
  const unsigned first = month();
  const bool day = number(1, 31).has_value();
  if (day) ordinal();
  if (day && (first > 0 || month() > 0)) return true;
  at_ = begin;
  return false;
}

std::optional<int> DateReader::clock() {
  const size_t begin = at_;
  if (const auto minute = clock_of_figures()) return minute;
  at_ = begin;
  return std::nullopt;
}

void DateReader::skip_zone_offset() {
  const bool sign = look(0).text == "+" || look(0).text == "-";
  if (!sign || look(1).kind != DateToken::Kind::number) return;
  if (look(1).text.size() == 4 && at_ + 2 >= tokens_.size()) at_ += 2;
  if (look(1).text.size() == 2 && look(2).text == ":") at_ += 4;
}

const DateToken& DateReader::look(size_t ahead) const {
  static const DateToken kNone;
  return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : kNone;
}

bool DateReader::mark(std::string_view text) {
  if (look(0).kind != DateToken::Kind::mark || look(0).text != text) return false;
  ++at_;
  return true;
}

bool DateReader::word(std::string_view text) {
  if (look(0).kind != DateToken::Kind::word || look(0).text != text) return false;
  ++at_;
  return true;
}

std::optional<int> DateReader::number(int least, int most) {
  const DateToken& t = look(0);
  if (t.kind != DateToken::Kind::number || t.text.size() > 4 || t.value < least || t.value > most)
    return std::nullopt;
  ++at_;
  return t.value;
}

unsigned DateReader::month() {
  const unsigned m = look(0).kind == DateToken::Kind::word ? month_of(look(0).text) : 0;
  if (m > 0) ++at_, mark(".");
  return m;
}

void DateReader::ordinal() {
  for (auto suffix : {"st", "nd", "rd", "th", "d"}) {
    if (word(suffix)) return;
  }
}

std::optional<int> DateReader::year() {
  const size_t digits = look(0).text.size();
  if (digits == 4) return number(1800, 2199);
  if (!short_years_ || digits != 2) return std::nullopt;
  const auto two = number(0, 99);
  if (!two) return std::nullopt;
  return *two < 50 ? 2000 + *two : 1900 + *two;
}

std::optional<Day> DateReader::iso() {
  const auto y = look(0).text.size() == 4 ? number(1800, 2199) : std::nullopt;
  if (!y || !(mark("-") || mark("/"))) return std::nullopt;
  const auto m = number(1, 12);
  if (!m || !(mark("-") || mark("/"))) return std::nullopt;
  return make(y, static_cast<unsigned>(*m), number(1, 31));
}

std::optional<Day> DateReader::month_first() {
  const unsigned m = month();
  const auto d = m > 0 ? number(1, 31) : std::nullopt;
  if (!d) return std::nullopt;
  ordinal();
  mark(",");
  return make(year(), m, d);
}

std::optional<Day> DateReader::day_first() {
  const auto d = number(1, 31);
  if (!d) return std::nullopt;
  ordinal();
  word("of");
  mark("-");
  const unsigned m = month();
  if (!mark(",")) mark("-");
  return make(year(), m, d);
}

std::optional<Day> DateReader::figures() {
  const auto a = number(1, 31);
  const bool dots = mark(".");
  if (!a || (!dots && !mark("/"))) return std::nullopt;
  const auto b = number(1, 31);
  if (!b || !(dots ? mark(".") : mark("/"))) return std::nullopt;
  const auto y = look(0).text.size() == 4 ? year() : std::nullopt;
  if (dots || *a > 12 || *a == *b) return make(y, static_cast<unsigned>(*b), a);
  return *b > 12 ? make(y, static_cast<unsigned>(*a), b) : std::nullopt;
}

std::optional<int> DateReader::clock_of_figures() {
  const DateToken& first = look(0);
  if (first.kind == DateToken::Kind::number && first.text.size() == 4 && first.value % 100 < 60 &&
      first.value < 2400 && is_time_zone(look(1).text)) {
    ++at_;
    return first.value / 100 * 60 + first.value % 100;  // 0910 GMT
  }
  const auto hours = number(0, 24);
  if (!hours) return std::nullopt;
  std::optional<int> minutes;
  if (mark(":") || (look(0).text == "." && mark(".")) || word("h")) minutes = number(0, 59);
  if (minutes && mark(":")) seconds();
  const auto half = half_of_day();
  if (!minutes && half == 0) return std::nullopt;
  int hour = *hours;
  if (half == 'p' && hour < 12) hour += 12;
  if (half == 'a' && hour == 12) hour = 0;
  return hour % 24 * 60 + minutes.value_or(0);
}

void DateReader::seconds() {
  number(0, 60);
  if (mark(".")) number(0, 9999) || (look(0).kind == DateToken::Kind::number && (++at_, true));
}

char DateReader::half_of_day() {
  for (auto [whole, letter] : {std::pair("am", "a"), std::pair("pm", "p")}) {
    if (word(whole)) return *letter;
    if (look(0).text == letter && look(1).text == "." && look(2).text == "m") {
      at_ += 3;
      mark(".");
      return *letter;
    }
  }
  return 0;
}

}  // namespace sitrep
