#include "intake/name_set.h"

#include <gtest/gtest.h>

#include <string>

namespace sitrep {
namespace {

// "share" and "shown" begin in one slot, and "sh" shares it with "s(" and with letters beyond
// ASCII.
constexpr NameSet kNames(std::to_array<std::string_view>({"share", "shown", "rss", "sign-up"}));

TEST(NameSet, FindsANameAnywhere) {
  for (std::string_view text :
       {"share", "no-share", "shared-links", "box shown", "rss", "my-sign-up", "shshare", "rrss"}) {
    EXPECT_TRUE(kNames.any_in(text)) << text;
  }
}

TEST(NameSet, FindsNoPartOfAName) {
  for (std::string_view text : {"", "s", "sh", "shar", "s(are", "shore", "rs s", "sign up", "hare",
                                "\xF3\xE8\xE1\xF2\xE5"}) {
    EXPECT_FALSE(kNames.any_in(text)) << text;
  }
}

}  // namespace
}  // namespace sitrep
