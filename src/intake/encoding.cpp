#include "intake/encoding.h"

#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>

#include "core/text.h"

namespace sitrep {

namespace {

struct CloseDetector {
  void operator()(UCharsetDetector* d) const { ucsdet_close(d); }
};
struct CloseConverter {
  void operator()(UConverter* c) const { ucnv_close(c); }
};

uint32_t unit_at(std::string_view bytes, size_t at, Wide wide) {
  uint32_t unit = 0;
  for (int i = 0; i < wide.width; ++i) {
    const int from = wide.big_endian ? i : wide.width - 1 - i;
    unit = unit << 8 | static_cast<unsigned char>(bytes[at + static_cast<size_t>(from)]);
  }
  return unit;
}

// Latin text in UTF-16 without a mark has zero bytes at every other place.
Wide guess_wide(std::string_view bytes) {
  const auto head = bytes.substr(0, 4096);
  size_t zeros[4] = {0, 0, 0, 0};
  for (size_t i = 0; i < head.size(); ++i) zeros[i % 4] += head[i] == '\0';
  const size_t units = head.size() / 4;
  if (units < 4) return {};
  const auto many = [&](size_t i) { return zeros[i] * 10 > units * 7; };
  const auto few = [&](size_t i) { return zeros[i] * 20 <= units; };
  if (few(0) && many(1) && many(2) && many(3)) return {4, false, 0};
  if (many(0) && many(1) && many(2) && few(3)) return {4, true, 0};
  if (few(0) && many(1) && few(2) && many(3)) return {2, false, 0};
  if (many(0) && few(1) && many(2) && few(3)) return {2, true, 0};
  return {};
}

struct Utf8Check {
  size_t good = 0;  // characters of two bytes or more
  size_t bad = 0;   // bytes that belong to none
};

Utf8Check check_utf8(std::string_view bytes) {
  Utf8Check check;
  for (size_t i = 0; i < bytes.size();) {
    const size_t begin = i;
    const bool ascii = (bytes[i] & 0x80) == 0;
    const char32_t point = next_code_point(bytes, i);
    if (ascii) continue;
    (point == U'\uFFFD' && i - begin == 1 ? check.bad : check.good) += 1;
  }
  return check;
}

// A byte sequence cut short is one bad character, not one for each of its bytes.
std::string mended(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  bool bad_before = false;
  for (size_t i = 0; i < bytes.size();) {
    const size_t begin = i;
    const char32_t point = next_code_point(bytes, i);
    const bool bad = point == U'\uFFFD' && i - begin == 1;
    if (!bad || !bad_before || !is_continuation(bytes[begin])) append_utf8(out, point);
    bad_before = bad;
  }
  return out;
}

std::string detected(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  const auto sample = bytes.substr(0, 256 * 1024);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "windows-1252";
  const std::string name = ucsdet_getName(match, &status);
  const int32_t confidence = ucsdet_getConfidence(match, &status);
  return U_FAILURE(status) || confidence < 30 ? "windows-1252" : name;
}

// Western text is far more common than the detector's guesses among its cousins, which share their
// letters.
std::string preferred(std::string name, std::string_view bytes) {
  const auto high = static_cast<size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; }));
  const bool latin = name == "ISO-8859-2" || name == "ISO-8859-9" || name == "windows-1250" ||
                     name == "windows-1254" || name.starts_with("IBM") || name == "UTF-8";
  if (name == "ISO-8859-1" || (latin && high * 33 < bytes.size())) return "windows-1252";
  return name;
}

std::string converted(std::string_view bytes, const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> from(ucnv_open(name.c_str(), &status));
  const std::unique_ptr<UConverter, CloseConverter> to(ucnv_open("UTF-8", &status));
  if (U_FAILURE(status)) return {};
  std::string out(bytes.size() * 3 + 16, '\0');
  char* target = out.data();
  const char* source = bytes.data();
  ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source,
                 source + bytes.size(), nullptr, nullptr, nullptr, nullptr, true, true, &status);
  if (U_FAILURE(status)) return {};
  out.resize(static_cast<size_t>(target - out.data()));
  return out;
}

bool mostly_unknown(std::string_view text) {
  size_t unknown = 0;
  for (size_t at = text.find("\uFFFD"); at != std::string_view::npos;
       at = text.find("\uFFFD", at + 3)) {
    ++unknown;
  }
  return unknown * 5 > text.size() / 2;
}

