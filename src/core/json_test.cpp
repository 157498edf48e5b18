#include "core/json.h"

#include <gtest/gtest.h>

namespace sitrep {
namespace {

std::string written(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

TEST(JsonString, EscapesWhatMustBe) {
  EXPECT_EQ(written(""), "\"\"");
  EXPECT_EQ(written("plain \u00E9"), "\"plain \u00E9\"");
  EXPECT_EQ(written("\"a\\b\""), "\"\\\"a\\\\b\\\"\"");
  EXPECT_EQ(written("\na\tb\r"), "\"\\na\\tb\\r\"");
  EXPECT_EQ(written(std::string_view("x\0\x1Fy\x7F", 5)), "\"x\\u0000\\u001fy\x7F\"");
}

}  // namespace
}  // namespace sitrep
