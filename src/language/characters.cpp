#include "language/characters.h"

#include <algorithm>
#include <iterator>

#include "core/text.h"

namespace sitrep {

namespace {

struct Capitals {
  char32_t first, last;
  char32_t step;  // 2: capital and small letters take turns
};

constexpr Capitals kCapitals[] = {
    {U'A', U'Z', 1},   {0xC0, 0xD6, 1},   {0xD8, 0xDE, 1},   {0x100, 0x136, 2},
    {0x139, 0x147, 2}, {0x14A, 0x178, 2}, {0x179, 0x17D, 2}, {0x1CD, 0x1DB, 2},
    {0x1DE, 0x232, 2}, {0x391, 0x3A9, 1}, {0x400, 0x42F, 1}, {0x1E00, 0x1EFE, 2},
};

}  // namespace

bool is_face(std::string_view text) {
  constexpr size_t kLongest = 5;
  const bool eyes = !text.empty() && (text[0] == ':' || text[0] == ';' || text[0] == '=');
  if (!eyes || text.size() < 2 || text.size() > kLongest) return false;
  text.remove_prefix(text[1] == '-' && text.size() > 2 ? 2 : 1);
  const char mouth = text[0];
  return (mouth == ')' || mouth == '(' || mouth == 'D' || mouth == 'P') &&
         text.find_first_not_of(mouth) == text.npos;
}

bool starts_with_capital(std::string_view word) {
  if (word.empty()) return false;
  size_t i = 0;
  const char32_t p = next_code_point(word, i);
  return std::any_of(std::begin(kCapitals), std::end(kCapitals), [&](const Capitals& c) {
    return c.first <= p && p <= c.last && (p - c.first) % c.step == 0;
  });
}

}  // namespace sitrep

namespace sitrep::characters {

namespace {

bool is_space(char32_t p) {
  return p == 0xA0 || p == 0x1680 || (p >= 0x2000 && p <= 0x200F) || p == 0x2028 || p == 0x2029 ||
         p == 0x202F || p == 0x205F || p == 0x2060 || p == 0x3000 || p == 0xFEFF || p == 0x85;
}

bool is_punctuation(char32_t p) {
  if (p < 0xC0) return p != 0xAA && p != 0xB5 && p != 0xBA && p != 0xAD;
  if (p == 0xD7 || p == 0xF7) return true;
  return (p >= 0x2010 && p <= 0x205E) || (p >= 0x20A0 && p <= 0x20CF) ||
         (p >= 0x2190 && p <= 0x2BFF) || (p >= 0x3001 && p <= 0x3020) || p == 0x060C ||
         p == 0x061B || p == 0x061F || (p >= 0xFF01 && p <= 0xFF0F) || p >= 0x1F000;
}

}  // namespace

Character beyond_ascii(std::string_view text, size_t i) {
  const size_t begin = i;
  const char32_t point = next_code_point(text, i);
  const auto length = static_cast<uint8_t>(i - begin);
  if (point == 0x2019 || point == 0x02BC) return {CharClass::apostrophe, length};
  if (is_space(point)) return {CharClass::space, length};
  return {is_punctuation(point) ? CharClass::punctuation : CharClass::letter, length};
}

}  // namespace sitrep::characters
