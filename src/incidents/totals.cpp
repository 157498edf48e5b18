#include "incidents/totals.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/text.h"

namespace sitrep::incidents {

namespace {

constexpr size_t kClause = 12;  // words around a number that can make it a total

using Words = std::vector<std::string>;

template <size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::ranges::find(list, word) != list.end();
}

constexpr std::array<std::string_view, 15> kSeveral = {
    "two", "three", "four",    "five",     "six",     "seven",    "eight", "nine",
    "ten", "dozen", "several", "multiple", "various", "numerous", "many"};
constexpr std::array<std::string_view, 2> kApart = {"separate", "different"};
constexpr std::array<std::string_view, 3> kRow = {"series", "string", "spate"};
// Blasts and bombs are left out: one incident may have several.
constexpr std::array<std::string_view, 11> kIncidents = {
    "attacks",  "shootings", "incidents", "strikes",    "clashes",    "raids",
    "ambushes", "killings",  "assaults",  "abductions", "kidnappings"};
constexpr std::array<std::string_view, 3> kSpread = {"across", "throughout", "around"};
constexpr std::array<std::string_view, 4> kSpells = {"weekend", "night", "day", "holiday"};
constexpr std::array<std::string_view, 4> kViolence = {"violence", "gunfire", "bloodshed",
                                                       "mayhem"};
constexpr std::array<std::string_view, 3> kPeriods = {"week", "month", "year"};
constexpr std::array<std::string_view, 7> kSums = {"total",    "altogether", "combined", "overall",
                                                   "together", "all",        "tally"};

Words words_of(std::string_view sentence) {
  Words words;
  std::string word;
  for (const char c : lower_ascii(sentence) + " ") {
    if (is_word_byte(c)) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  return words;
}

bool is_count(const std::string& word) {
  return one_of(word, kSeveral) || (is_digit(word[0]) && word != "1");
}

// "in three attacks", "across two separate shootings", "in a spate of killings".
bool names_several(const Words& words, size_t first, size_t last) {
  for (size_t i = first; i < last; ++i) {
    if (words[i] != "in" && words[i] != "across" && words[i] != "during") continue;
    bool several = false;
    for (size_t j = i + 1; j < std::min(i + 6, last); ++j) {
      several |= is_count(words[j]) || one_of(words[j], kApart) || one_of(words[j], kRow);
      if (several && one_of(words[j], kIncidents)) return true;
    }
  }
  return false;
}

// "in shootings across Chicago", "in a weekend of gunfire", "violent night leaves", "weekend
// violence".
bool names_spate(const Words& words, size_t first, size_t last) {
  for (size_t i = first; i + 1 < last; ++i) {
    const std::string& next = words[i + 1];
    const bool spell = one_of(words[i], kSpells);
    if (one_of(words[i], kIncidents) && one_of(next, kSpread)) return true;
    if (words[i] == "violent" && one_of(next, kSpells)) return true;
    if (words[i] == "weekend" && (one_of(next, kViolence) || one_of(next, kIncidents))) return true;
    if (spell && next == "of" && i + 2 < last && one_of(words[i + 2], kViolence)) return true;
  }
  return false;
}

// "the toll this month", "so far this year", "since October".
bool names_period(const Words& words, size_t first, size_t last) {
  for (size_t i = first; i + 1 < last; ++i) {
    const bool this_period = words[i] == "this" && one_of(words[i + 1], kPeriods);
    const bool past_period = (words[i] == "past" || words[i] == "last") && i > first &&
                             words[i - 1] == "the" && last - i > 1 &&
                             (one_of(words[i + 1], kPeriods) || is_count(words[i + 1]));
    if (this_period || past_period) return true;
  }
  return false;
}

bool names_toll_since(const Words& words, size_t first, size_t last) {
  const auto begin = words.begin();
  const auto at = [&](std::string_view word) {
    return std::find(begin + static_cast<std::ptrdiff_t>(first),
                     begin + static_cast<std::ptrdiff_t>(last), word);
  };
  const auto end = begin + static_cast<std::ptrdiff_t>(last);
  if (at("since") == end) return false;
  const auto behind = at("since") + 1;
  const bool year = behind != end && behind->size() == 4 && is_digit(behind->front());
  return (year && at("deadliest") == end && at("worst") == end && at("first") == end) ||
         (at("toll") != end || at("so") != end || at("brings") != end || at("bringing") != end ||
          at("brought") != end);
}

// Where a number stands. Of "one man and one woman" it is "one and one": where the first stands.
Words::const_iterator place_of(const Words& words, const Words& figure) {
  if (figure.empty()) return words.begin();
  const auto whole = std::search(words.begin(), words.end(), figure.begin(), figure.end());
  return whole != words.end() ? whole : std::ranges::find(words, figure.front());
}

bool clause_says_total(std::string_view clause, std::string_view number) {
  const Words words = words_of(clause);
  const Words figure = words_of(number);
  if (words.empty()) return false;
  const auto at = place_of(words, figure);
  if (at == words.end()) return false;
  const auto place = static_cast<size_t>(at - words.begin());
  const size_t first = place > kClause ? place - kClause : 0;
  const size_t behind = std::min(place + figure.size() + kClause, words.size());
  return names_several(words, place, behind) || names_spate(words, first, behind) ||
         names_period(words, first, behind) || names_toll_since(words, first, behind);
}

}  // namespace

bool says_sum(std::string_view sentence) {
  const Words words = words_of(sentence);
  return std::ranges::any_of(
      words, [](const std::string& w) { return one_of(w, kSums) || one_of(w, kIncidents); });
}

bool says_total(std::string_view sentence, std::string_view number) {
  for (const std::string_view clause : split(sentence, ';')) {
    if (clause_says_total(clause, number)) return true;
  }
  return false;
}

}  // namespace sitrep::incidents
