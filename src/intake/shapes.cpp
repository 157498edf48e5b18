#include "intake/shapes.h"

#include <algorithm>

#include "core/text.h"

namespace sitrep {

namespace {

bool is_letter(char c) { return is_upper(c) || is_lower(c) || (c & 0x80) != 0; }

bool is_word_char(char c) { return is_letter(c) || is_digit(c); }

// Quotation marks and brackets that may stand behind a sentence's end.
std::string_view without_closers(std::string_view line) {
  for (bool again = true; again;) {
    again = false;
    for (std::string_view closer :
         {"\"", "'", ")", "]", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB"}) {
      if (!line.ends_with(closer)) continue;
      line.remove_suffix(closer.size());
      again = true;
    }
  }
  return line;
}

// Bytes of the general punctuation block part words; all other non-ASCII characters are letters
// here.
bool is_letter_at(std::string_view text, size_t i) {
  if ((text[i] & 0x80) == 0) return is_word_char(text[i]);
  size_t next = i;
  const char32_t point = next_code_point(text, next);
  return !(point >= 0x2000 && point < 0x2070) && point != 0xA0 && point != 0xAB && point != 0xBB;
}

// Takes the next word's folded bytes; empty at the end.
std::string next_word(std::string_view text, size_t& i) {
  const auto step = [&] {
    size_t next = i;
    next_code_point(text, next);
    return next;
  };
  while (i < text.size() && !is_letter_at(text, i)) i = step();
  std::string word;
  while (i < text.size() && is_letter_at(text, i)) {
    const size_t next = step();
    word.append(text.substr(i, next - i));
    i = next;
  }
  return normal(word);
}

}  // namespace

size_t count_words(std::string_view line, size_t stop_at) {
  size_t words = 0;
  bool inside = false;
  for (char c : line) {
    const bool space = is_ascii_space(c);
    words += !space && !inside;
    inside = !space;
    if (words >= stop_at) break;
  }
  return words;
}

bool ends_sentence(std::string_view line) {
  line = without_closers(trim(line));
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') ||
         line.ends_with("\xE2\x80\xA6") || line.ends_with("\xE3\x80\x82");
}

bool is_sentence(std::string_view line) { return ends_sentence(line) && count_words(line, 5) >= 5; }

size_t count_sentences(std::string_view line, size_t stop_at) {
  size_t count = 0;
  for (size_t i = 0; i < line.size() && count < stop_at; ++i) {
    if (line[i] != '.' && line[i] != '!' && line[i] != '?') continue;
    const bool initial = i < 3 || line[i - 2] == ' ' || line[i - 2] == '.' || is_upper(line[i - 1]);
    const bool ends = i + 1 == line.size() ||
                      (line[i + 1] == ' ' && i + 2 < line.size() && !is_lower(line[i + 2]));
    count += ends && !(initial && line[i] == '.');
  }
  return count;
}

bool is_all_caps(std::string_view text) {
  size_t upper = 0;
  size_t lower = 0;
  for (char c : text.substr(0, 4000)) {
    upper += is_upper(c);
    lower += is_lower(c);
  }
  return upper >= 3 && lower * 20 <= upper;
}

double capital_share(std::string_view line) {
  size_t words = 0;
  size_t capitals = 0;
  bool inside = false;
  for (char c : line) {
    const bool letter =
        is_letter(c) || (inside && (is_digit(c) || c == '\'' || c == '-' || c == '.'));
    if (letter && !inside) {
      ++words;
      capitals += is_upper(c);
    }
    inside = letter;
  }
  return words == 0 ? 0 : static_cast<double>(capitals) / static_cast<double>(words);
}

bool begins_with_capital(std::string_view line) { return !line.empty() && is_upper(line.front()); }

bool is_address(std::string_view line) {
  line = trim(line);
  if (line.empty() || line.size() > 2000 || line.find(' ') != std::string_view::npos) return false;
  return line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.") ||
         (line.find('@') != std::string_view::npos && line.find('.') != std::string_view::npos);
}

bool begins_with_words(std::string_view line, std::string_view lower_words) {
  size_t i = 0;
  for (size_t k = 0; k < lower_words.size();) {
    if (i >= line.size()) return false;
    if (line.substr(i).starts_with("\xE2\x80\x99") && lower_words[k] == '\'') {
      i += 3;
      ++k;
    } else if (to_lower(line[i]) == lower_words[k]) {
      ++i;
      ++k;
    } else {
      return false;
    }
  }
  if (lower_words.empty() || !is_word_char(lower_words.back())) return !lower_words.empty();
  return i >= line.size() || !is_word_char(line[i]);
}

bool same_words(std::string_view a, std::string_view b) {
  size_t i = 0;
  size_t j = 0;
  for (bool any = false;; any = true) {
    const std::string x = next_word(a, i);
    const std::string y = next_word(b, j);
    if (x != y) return false;
    if (x.empty()) return any;
  }
}

}  // namespace sitrep
