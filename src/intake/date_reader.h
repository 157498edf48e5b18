// Dates and times of day, read from tokens. Text is split once; each reader takes what it reads or
// stays where it was.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sitrep/values.h"

namespace sitrep {

struct DateToken {
  enum class Kind { word, number, mark } kind = Kind::mark;
  std::string text;  // lower case
  int value = 0;     // of a number
};

bool is_weekday(std::string_view lower_word);
bool is_time_zone(std::string_view lower_word);
unsigned month_of(std::string_view lower_word);  // 1 to 12, 0: none
int number_value(std::string_view digits);       // of the first eight

class DateReader {
 public:
  explicit DateReader(std::string_view text, bool short_years = false);

  bool at_end() const { return at_ >= tokens_.size(); }
  void step() { ++at_; }
  const DateToken& here() const { return look(0); }

  std::optional<Day> calendar();  // day, month and year in any order that is clear
  bool day_and_month();
  std::optional<int> clock();  // minute of the day
  void skip_zone_offset();     // "+02:00" and "-0500" behind a time, not the dash before a date

 private:
  const DateToken& look(size_t ahead) const;
  bool mark(std::string_view text);
  bool word(std::string_view text);
  std::optional<int> number(int least, int most);
  unsigned month();
  void ordinal();
  std::optional<int> year();
  std::optional<Day> iso();
  std::optional<Day> month_first();
  std::optional<Day> day_first();
  std::optional<Day> figures();
  std::optional<int> clock_of_figures();
  void seconds();
  char half_of_day();

  std::vector<DateToken> tokens_;
  size_t at_ = 0;
  bool short_years_;
};

}  // namespace sitrep
