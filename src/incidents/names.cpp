#include "incidents/names.h"

#include <algorithm>
#include <string>

#include "core/dates.h"
#include "core/text.h"

namespace sitrep::incidents {

namespace {

constexpr size_t kLongestName = 5;  // words: more in a row are a headline

bool of_calendar(std::string_view word) {
  const auto is_it = [&](std::string_view name) {
    return std::ranges::equal(name, word, {}, to_lower);
  };
  return std::ranges::any_of(kMonthNames, is_it) || std::ranges::any_of(kWeekdayNames, is_it);
}

bool inner(char c) { return c == '-' || c == '\''; }

size_t end_of_word(std::string_view text, size_t i) {
  while (i < text.size() && (is_word_byte(text[i]) ||
                             (inner(text[i]) && i + 1 < text.size() && is_word_byte(text[i + 1]))))
    ++i;
  return i;
}

// "Marjah", "al-Sullidi", "29".
bool name_word(std::string_view word) {
  if (is_digit(word[0])) return true;
  for (size_t i = 0; i < word.size(); ++i) {
    if (is_upper(word[i]) && (i == 0 || inner(word[i - 1]))) return true;
  }
  return false;
}

// "4:15 a.m.", "16:15": a minute of the day that somebody wrote down. Where it ends; `i` where none
// begins there.
size_t end_of_clock(std::string_view text, size_t i, int& minute) {
  const auto digit = [&](size_t at) { return at < text.size() && is_digit(text[at]); };
  const size_t colon = digit(i + 1) ? i + 2 : i + 1;
  if (!digit(i) || colon >= text.size() || text[colon] != ':') return i;
  const size_t end = colon + 3;
  if (!digit(colon + 1) || !digit(colon + 2) || digit(end)) return i;
  const auto number = [&](size_t from, size_t to) {
    int out = 0;
    for (; from < to; ++from) out = 10 * out + (text[from] - '0');
    return out;
  };
  minute = number(i, colon) * 60 + number(colon + 1, end);
  std::string_view half = text.substr(end);
  if (half.starts_with(' ')) half.remove_prefix(1);
  const bool noon = number(i, colon) == 12;
  if (half.starts_with("p.m") || half.starts_with("pm")) minute += noon ? 0 : 12 * 60;
  if (half.starts_with("a.m") || half.starts_with("am")) minute -= noon ? 12 * 60 : 0;
  return end;
}

// Two words of a name, and the latter of the two.
struct Pair {
  Key both;
  Key last;
};

// Words of names in a row, with nothing but a space between them.
class Rows {
 public:
  void add(std::string_view word) {
    scratch_.clear();
    append_normal(scratch_, word);
    if (of_calendar(scratch_)) return end();
    row_.push_back(key(scratch_));
  }
  void add_clock(int minute) {
    end();
    pairs_.push_back({key("clock " + std::to_string(minute)), kNoKey});
  }
  void end() {
    for (size_t i = 1; i < row_.size() && row_.size() <= kLongestName; ++i)
      pairs_.push_back({extend(row_[i - 1], row_[i]), row_[i]});
    row_.clear();
  }
  std::vector<Pair> pairs() && {
    end();
    return std::move(pairs_);
  }

 private:
  std::string scratch_;
  std::vector<Key> row_;
  std::vector<Pair> pairs_;
};

std::vector<Pair> pairs_in(std::string_view text) {
  Rows rows;
  for (size_t i = 0; i < text.size();) {
    if (!is_word_byte(text[i])) {
      if (text[i++] != ' ') rows.end();
      continue;
    }
    int minute = 0;
    if (const size_t clock = end_of_clock(text, i, minute); clock > i) {
      rows.add_clock(minute);
      i = clock;
      continue;
    }
    const size_t end = end_of_word(text, i);
    const auto word = text.substr(i, end - i);
    name_word(word) ? rows.add(word) : rows.end();
    i = end;
  }
  return std::move(rows).pairs();
}

std::vector<Key> least(std::vector<Key> names, size_t most) {
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  if (names.size() > most) names.resize(most);
  return names;
}

}  // namespace

std::vector<Key> proper_names(std::string_view text, size_t most) {
  std::vector<Key> names;
  for (const Pair& pair : pairs_in(text)) names.push_back(pair.both);
  return least(std::move(names), most);
}

std::vector<Key> road_names(std::string_view text, size_t most, const knowledge::Lexicon& lexicon) {
  std::vector<Key> names;
  for (const Pair& pair : pairs_in(text)) {
    const auto* landmark = pair.last == kNoKey ? nullptr : lexicon.landmark(pair.last);
    if (landmark != nullptr && landmark->kind == knowledge::PlaceKind::road)
      names.push_back(pair.both);
  }
  return least(std::move(names), most);
}

}  // namespace sitrep::incidents
