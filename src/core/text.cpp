#include "core/text.h"

#include <algorithm>

namespace sitrep {

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), to_lower);
  return out;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + 1);
    if (text.empty()) parts.push_back(text);
  }
  return parts;
}

bool contains_ignoring_case(std::string_view text, std::string_view part) {
  return std::search(text.begin(), text.end(), part.begin(), part.end(),
                     [](char a, char b) { return to_lower(a) == to_lower(b); }) != text.end();
}

char32_t next_code_point(std::string_view text, size_t& i) {
  const auto lead = static_cast<unsigned char>(text[i]);
  const size_t length = lead < 0x80    ? 1
                        : lead >= 0xF0 ? 4
                        : lead >= 0xE0 ? 3
                        : lead >= 0xC2 ? 2
                                       : 0;
  if (length == 1) return static_cast<char32_t>(text[i++]);
  if (length == 0 || lead > 0xF4 || i + length > text.size()) return ++i, U'\uFFFD';
  char32_t point = lead & (0xFFu >> (length + 1));
  for (size_t k = 1; k < length; ++k) {
    if (!is_continuation(text[i + k])) return ++i, U'\uFFFD';
    point = (point << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3F);
  }
  const bool overlong =
      (length == 3 && point < 0x800) || (length == 4 && (point < 0x10000 || point > 0x10FFFF));
  if (overlong || (point >= 0xD800 && point <= 0xDFFF)) return ++i, U'\uFFFD';
  i += length;
  return point;
}

void append_utf8(std::string& out, char32_t p) {
  if (p < 0x80) {
    out += static_cast<char>(p);
  } else if (p < 0x800) {
    out += static_cast<char>(0xC0 | (p >> 6));
    out += static_cast<char>(0x80 | (p & 0x3F));
  } else if (p < 0x10000) {
    out += static_cast<char>(0xE0 | (p >> 12));
    out += static_cast<char>(0x80 | ((p >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (p & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (p >> 18));
    out += static_cast<char>(0x80 | ((p >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((p >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (p & 0x3F));
  }
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
  const bool ascii = std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
  size_ = static_cast<uint32_t>(text.size());
  if (ascii) return;
  marks_.reserve(text.size() / kStep + 2);
  uint32_t points = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i % kStep == 0) marks_.push_back(points);
    points += !is_continuation(text[i]);
  }
  if (text.size() % kStep == 0) marks_.push_back(points);
  size_ = points;
}

uint32_t CodePoints::at(uint32_t byte) const {
  if (marks_.empty()) return byte;
  byte = std::min(byte, static_cast<uint32_t>(text_.size()));
  uint32_t points = marks_[byte / kStep];
  for (uint32_t i = byte / kStep * kStep; i < byte; ++i) points += !is_continuation(text_[i]);
  return points;
}

uint32_t CodePoints::byte_of(uint32_t code_point) const {
  if (marks_.empty()) return std::min(code_point, size_);
  const auto mark = std::upper_bound(marks_.begin(), marks_.end(), code_point) - marks_.begin() - 1;
  uint32_t points = marks_[mark];
  auto byte = static_cast<uint32_t>(mark * kStep);
  while (byte < text_.size() && is_continuation(text_[byte])) ++byte;
  while (byte < text_.size() && points < code_point) {
    ++byte;
    while (byte < text_.size() && is_continuation(text_[byte])) ++byte;
    ++points;
  }
  return byte;
}

Evidence make_evidence(std::string_view report, std::string_view text, const CodePoints& points,
                       TextSpan span) {
  return {.report = std::string(report),
          .start = points.at(span.begin),
          .end = points.at(span.end),
          .text = std::string(text.substr(span.begin, span.end - span.begin))};
}

namespace {

// Latin letters with marks to their base letter, for U+00C0 to U+017F in the order of the charts;
// '?' where there is none.
constexpr std::string_view kLatin1 =
    "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty";
constexpr std::string_view kExtendedA =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

// The same for U+1E00 to U+1EFF: the dotted letters of transliterated Arabic, Vietnamese.
constexpr std::string_view kExtendedAdditional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwyas????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

// Romanian letters with a comma below, Vietnamese ones with a horn; 0: another letter.
char fold_rare(char32_t p) {
  switch (p) {
    case 0x218:
    case 0x219:
      return 's';
    case 0x21A:
    case 0x21B:
      return 't';
    case 0x1A0:
    case 0x1A1:
      return 'o';
    case 0x1AF:
    case 0x1B0:
      return 'u';
    default:
      return 0;
  }
}

void append_folded(std::string& out, char32_t p) {
  if (p >= 0xC0 && p <= 0xFF) {
    out += kLatin1[p - 0xC0];
  } else if (p >= 0x100 && p < 0x100 + kExtendedA.size()) {
    out += kExtendedA[p - 0x100];
  } else if (p >= 0x1E00 && p <= 0x1EFF && kExtendedAdditional[p - 0x1E00] != '?') {
    out += kExtendedAdditional[p - 0x1E00];
  } else if (p == 0x2018 || p == 0x2019 || p == 0x02BC || p == 0x02BB || p == 0x60 || p == 0xB4) {
    return;  // apostrophes of every shape
  } else if (p >= 0x300 && p <= 0x36F) {
    return;  // combining marks
  } else if ((p >= 0x391 && p <= 0x3A9) || (p >= 0x410 && p <= 0x42F)) {
    append_utf8(out, p + 32);  // Greek and Cyrillic capitals
  } else if (p >= 0x400 && p <= 0x40F) {
    append_utf8(out, p + 80);
  } else if (const char letter = fold_rare(p)) {
    out += letter;
  } else {
    append_utf8(out, p);
  }
}

}  // namespace

void append_normal(std::string& out, std::string_view word) {
  const bool acronym =
      word.size() > 2 && word.find('.') != std::string_view::npos && !is_digit(word[0]);
  for (size_t i = 0; i < word.size();) {
    const char c = word[i];
    if ((c & 0x80) == 0) {
      ++i;
      if (c == '\'' || (c == '.' && acronym)) continue;
      out += to_lower(c);
    } else {
      append_folded(out, next_code_point(word, i));
    }
  }
}

std::string normal(std::string_view word) {
  std::string out;
  append_normal(out, word);
  return out;
}

}  // namespace sitrep
