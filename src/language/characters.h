// What a tokeniser asks of characters: a class for each code point, from a table for ASCII.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sitrep {

enum class CharClass : uint8_t { space, letter, digit, punctuation, apostrophe };

struct Character {
  CharClass cls = CharClass::space;
  uint8_t length = 1;  // bytes
};

namespace characters {

constexpr std::array<CharClass, 128> make_ascii() {
  std::array<CharClass, 128> table{};
  for (size_t c = 33; c < 127; ++c) table[c] = CharClass::punctuation;
  for (size_t c = '0'; c <= '9'; ++c) table[c] = CharClass::digit;
  for (size_t c = 'a'; c <= 'z'; ++c) table[c] = table[c - 32] = CharClass::letter;
  table['\''] = CharClass::apostrophe;
  return table;
}

inline constexpr auto kAscii = make_ascii();

Character beyond_ascii(std::string_view text, size_t i);

}  // namespace characters

inline Character character_at(std::string_view text, size_t i) {
  const auto c = static_cast<unsigned char>(text[i]);
  if (c < 128) return {characters::kAscii[c], 1};
  return characters::beyond_ascii(text, i);
}

// ":)", ";-))", ":D": all of the text.
bool is_face(std::string_view text);

// Latin, Greek and Cyrillic.
bool starts_with_capital(std::string_view word);

inline bool is_one_letter(std::string_view word) {
  if (word.empty()) return false;
  const Character c = character_at(word, 0);
  return c.cls == CharClass::letter && c.length == word.size();
}

}  // namespace sitrep
