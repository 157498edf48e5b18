#include "intake/date_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "core/dates.h"
#include "core/text.h"
#include "intake/date_reader.h"

namespace sitrep {

namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_label(std::string_view word) {
  return is_one_of(
      word, {"published", "publish", "posted", "updated", "update", "last", "modified", "first",
             "date", "issued", "created", "filed", "released", "originally", "edited", "added"});
}

bool is_update_label(std::string_view word) {
  return is_one_of(word, {"updated", "update", "modified", "edited"});
}

bool is_filler(const DateToken& t) {
  if (t.kind == DateToken::Kind::word) return is_one_of(t.text, {"at", "on", "the"});
  return t.kind == DateToken::Kind::mark &&
         is_one_of(t.text, {",", "-", ":", "|", "/", ".", "(", ")", "[", "]", ";", "*",
                            "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xB7", "\xE2\x80\xA2"});
}

class LineReader {
 public:
  explicit LineReader(std::string_view text, bool short_years = false)
      : reader_(text, short_years) {}

  std::optional<DateText> run() {
    while (!reader_.at_end()) {
      if (!step()) return std::nullopt;
    }
    if (!day_) return std::nullopt;
    return DateText{*day_, minute_, labelled_, day_updated_};
  }

 private:
  bool step() {
    const DateToken token = reader_.here();
    if (const auto day = reader_.calendar()) return take(*day);
    if (const auto minute = reader_.clock()) {
      if (!minute_ && !closed_) minute_ = minute;
      reader_.skip_zone_offset();
      return true;
    }
    if (token.kind == DateToken::Kind::word && is_label(token.text)) {
      labelled_ = true;
      updated_ = is_update_label(token.text) || (updated_ && token.text == "last");
    } else if (token.kind == DateToken::Kind::word && is_time_zone(token.text)) {
      reader_.step();
      reader_.skip_zone_offset();  // "GMT+0000"
      return true;
    } else if (token.kind == DateToken::Kind::word && !is_weekday(token.text) &&
               !is_filler(token) && token.text != "t") {
      return false;
    } else if (token.kind != DateToken::Kind::word && !is_filler(token)) {
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

// A day and the bytes that it takes.
struct FoundDay {
  Day day;
  size_t size = 0;
};

// /2022/01/05, /2022/jan/05, 2022-01-05, 2022_01_05 beginning at a figure.
std::optional<FoundDay> parted_date(std::string_view text) {
  const char* begin = text.data();
  const auto part = [&](size_t most) {
    size_t size = 0;
    while (size < text.size() && size < most &&
           (is_digit(text[size]) || is_lower(to_lower(text[size]))))
      ++size;
    const auto word = text.substr(0, size);
    text.remove_prefix(std::min(text.size(), size + 1));
    return word;
  };
  const bool parted = text.size() > 4 && (text[4] == '/' || text[4] == '-' || text[4] == '_');
  if (!parted) return std::nullopt;
  const int year = number_value(part(4));
  const auto month = part(9);
  const auto day = part(2);
  const auto size = static_cast<size_t>(day.data() + day.size() - begin);
  if (month.empty() || day.empty() || !is_digit(day[0]) || (day.size() == 2 && !is_digit(day[1])))
    return std::nullopt;
  const unsigned m = is_digit(month[0]) ? static_cast<unsigned>(number_value(month))
                                        : month_of(lower_ascii(month));
  const auto made =
      m > 0 ? make_day(year, m, static_cast<unsigned>(number_value(day))) : std::nullopt;
  if (!made || !plausible(*made)) return std::nullopt;
  return FoundDay{*made, size};
}

// The day that is written at `i`, where a number begins.
std::optional<FoundDay> day_at(std::string_view uri, size_t i) {
  if (i >= uri.size() || !is_digit(uri[i]) || (i > 0 && is_digit(uri[i - 1]))) return std::nullopt;
  const size_t size = std::min(uri.find_first_not_of("0123456789", i), uri.size()) - i;
  if (size == 4) return parted_date(uri.substr(i));
  const auto day = compact_date(uri.substr(i, size));
  return day ? std::optional(FoundDay{*day, size}) : std::nullopt;
}

// The day of archiving says nothing.
std::string_view without_archive(std::string_view uri) {
  const size_t archived = uri.find("web.archive.org/web/");
  if (archived == std::string_view::npos) return uri;
  uri.remove_prefix(archived + 20);
  uri.remove_prefix(std::min(uri.size(), uri.find('/')));
  return uri;
}

std::optional<DateText> seconds_of_epoch(std::string_view digits) {
  if (digits.size() != 10 || !std::all_of(digits.begin(), digits.end(), is_digit))
    return std::nullopt;
  int64_t seconds = 0;
  for (const char c : digits) seconds = seconds * 10 + (c - '0');
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
  const Day day = std::chrono::floor<std::chrono::days>(time);
  const auto minute = std::chrono::floor<std::chrono::minutes>(time - day).count();
  return DateText{day, static_cast<int>(minute)};
}

}  // namespace

std::optional<DateText> read_date(std::string_view text) {
  if (text.size() > kLongestDate) return std::nullopt;
  auto date = LineReader(text).run();
  return date && plausible(date->day) ? date : std::nullopt;
}

std::string feed_date(std::string_view text) {
  constexpr int kUnset = 1970;
  text = trim(text);
  auto date = read_date(text);
  if (!date && text.size() <= kLongestDate) date = LineReader(text, true).run();
  if (!date) date = seconds_of_epoch(text);
  if (!date || !plausible(date->day)) return std::string(text);
  if (static_cast<int>(civil(date->day).year()) <= kUnset) return {};
  if (!date->minute) return iso(date->day);
  return fmt::format("{}T{:02}:{:02}", iso(date->day), *date->minute / 60, *date->minute % 60);
}

std::optional<Day> read_wire_date(std::string_view text) {
  if (text.size() > kLongestDate) return std::nullopt;
  DateReader reader(text, true);
  if (reader.here().kind == DateToken::Kind::word && is_weekday(reader.here().text)) reader.step();
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
  uri = without_archive(uri);
  std::optional<FoundDay> found;
  for (size_t i = 0; i < uri.size() && !found; ++i) found = day_at(uri, i);
  return found ? std::optional(found->day) : std::nullopt;
}

std::optional<Day> day_of_path(std::string_view uri) {
  uri = without_archive(uri);
  for (size_t i = uri.find('/'); i < uri.size(); i = uri.find('/', i + 1)) {
    const auto found = day_at(uri, i + 1);
    if (!found) continue;
    const auto behind = uri.substr(i + 1 + found->size);
    if (behind.empty() || behind[0] == '/') return found->day;
  }
  return std::nullopt;
}

}  // namespace sitrep
