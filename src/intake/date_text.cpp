#include "intake/date_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/dates.h"
#include "core/text.h"

namespace sitrep {

namespace {

struct Token {
  enum class Kind { word, number, mark } kind = Kind::mark;
  std::string text;  // lower case
  int value = 0;     // of a number
};

constexpr size_t kMaxTokens = 4000;

bool is_letter(char c) { return is_upper(c) || is_lower(c); }

int number_value(std::string_view digits) {
  int value = 0;
  for (char c : digits.substr(0, 8)) value = value * 10 + (c - '0');
  return value;
}

Token number_token(std::string_view digits) {
  return {Token::Kind::number, std::string(digits), number_value(digits)};
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (size_t i = 0; i < text.size() && tokens.size() < kMaxTokens;) {
    const size_t begin = i;
    if (is_letter(text[i])) {
      while (i < text.size() && is_letter(text[i])) ++i;
      tokens.push_back({Token::Kind::word, lower_ascii(text.substr(begin, i - begin)), 0});
    } else if (is_digit(text[i])) {
      while (i < text.size() && is_digit(text[i])) ++i;
      tokens.push_back(number_token(text.substr(begin, i - begin)));
    } else {
      next_code_point(text, i);
      if (!is_ascii_space(text[begin])) {
        tokens.push_back({Token::Kind::mark, std::string(text.substr(begin, i - begin)), 0});
      }
    }
  }
  return tokens;
}

unsigned month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  if (word.size() < 3) return 0;
  for (unsigned i = 0; i < 12; ++i) {
    if (kMonths[i].starts_with(word) && (word.size() <= 4 || word == kMonths[i])) return i + 1;
  }
  return 0;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_weekday(std::string_view word) {
  constexpr std::array<std::string_view, 7> kDays = {"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
  return word.size() >= 3 && std::any_of(kDays.begin(), kDays.end(), [&](std::string_view day) {
           return day.starts_with(word) && (word.size() <= 5 || word == day);
         });
}

bool is_zone(std::string_view word) {
  return is_one_of(word, {"gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "et", "ct",
                          "pt", "bst", "cet", "cest", "eet", "eest", "ist", "msk", "z", "ast", "wib", "pkt",
                          "local", "time", "hrs", "hours", "h", "eastern", "eat", "cat", "wat", "sast"});
}

bool is_label(std::string_view word) {
  return is_one_of(word, {"published", "publish", "posted", "updated", "update", "last", "modified", "first",
                          "date", "issued", "created", "filed", "released", "originally", "edited", "added"});
}

bool is_update_label(std::string_view word) {
  return is_one_of(word, {"updated", "update", "modified", "edited"});
}

bool is_filler(const Token& t) {
  if (t.kind == Token::Kind::word) return is_one_of(t.text, {"at", "on", "the"});
  return t.kind == Token::Kind::mark &&
         is_one_of(t.text, {",", "-", ":", "|", "/", ".", "(", ")", "[", "]", ";", "*", "\xE2\x80\x93",
                            "\xE2\x80\x94", "\xC2\xB7", "\xE2\x80\xA2"});
}

// Walks over tokens; each reader either takes what it reads or stays where it was.
class DateReader {
 public:
  explicit DateReader(std::string_view text, bool short_years = false)
      : tokens_(tokens_of(text)), short_years_(short_years) {}

  bool at_end() const { return at_ >= tokens_.size(); }
  void step() { ++at_; }
  const Token& here() const { return look(0); }

  std::optional<Day> calendar() {
    const size_t begin = at_;
    for (auto reader : {&DateReader::iso, &DateReader::month_first, &DateReader::day_first,
                        &DateReader::figures}) {
      if (const auto day = (this->*reader)()) return day;
      at_ = begin;
    }
    return std::nullopt;
  }

  bool day_and_month() {
    const size_t begin = at_;
    const unsigned first = month();
    const bool day = number(1, 31).has_value();
    if (day) ordinal();
    if (day && (first > 0 || month() > 0)) return true;
    at_ = begin;
    return false;
  }

  std::optional<int> clock() {
    const size_t begin = at_;
    if (const auto minute = clock_of_figures()) return minute;
    at_ = begin;
    return std::nullopt;
  }

  // "+02:00" and "-0500" behind a time, not the dash before a date.
  void skip_zone_offset() {
    const bool sign = look(0).text == "+" || look(0).text == "-";
    if (!sign || look(1).kind != Token::Kind::number) return;
    if (look(1).text.size() == 4 && at_ + 2 >= tokens_.size()) at_ += 2;
    if (look(1).text.size() == 2 && look(2).text == ":") at_ += 4;
  }

 private:
  const Token& look(size_t ahead) const {
    static const Token kNone;
    return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : kNone;
  }
  bool mark(std::string_view text) {
    if (look(0).kind != Token::Kind::mark || look(0).text != text) return false;
    ++at_;
    return true;
  }
  bool word(std::string_view text) {
    if (look(0).kind != Token::Kind::word || look(0).text != text) return false;
    ++at_;
    return true;
  }
  std::optional<int> number(int least, int most) {
    const Token& t = look(0);
    if (t.kind != Token::Kind::number || t.text.size() > 4 || t.value < least || t.value > most) return std::nullopt;
    ++at_;
    return t.value;
  }
  unsigned month() {
    const unsigned m = look(0).kind == Token::Kind::word ? month_of(look(0).text) : 0;
    if (m > 0) ++at_, mark(".");
    return m;
  }
  void ordinal() {
    for (auto suffix : {"st", "nd", "rd", "th", "d"}) {
      if (word(suffix)) return;
    }
  }
  std::optional<int> year() {
    const size_t digits = look(0).text.size();
    if (digits == 4) return number(1800, 2199);
    if (!short_years_ || digits != 2) return std::nullopt;
    const auto two = number(0, 99);
    if (!two) return std::nullopt;
    return *two < 50 ? 2000 + *two : 1900 + *two;
  }
  static std::optional<Day> make(std::optional<int> y, unsigned m, std::optional<int> d) {
    return y && d && m > 0 ? make_day(*y, m, static_cast<unsigned>(*d)) : std::nullopt;
  }

  std::optional<Day> iso() {
    const auto y = look(0).text.size() == 4 ? number(1800, 2199) : std::nullopt;
    if (!y || !(mark("-") || mark("/"))) return std::nullopt;
    const auto m = number(1, 12);
    if (!m || !(mark("-") || mark("/"))) return std::nullopt;
    return make(y, static_cast<unsigned>(*m), number(1, 31));
  }
  std::optional<Day> month_first() {
    const unsigned m = month();
    const auto d = m > 0 ? number(1, 31) : std::nullopt;
    if (!d) return std::nullopt;
    ordinal();
    mark(",");
    return make(year(), m, d);
  }
  std::optional<Day> day_first() {
    const auto d = number(1, 31);
    if (!d) return std::nullopt;
    ordinal();
    word("of");
    mark("-");
    const unsigned m = month();
    if (!mark(",")) mark("-");
    return make(year(), m, d);
  }
  // 05.01.2022 is a day and a month; 13/01/2022 can only be so; 01/13/2022 only the other way; 05/01/2022 is refused.
  std::optional<Day> figures() {
    const auto a = number(1, 31);
    const bool dots = mark(".");
    if (!a || (!dots && !mark("/"))) return std::nullopt;
    const auto b = number(1, 31);
    if (!b || !(dots ? mark(".") : mark("/"))) return std::nullopt;
    const auto y = look(0).text.size() == 4 ? year() : std::nullopt;
    if (dots || *a > 12 || *a == *b) return make(y, static_cast<unsigned>(*b), a);
    return *b > 12 ? make(y, static_cast<unsigned>(*a), b) : std::nullopt;
  }

  std::optional<int> clock_of_figures() {
    const Token& first = look(0);
    if (first.kind == Token::Kind::number && first.text.size() == 4 && first.value % 100 < 60 &&
        first.value < 2400 && is_zone(look(1).text)) {
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
  void seconds() {
    number(0, 60);
    if (mark(".")) number(0, 9999) || (look(0).kind == Token::Kind::number && (++at_, true));
  }
  char half_of_day() {
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

  std::vector<Token> tokens_;
  size_t at_ = 0;
  bool short_years_;
};

class LineReader {
 public:
  explicit LineReader(std::string_view text) : reader_(text) {}

  std::optional<DateText> run() {
    while (!reader_.at_end()) {
      if (!step()) return std::nullopt;
    }
    if (!day_) return std::nullopt;
    return DateText{*day_, minute_, labelled_, day_updated_};
  }

 private:
  bool step() {
    const Token token = reader_.here();
    if (const auto day = reader_.calendar()) return take(*day);
    if (const auto minute = reader_.clock()) {
      if (!minute_ && !closed_) minute_ = minute;
      reader_.skip_zone_offset();
      return true;
    }
    if (token.kind == Token::Kind::word && is_label(token.text)) {
      labelled_ = true;
      updated_ = is_update_label(token.text) || (updated_ && token.text == "last");
    } else if (token.kind == Token::Kind::word && !is_weekday(token.text) && !is_zone(token.text) &&
               !is_filler(token) && token.text != "t") {
      return false;
    } else if (token.kind != Token::Kind::word && !is_filler(token)) {
      return false;
    }
    reader_.step();
    return true;
  }

  // Of two dates the first counts, unless it only tells of a change.
  bool take(Day day) {
    if (day_ && !(day_updated_ && !updated_)) {
      closed_ = true;
      return true;
    }
    if (day_) minute_.reset();
    day_ = day;
    day_updated_ = updated_;
    updated_ = false;
    return true;
  }

  DateReader reader_;
  std::optional<Day> day_;
  std::optional<int> minute_;
  bool labelled_ = false;
  bool updated_ = false;
  bool day_updated_ = false;
  bool closed_ = false;
};

constexpr size_t kLongestDate = 160;

bool plausible(Day day) {
  const int year = static_cast<int>(civil(day).year());
  return year >= 1900 && year <= 2100;
}

// Eight figures that stand alone: 20220105.
std::optional<Day> compact_date(std::string_view digits) {
  if (digits.size() != 8) return std::nullopt;
  const auto day = make_day(number_value(digits.substr(0, 4)),
                            static_cast<unsigned>(number_value(digits.substr(4, 2))),
                            static_cast<unsigned>(number_value(digits.substr(6, 2))));
  return day && plausible(*day) ? day : std::nullopt;
}

// /2022/01/05, /2022/jan/05, 2022-01-05, 2022_01_05 beginning at a figure.
std::optional<Day> parted_date(std::string_view text) {
  const auto part = [&](size_t most) {
    size_t size = 0;
    while (size < text.size() && size < most && (is_digit(text[size]) || is_letter(text[size]))) ++size;
    const auto word = text.substr(0, size);
    text.remove_prefix(std::min(text.size(), size + 1));
    return word;
  };
  const bool parted = text.size() > 4 && (text[4] == '/' || text[4] == '-' || text[4] == '_');
  if (!parted) return std::nullopt;
  const int year = number_value(part(4));
  const auto month = part(9);
  const auto day = part(2);
  if (month.empty() || day.empty() || !is_digit(day[0]) || (day.size() == 2 && !is_digit(day[1]))) return std::nullopt;
  const unsigned m = is_digit(month[0]) ? static_cast<unsigned>(number_value(month)) : month_of(lower_ascii(month));
  const auto made = m > 0 ? make_day(year, m, static_cast<unsigned>(number_value(day))) : std::nullopt;
  return made && plausible(*made) ? made : std::nullopt;
}

}  // namespace

std::optional<DateText> read_date(std::string_view text) {
  if (text.size() > kLongestDate) return std::nullopt;
  auto date = LineReader(text).run();
  return date && plausible(date->day) ? date : std::nullopt;
}

std::optional<Day> read_wire_date(std::string_view text) {
  if (text.size() > kLongestDate) return std::nullopt;
  DateReader reader(text, true);
  if (reader.here().kind == Token::Kind::word && is_weekday(reader.here().text)) reader.step();
  const auto day = reader.calendar();
  return day && reader.at_end() ? day : std::nullopt;
}

bool is_day_and_month(std::string_view text) {
  if (text.size() > 40) return false;
  DateReader reader(text);
  return reader.day_and_month() && reader.at_end();
}

std::optional<Day> latest_date_in(std::string_view text) {
  std::optional<Day> latest;
  for (DateReader reader(text); !reader.at_end();) {
    const auto day = reader.calendar();
    if (!day) {
      reader.step();
    } else if (plausible(*day) && (!latest || *day > *latest)) {
      latest = day;
    }
  }
  return latest;
}

std::optional<Day> date_in_address(std::string_view uri) {
  const size_t archived = uri.find("web.archive.org/web/");
  if (archived != std::string_view::npos) {  // the day of archiving says nothing
    uri.remove_prefix(archived + 20);
    uri.remove_prefix(std::min(uri.size(), uri.find('/')));
  }
  std::optional<Day> found;
  for (size_t i = 0; i < uri.size() && !found; ++i) {
    if (!is_digit(uri[i]) || (i > 0 && (is_digit(uri[i - 1])))) continue;
    const size_t size = std::min(uri.find_first_not_of("0123456789", i), uri.size()) - i;
    found = size == 4 ? parted_date(uri.substr(i)) : compact_date(uri.substr(i, size));
  }
  return found;
}

}  // namespace sitrep
