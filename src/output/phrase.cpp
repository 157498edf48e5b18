#include "output/phrase.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

template <size_t N>
bool among(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr auto kJoints =
    std::to_array<std::string_view>({"of", "in", "at", "with", "for", "from", "on", "near",
                                     "belonging", "carrying", "used", "who", "that", "and"});
constexpr auto kPluralHeads = std::to_array<std::string_view>(
    {"people",    "men",        "women",      "children",   "police",      "personnel",
     "gunmen",    "policemen",  "militiamen", "servicemen", "policewomen", "tribesmen",
     "clergymen", "fishermen",  "cattle",     "taliban",    "mujahideen",  "mujahidin",
     "mujahedin", "mujahedeen", "fedayeen",   "peshmerga"});
constexpr auto kSingularHeads =
    std::to_array<std::string_view>({"states", "nations", "emirates", "philippines", "netherlands",
                                     "headquarters", "barracks", "series", "news", "bus"});
constexpr auto kMassHeads = std::to_array<std::string_view>(
    {"gas",         "fire",      "gunfire",        "artillery",  "ammunition", "shelling",
     "bombardment", "acid",      "arson",          "dynamite",   "petrol",     "fuel",
     "oil",         "equipment", "infrastructure", "aid",        "property",   "livestock",
     "poison",      "shrapnel",  "weaponry",       "phosphorus", "gasoline",   "staff",
     "traffic",     "housing"});
constexpr auto kArticles = std::to_array<std::string_view>({"the", "a", "an"});
constexpr auto kCounts = std::to_array<std::string_view>(
    {"some",     "several",   "many",      "one",      "two",      "three",
     "four",     "five",      "six",       "seven",    "eight",    "nine",
     "ten",      "eleven",    "twelve",    "thirteen", "fourteen", "fifteen",
     "sixteen",  "seventeen", "eighteen",  "nineteen", "twenty",   "dozens",
     "scores",   "hundreds",  "thousands", "at",       "about",    "more",
     "multiple", "various",   "both",      "all",      "no",       "few"});
constexpr auto kOtherDeterminers =
    std::to_array<std::string_view>({"his", "her", "their", "its", "our", "this", "that", "these",
                                     "those", "other", "another", "same"});
// Words for people that a sentence often begins with.
constexpr auto kSpeakersInGeneral = std::to_array<std::string_view>(
    {"officials",   "residents", "police",    "witnesses", "eyewitnesses", "medics",
     "authorities", "sources",   "militants", "gunmen",    "soldiers",     "rebels",
     "villagers",   "activists", "troops",    "fighters",  "doctors",      "analysts",
     "protesters",  "relatives", "survivors", "local",     "security",     "military",
     "government",  "hospital",  "senior",    "medical",   "armed",        "unidentified",
     "unknown",     "suspected", "former",    "men",       "insurgents",   "locals"});

bool is_capital(std::string_view word) {
  return !word.empty() && (is_upper(word[0]) || (word[0] & 0x80) != 0 || is_digit(word[0]));
}

// "al-Asad", "el-Fasher": names though they begin small.
bool is_name_word(std::string_view word) {
  const size_t dash = word.find('-');
  const bool arabic =
      dash != std::string_view::npos && dash <= 3 && is_capital(word.substr(dash + 1));
  return is_capital(word) || arabic;
}

bool all_capitals(std::string_view word) {
  return word.size() > 1 && std::none_of(word.begin(), word.end(), is_lower) &&
         std::any_of(word.begin(), word.end(), is_upper);
}

bool plural_word(std::string_view word) {
  const std::string w = lower_ascii(word);
  if (among(w, kPluralHeads)) return true;
  if (among(w, kSingularHeads) || among(w, kMassHeads) || all_capitals(word) || w.size() < 3)
    return false;
  return w.ends_with('s') && !w.ends_with("ss") && !w.ends_with("us") && !w.ends_with("is");
}

bool is_determiner(const std::string& lower) {
  return among(lower, kArticles) || among(lower, kCounts) || among(lower, kOtherDeterminers);
}

bool sounds_like_vowel(std::string_view word) {
  const std::string w = lower_ascii(word);
  const auto begins = [&](std::string_view letters) {
    return letters.find(w[0]) != std::string_view::npos;
  };
  if (all_capitals(word)) return begins("aefhilmnorsx");
  if (w.starts_with("uni") || w.starts_with("use") || w.starts_with("euro") || w.starts_with("one"))
    return false;
  if (w.starts_with("hour") || w.starts_with("honest") || w.starts_with("heir")) return true;
  return begins("aeiou");
}

// Long runs of capitals are the hand of a wire desk, short ones are abbreviations.
bool is_shouted(std::string_view text) {
  constexpr size_t kAbbreviation = 5;
  const auto capitals = std::count_if(text.begin(), text.end(), is_upper);
  return capitals > static_cast<std::ptrdiff_t>(kAbbreviation) &&
         std::none_of(text.begin(), text.end(), is_lower);
}

std::string without_first_capital(std::string text) {
  if (!text.empty() && is_upper(text[0])) text[0] = to_lower(text[0]);
  return text;
}

std::string title_case(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += out.empty() || out.back() == ' ' || out.back() == '-' ? c : to_lower(c);
  return out;
}

std::string first_word(std::string_view text) {
  return lower_ascii(text.substr(0, text.find(' ')));
}

}  // namespace

