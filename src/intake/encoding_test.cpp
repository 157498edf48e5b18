#include "intake/encoding.h"

#include <gtest/gtest.h>

namespace sitrep {
namespace {

using namespace std::string_literals;

std::string utf16(const std::u16string& text, bool big_endian) {
  std::string out;
  for (char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  }
  return out;
}

const std::string kLatin =
    "The mayor of S\xE3o Jos\xE9 said the d\xE9put\xE9 had left the caf\xE9 before the blast at "
    "noon.";

TEST(Encoding, Utf8StaysAsItIs) { EXPECT_EQ(*to_utf8("caf\xC3\xA9"), "caf\xC3\xA9"); }

TEST(Encoding, MostlyUtf8KeepsItsText) {
  EXPECT_EQ(*to_utf8("caf\xC3\xA9 na\xC3\xAFve \xC3\xBC"
                     "ber \xFF end"),
            "caf\xC3\xA9 na\xC3\xAFve \xC3\xBC"
            "ber \xEF\xBF\xBD end");
}

TEST(Encoding, WesternBytesAreTakenForWindows1252) {
  EXPECT_EQ(*to_utf8("He said \x93no\x94 and left."),
            "He said \xE2\x80\x9Cno\xE2\x80\x9D and left.");
  EXPECT_NE(to_utf8(kLatin)->find("S\xC3\xA3o Jos\xC3\xA9"), std::string::npos);
}

TEST(Encoding, ADeclaredEncodingCounts) {
  EXPECT_EQ(*to_utf8("\xC0\xE1", "windows-1251"), "\xD0\x90\xD0\xB1");
}

TEST(Encoding, Utf16AndUtf32) {
  const std::u16string text = u"Caf\u00E9 \U0001F600 bombed";
  const std::string wanted = "Caf\xC3\xA9 \xF0\x9F\x98\x80 bombed";
  EXPECT_EQ(*to_utf8("\xFF\xFE" + utf16(text, false)), wanted);
  EXPECT_EQ(*to_utf8("\xFE\xFF" + utf16(text, true)), wanted);
  EXPECT_EQ(*to_utf8(utf16(u"A plain line of news", false)), "A plain line of news");
  EXPECT_EQ(*to_utf8(utf16(u"A plain line of news", true)), "A plain line of news");
  EXPECT_EQ(*to_utf8("\xFF\xFE\0\0N\0\0\0\xE9\0\0\0"s), "N\xC3\xA9");
}

TEST(Encoding, CleanText) {
  EXPECT_EQ(cleaned("a\r\nb\rc\nd"), "a\nb\nc\nd");
  EXPECT_EQ(cleaned("a\xC2\xA0"
                    "b\tc\xE2\x80\x89"
                    "d"),
            "a b c d");
  EXPECT_EQ(cleaned("a\0\x01\x7F\xE2\x80\x8B\xEF\xBB\xBF\xC2\xAD"
                    "b"s),
            "ab");
  EXPECT_EQ(cleaned("it\xC2\x92s"), "it\xE2\x80\x99s");
  EXPECT_EQ(cleaned(""), "");
}

}  // namespace
}  // namespace sitrep
