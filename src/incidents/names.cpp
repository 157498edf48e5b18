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

// Words of names in a row, with nothing but a space between them.
class Rows {
 public:
  void add(std::string_view word) {
    scratch_.clear();
    append_normal(scratch_, word);
    if (of_calendar(scratch_)) return end();
    row_.push_back(key(scratch_));
  }
  void end() {
    for (size_t i = 1; i < row_.size() && row_.size() <= kLongestName; ++i)
      names_.push_back(extend(row_[i - 1], row_[i]));
    row_.clear();
  }
  std::vector<Key> names() && {
    end();
    std::ranges::sort(names_);
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
    return std::move(names_);
  }

 private:
  std::string scratch_;
  std::vector<Key> row_;
  std::vector<Key> names_;
};

}  // namespace

std::vector<Key> proper_names(std::string_view text, size_t most) {
  Rows rows;
  for (size_t i = 0; i < text.size();) {
    if (!is_word_byte(text[i])) {
      if (text[i++] != ' ') rows.end();
      continue;
    }
    const size_t end = end_of_word(text, i);
    const auto word = text.substr(i, end - i);
    name_word(word) ? rows.add(word) : rows.end();
    i = end;
  }
  auto names = std::move(rows).names();
  if (names.size() > most) names.resize(most);
  return names;
}

}  // namespace sitrep::incidents
