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
// With the forms that posts write without an apostrophe.
constexpr auto kJoined = std::to_array<Joined>(
    {{"cannot", 3}, {"gonna", 3},  {"gotta", 3},    {"wanna", 3}, {"gimme", 3},   {"lemme", 3},
     {"dont", 2},   {"didnt", 3},  {"doesnt", 4},   {"isnt", 2},  {"wasnt", 3},   {"arent", 3},
     {"werent", 4}, {"havent", 4}, {"hasnt", 3},    {"hadnt", 3}, {"couldnt", 5}, {"wouldnt", 5},
     {"cant", 2},   {"wont", 2},   {"shouldnt", 6}, {"im", 1},    {"ive", 1},     {"youve", 3},
     {"theyve", 4}, {"thats", 4},  {"theyre", 4},   {"youre", 3}});

size_t joined_cut(std::string_view word) {
  if (word.size() > 8) return 0;
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
  if (last != 't' && last != 'a' && last != 'e' && last != 'm' && last != 's') return 0;
  const size_t cut = last == 't' ? negation_cut(word) : last == 'm' ? hour_cut(word) : 0;
  if (cut > 0 || (word.size() < 4 && is_upper(word[1]))) return cut;  // "IM" is no "I'm"
  return joined_cut(word);
}

}  // namespace sitrep