Phrase::Phrase(std::string_view text) : text_(printable(text)) {
  for (const std::string_view word : split(text_, ' ')) {
    if (!word.empty()) words_.emplace_back(word);
  }
  find_head();
}

// The last word before "of", "in", ...
void Phrase::find_head() {
  head_ = words_.empty() ? 0 : words_.size() - 1;
  for (size_t i = 1; i < words_.size(); ++i) {
    if (!among(lower_ascii(words_[i]), kJoints)) continue;
    head_ = i - 1;
    return;
  }
}

std::string Phrase::head() const { return empty() ? std::string() : lower_ascii(words_[head_]); }
bool Phrase::plural() const { return !empty() && plural_word(words_[head_]); }
bool Phrase::proper() const { return !empty() && is_name_word(words_[head_]); }
bool Phrase::mass() const { return !empty() && among(head(), kMassHeads); }

bool Phrase::determined() const {
  if (empty()) return false;
  const std::string& first = words_[0];
  return is_determiner(lower_ascii(first)) || is_digit(first[0]) || first.ends_with("'s") ||
         first.ends_with("’s");
}

bool Phrase::counted() const {
  if (empty()) return false;
  const auto is_count = [](const std::string& w) {
    return is_digit(w[0]) || among(lower_ascii(w), kCounts);
  };
  return is_count(words_[0]) ||
         (words_.size() > 1 && among(lower_ascii(words_[0]), kArticles) && is_count(words_[1]));
}

bool Phrase::named() const {
  const auto is_name = [](const std::string& word) {
    return is_name_word(word) && !all_capitals(word) &&
           std::none_of(word.begin(), word.end(), is_digit);
  };
  return head_ >= 2 && is_name(words_[0]) && is_name(words_[1]);
}

std::string Phrase::with_article() const {
  if (empty() || determined() || proper() || plural() || mass()) return text_;
  return named() ? "the " + text_ : with_indefinite();
}

std::string Phrase::with_indefinite() const {
  return (sounds_like_vowel(words_[0]) ? "an " : "a ") + text_;
}

std::string Phrase::pluralised() const {
  std::string out;
  for (size_t i = 0; i < words_.size(); ++i) {
    if (i > 0) out += ' ';
    out += i == head_ && !plural_word(words_[i]) ? output::plural(words_[i]) : words_[i];
  }
  return out;
}

Phrase Phrase::without_article() const {
  if (words_.size() < 2 || !among(lower_ascii(words_[0]), kArticles)) return *this;
  return Phrase(text_.substr(text_.find(' ') + 1));
}

bool Phrase::holds(const Phrase& other) const {
  return std::all_of(other.words_.begin(), other.words_.end(), [&](const std::string& word) {
    if (is_determiner(lower_ascii(word))) return true;
    return std::any_of(words_.begin(), words_.end(), [&](const std::string& own) {
      return lower_ascii(own) == lower_ascii(word);
    });
  });
}

std::string tidied(std::string_view phrase) {
  std::string text = printable(phrase);
  if (is_shouted(text)) text = lower_ascii(text);
  if (text.starts_with("least ")) text.erase(0, 6);  // the rest of "at least"
  return is_determiner(first_word(text)) ? without_first_capital(text) : text;
}

std::string tidied_name(std::string_view phrase) {
  std::string text = printable(phrase);
  if (is_shouted(text)) text = title_case(text);
  const std::string first = first_word(text);
  const bool one_word = first.size() == text.size();
  const bool small_rest =
      one_word || !is_name_word(std::string_view(text).substr(first.size() + 1));
  const bool general = among(first, kSpeakersInGeneral) && small_rest;
  const bool article = is_determiner(first) && !one_word && first != "the" && small_rest;
  return general || article ? without_first_capital(text) : text;
}

}  // namespace sitrep::output
