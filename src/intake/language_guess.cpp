#include "intake/language_guess.h"

#include <algorithm>

#include "core/hash.h"
#include "core/text.h"

namespace sitrep {

namespace {

constexpr size_t kLook = 8000;

constexpr size_t kLongest = 5;  // letters of the words below

constexpr Key kEnglish[] = {
    key("the"),  key("of"),    key("and"),  key("to"),   key("in"),    key("was"), key("were"),
    key("that"), key("said"),  key("with"), key("for"),  key("on"),    key("at"),  key("by"),
    key("is"),   key("has"),   key("have"), key("from"), key("an"),    key("as"),  key("his"),
    key("they"), key("it"),    key("be"),   key("who"),  key("after"), key("not"), key("are"),
    key("had"),  key("which"), key("been"), key("their")};

constexpr Key kOthers[] = {
    key("el"),  key("la"),  key("los"),   key("las"), key("que"),  key("del"),
    key("una"), key("por"), key("der"),   key("die"), key("und"),  key("den"),
    key("das"), key("ist"), key("von"),   key("le"),  key("les"),  key("des"),
    key("et"),  key("du"),  key("une"),   key("est"), key("dans"), key("il"),
    key("di"),  key("che"), key("della"), key("em"),  key("os"),   key("da"),
    key("uma"), key("het"), key("een"),   key("van"), key("yang"), key("dan")};

template <size_t N>
bool holds(const Key (&keys)[N], Key word) {
  return std::find(std::begin(keys), std::end(keys), word) != std::end(keys);
}

struct Counts {
  size_t words = 0, english = 0, others = 0, ascii = 0, letters = 0;
};

void count_word(std::string_view word, Counts& counts) {
  if (word.empty()) return;
  ++counts.words;
  if (word.size() > kLongest) return;
  std::string lower(word);  // too short to be allocated
  for (char& c : lower) c = to_lower(c);
  const Key k = key(lower);
  counts.english += holds(kEnglish, k);
  counts.others += holds(kOthers, k);
}

Counts count(std::string_view text) {
  Counts counts;
  size_t begin = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool letter = is_upper(c) || is_lower(c) || (c & 0x80) != 0;
    counts.letters += letter && !is_continuation(c);
    counts.ascii += letter && (c & 0x80) == 0;
    if (letter) continue;
    count_word(text.substr(begin, i - begin), counts);
    begin = i + 1;
  }
  count_word(text.substr(begin), counts);
  return counts;
}

}  // namespace

std::string_view guess_language(std::string_view text) {
  const Counts c = count(text.substr(0, kLook));
  if (c.letters == 0 || c.ascii * 10 < c.letters * 7) return "und";
  if (c.words < 20) return c.others > c.english ? "und" : "en";
  return c.english * 12 >= c.words && c.english >= c.others ? "en" : "und";
}

}  // namespace sitrep