// windows-1252 characters that were taken for Latin-1 come as C1 controls.
char32_t from_c1(char32_t point) {
  static constexpr char16_t kPoints[32] = {
      0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  return kPoints[point - 0x80];
}

// The character that stands for this one in clean text; 0: none.
char32_t clean_point(char32_t p) {
  if (p == 0x85 || p == 0x2028 || p == 0x2029) return U'\n';
  if (p >= 0x80 && p < 0xA0) return from_c1(p);
  if (p == 0xA0 || p == 0x1680 || (p >= 0x2000 && p <= 0x200A) || p == 0x202F || p == 0x205F ||
      p == 0x3000) {
    return U' ';
  }
  const bool invisible = p == 0xAD || (p >= 0x200B && p <= 0x200F) ||
                         (p >= 0x202A && p <= 0x202E) || (p >= 0x2060 && p <= 0x206F) ||
                         p == 0xFEFF || (p >= 0xFFF9 && p <= 0xFFFB);
  return invisible ? 0 : p;
}

void append_clean_ascii(std::string& out, std::string_view text, size_t i) {
  const char c = text[i];
  if (c == '\n' && i > 0 && text[i - 1] == '\r') return;
  if (c == '\n' || c == '\r' || c == '\f' || c == '\v') {
    out += '\n';
  } else if (c == '\t') {
    out += ' ';
  } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
    out += c;
  }
}

}  // namespace

Wide wide_encoding(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return {4, false, 4};
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return {4, true, 4};
  if (bytes.starts_with("\xFF\xFE"sv)) return {2, false, 2};
  if (bytes.starts_with("\xFE\xFF"sv)) return {2, true, 2};
  return guess_wide(bytes);
}

std::string narrowed(std::string_view bytes, Wide wide) {
  std::string out;
  const auto width = static_cast<size_t>(wide.width);
  for (size_t i = static_cast<size_t>(wide.mark); i + width <= bytes.size(); i += width) {
    uint32_t unit = unit_at(bytes, i, wide);
    if (wide.width == 2 && unit >= 0xD800 && unit < 0xDC00 && i + 4 <= bytes.size()) {
      const uint32_t low = unit_at(bytes, i + 2, wide);
      if (low >= 0xDC00 && low < 0xE000) {
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    const bool bad = unit > 0x10FFFF || (unit >= 0xD800 && unit < 0xE000);
    append_utf8(out, bad ? U'\uFFFD' : static_cast<char32_t>(unit));
  }
  return out;
}

Result<std::string> to_utf8(std::string bytes, std::string_view declared) {
  if (simdjson::validate_utf8(bytes) && bytes.find('\0') == std::string::npos) return bytes;
  if (const Wide wide = wide_encoding(bytes); wide.width > 0) return narrowed(bytes, wide);
  const Utf8Check check = check_utf8(bytes);
  const bool utf8_said = lower_ascii(declared) == "utf-8" || bytes.starts_with("\xEF\xBB\xBF");
  if (check.bad == 0 || check.good > 2 * check.bad || (utf8_said && check.good >= check.bad))
    return mended(bytes);
  std::string text;
  if (!declared.empty() && !utf8_said) text = converted(bytes, std::string(declared));
  if (text.empty()) text = converted(bytes, preferred(detected(bytes), bytes));
  if (text.empty()) text = converted(bytes, "windows-1252");
  if (text.empty() || mostly_unknown(text))
    return fail(Code::bad_encoding, "no known encoding explains its bytes");
  return text;
}

std::string valid_utf8(std::string mostly) {
  return simdjson::validate_utf8(mostly) ? mostly : mended(mostly);
}

std::string cleaned(std::string utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (size_t i = 0; i < utf8.size();) {
    size_t plain = i;
    while (plain < utf8.size() && utf8[plain] >= 0x20 && utf8[plain] < 0x7F) ++plain;
    out.append(utf8, i, plain - i);
    i = plain;
    if (i == utf8.size()) break;
    if ((utf8[i] & 0x80) == 0) {
      append_clean_ascii(out, utf8, i++);
    } else if (const char32_t point = clean_point(next_code_point(utf8, i)); point != 0) {
      append_utf8(out, point);
    }
  }
  return out;
}

}  // namespace sitrep
