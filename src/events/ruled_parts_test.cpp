// What parts the rules gave phrases.
#include "events/ruled_parts.h"

#include <gtest/gtest.h>

#include "events/test_world.h"

namespace sitrep::events::test {
namespace {

std::vector<Part> parts_of(const RuledParts& ruled, uint32_t phrase) {
  std::vector<Part> parts;
  for (const RuledPart& part : ruled.of(phrase)) parts.push_back(part.part);
  return parts;
}

TEST(RuledParts, OfAPhraseInAllEvents) {
  std::vector<Draft> drafts{told_in(0, 1), told_in(0, 5)};
  drafts[0].perpetrators.push_back(fill(0));
  drafts[0].targets.push_back(fill(2, true));
  drafts[1].perpetrators.push_back(fill(2));
  RuledParts ruled;
  ruled.add(drafts);
  EXPECT_EQ(parts_of(ruled, 0), (std::vector{Part::perpetrator}));
  EXPECT_EQ(parts_of(ruled, 2), (std::vector{Part::human_target, Part::perpetrator}));
  EXPECT_TRUE(parts_of(ruled, 1).empty());
}

TEST(RuledParts, WhomAPronounMeansStandsInASentenceBefore) {
  std::vector<Draft> first{told_in(0, 1)}, second{told_in(1, 5)};
  first[0].perpetrators.push_back(fill(3));
  second[0].targets.push_back(fill(1, true));
  second[0].targets.push_back(fill(4, true));
  RuledParts ruled;
  ruled.add(first);
  ruled.add(second);
  for (const uint32_t phrase : {1U, 3U, 4U}) EXPECT_EQ(ruled.of(phrase).size(), 1u) << phrase;
  ruled.clear();
  EXPECT_TRUE(ruled.of(3).empty());
}

}  // namespace
}  // namespace sitrep::events::test
