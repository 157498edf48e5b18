// Small text helpers that every room needs: UTF-8 stepping, code-point offsets, ASCII folding.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sitrep/values.h"

namespace sitrep {

constexpr bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }
constexpr bool is_word_byte(char c) {  // of a letter, a digit or anything beyond ASCII
  return is_lower(to_lower(c)) || is_digit(c) || (static_cast<unsigned char>(c) & 0x80) != 0;
}
constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string lower_ascii(std::string_view text);
std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);  // "" gives none
bool contains_ignoring_case(std::string_view text, std::string_view ascii_part);

// Bytes of one valid UTF-8 code point at `i`; advances `i`. Invalid bytes come back as U+FFFD, one
// byte each.
char32_t next_code_point(std::string_view text, size_t& i);
void append_utf8(std::string& out, char32_t code_point);

// Byte offsets of a text as code points. ASCII texts cost nothing.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  uint32_t at(uint32_t byte) const;  // code points before `byte`
  uint32_t byte_of(uint32_t code_point) const;
  uint32_t size() const { return size_; }

 private:
  static constexpr uint32_t kStep = 64;
  std::string_view text_;
  std::vector<uint32_t> marks_;  // code points before byte kStep * i; empty when all is ASCII
  uint32_t size_ = 0;
};

Evidence make_evidence(std::string_view report, std::string_view text, const CodePoints& points,
                       TextSpan span);

// The normal form of a word for comparison: case folded, accents and apostrophes gone, U.S. as us.
// Appends to `out`; see normal_key for the hash of it.
void append_normal(std::string& out, std::string_view word);
std::string normal(std::string_view word);

}  // namespace sitrep
