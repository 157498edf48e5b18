// Irregular forms, whatever their tag.
#include <gtest/gtest.h>

#include "core/hash.h"
#include "language/analyser.h"

namespace sitrep {
namespace {

TEST(IrregularVerbs, FormsGiveTheirLemma) {
  EXPECT_EQ(irregular_verb(key("overran")), key("overrun"));
  EXPECT_EQ(irregular_verb(key("slew")), key("slay"));
  EXPECT_EQ(irregular_verb(key("shot")), key("shoot"));
  EXPECT_EQ(irregular_verb(key("blew")), key("blow"));
  EXPECT_EQ(irregular_verb(key("fled")), key("flee"));
  EXPECT_EQ(irregular_verb(key("stole")), key("steal"));
  EXPECT_EQ(irregular_verb(key("threw")), key("throw"));
}

TEST(IrregularVerbs, OtherWordsGiveNone) {
  for (const char* word : {"", "attack", "attacked", "bomb", "village", "overrunning"})
    EXPECT_EQ(irregular_verb(key(word)), kNoKey) << word;
  EXPECT_EQ(irregular_verb(kNoKey), kNoKey);
}

}  // namespace
}  // namespace sitrep
