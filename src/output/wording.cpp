#include "output/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/text.h"

namespace sitrep::output {

namespace {

constexpr std::array<std::string_view, 10> kNumbers = {"no",   "one", "two",   "three", "four",
                                                       "five", "six", "seven", "eight", "nine"};

// Words for numbers that nobody counted.
constexpr std::array<std::string_view, 9> kLoose = {
    "dozens", "scores", "hundreds", "thousands", "several", "many", "some", "numerous", "a few"};

bool is_direction_mark(char32_t p) {
  return p == 0x200E || p == 0x200F || (p >= 0x202A && p <= 0x202E) || (p >= 0x2066 && p <= 0x2069);
}

bool is_control(char32_t p) {
  return p < 0x20 || (p >= 0x7F && p < 0xA0) || p == 0x2028 || p == 0x2029;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const char32_t p = next_code_point(text, i);
    if (is_control(p)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (!is_direction_mark(p)) {
      append_utf8(out, p);
    }
  }
  return std::string(trim(out));
}

std::string capitalised(std::string_view text) {
  std::string out(text);
  if (!out.empty() && is_lower(out[0])) out[0] = static_cast<char>(out[0] - 32);
  return out;
}

std::string sentence(std::string_view text) {
  std::string out = capitalised(trim(text));
  if (!out.empty() && out.back() != '.' && out.back() != '?' && out.back() != '!') out += '.';
  return out;
}

std::string joined(const std::vector<std::string>& items, std::string_view last) {
  std::string out;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 < items.size() ? ", " : fmt::format(" {} ", last);
    out += items[i];
  }
  return out;
}

std::string shortened(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  size_t end = text.rfind(' ', bytes);
  if (end == std::string_view::npos || end < bytes / 2) end = bytes;
  while (end > 0 && is_continuation(text[end])) --end;
  while (end > 0 && (text[end - 1] == ',' || text[end - 1] == ';' || text[end - 1] == ' ')) --end;
  return std::string(text.substr(0, end)) + "…";
}

std::string grouped(int64_t number) {
  std::string digits = std::to_string(number);
  const size_t first = number < 0 ? 1 : 0;
  for (size_t i = digits.size(); i > first + 3;) digits.insert(i -= 3, 1, ',');
  return digits;
}

std::string number_word(int64_t number) {
  if (number == 0) return "none";
  if (number > 0 && number < 10) return std::string(kNumbers[static_cast<size_t>(number)]);
  return grouped(number);
}

std::string counted(int64_t number, std::string_view noun) {
  return grouped(number) + ' ' + (number == 1 ? std::string(noun) : plural(noun));
}

std::string counted_in_words(int64_t number, std::string_view noun) {
  const std::string count = number == 0 ? "no" : number_word(number);
  return count + ' ' + (number == 1 ? std::string(noun) : plural(noun));
}

std::string plural(std::string_view noun) {
  std::string out(noun);
  const auto ends = [&](std::string_view tail) { return out.ends_with(tail); };
  const auto swap_tail = [&](size_t cut, std::string_view tail) {
    return out.substr(0, out.size() - cut) + std::string(tail);
  };
  if (ends("person")) return swap_tail(6, "people");
  if (ends("child")) return out + "ren";
  if (ends("aircraft") || ends("personnel") || ends("police") || ends("people")) return out;
  if (ends("man") && !ends("human") && !ends("german")) return swap_tail(2, "en");
  if (out.size() > 1 && ends("y") &&
      std::string_view("aeiou").find(out[out.size() - 2]) == std::string_view::npos) {
    return swap_tail(1, "ies");
  }
  if (ends("s") || ends("x") || ends("ch") || ends("sh")) return out + "es";
  return out + "s";
}

std::string_view loose_word(const Quantity& q) {
  if (!q.low || q.best || q.high) return {};
  for (const std::string_view word : kLoose) {
    if (contains_ignoring_case(q.text, word)) return word;
  }
  return {};
}

std::string counted_of(const Quantity& q, std::string_view noun) {
  const std::string_view loose = loose_word(q);
  const bool of = !loose.empty() && loose.ends_with('s') && loose != "numerous";
  return quantity_words(q) + (of ? " of " : " ") + (is_one(q) ? std::string(noun) : plural(noun));
}

std::string quantity_words(const Quantity& q) {
  const bool open = q.low && !q.high;
  if (const auto loose = loose_word(q); !loose.empty()) return std::string(loose);
  if (open && (!q.best || *q.best == *q.low)) return "at least " + number_word(*q.low);
  if (q.low == 0 && q.high.value_or(0) > 0) return "up to " + number_word(*q.high);
  if (q.low && q.high && *q.low != *q.high) {
    return fmt::format("between {} and {}", number_word(*q.low), number_word(*q.high));
  }
  if (!q.low && q.high && (!q.best || *q.best == *q.high)) return "up to " + number_word(*q.high);
  if (q.best) return number_word(*q.best);
  return q.low ? number_word(*q.low) : std::string();
}

bool is_none(const Quantity& q) {
  return q.known() && q.best.value_or(q.high.value_or(1)) == 0 && q.high.value_or(0) == 0;
}

bool is_one(const Quantity& q) { return q.best == 1 && q.high.value_or(1) == 1; }

int64_t least(const Quantity& q) { return q.low.value_or(q.best.value_or(0)); }

}  // namespace sitrep::output
