#include "language/clitics.h"

#include <array>

#include "core/text.h"

namespace sitrep {

namespace {

bool same(std::string_view word, std::string_view lower) {
  if (word.size() != lower.size()) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    if (to_lower(word[i]) != lower[i]) return false;
  }
  return true;
}

bool ends(std::string_view word, std::string_view lower) {
  return word.size() >= lower.size() && same(word.substr(word.size() - lower.size()), lower);
}

struct Joined {
  std::string_view word;
  size_t cut;
};
constexpr auto kJoined = std::to_array<Joined>(
    {{"cannot", 3}, {"gonna", 3}, {"gotta", 3}, {"wanna", 3}, {"gimme", 3}, {"lemme", 3}});

size_t joined_cut(std::string_view word) {
  if (word.size() != 5 && word.size() != 6) return 0;
  for (const Joined& joined : kJoined) {
    if (same(word, joined.word)) return joined.cut;
  }
  return 0;
}

size_t negation_cut(std::string_view word) {
  if (word.size() > 3 && ends(word, "n't")) return word.size() - 3;
  return word.size() > 5 && ends(word, "n\u2019t") ? word.size() - 5 : 0;
}

// "7pm", "10:30am".
size_t hour_cut(std::string_view word) {
  const size_t n = word.size();
  if (n < 3 || !is_digit(word[0]) || !is_digit(word[n - 3])) return 0;
  return ends(word, "pm") || ends(word, "am") ? n - 2 : 0;
}

}  // namespace

bool is_clitic(std::string_view s) {
  return same(s, "s") || same(s, "re") || same(s, "ve") || same(s, "ll") || same(s, "d") ||
         same(s, "m");
}

bool is_negation(std::string_view left, std::string_view right) {
  return same(right, "t") && left.size() > 1 && ends(left, "n");
}

size_t inner_cut(std::string_view word) {
  const char last = to_lower(word.back());
  if (last == 't' || last == 'a' || last == 'e') {
    const size_t cut = last == 't' ? negation_cut(word) : 0;
    return cut > 0 ? cut : joined_cut(word);
  }
  return last == 'm' ? hour_cut(word) : 0;
}

}  // namespace sitrep
