// What is known of the events that a draft may be of, side by side.
#include "events/join_features.h"

#include <gtest/gtest.h>

#include "events/test_world.h"

namespace sitrep::events::test {
namespace {

TEST(JoinCandidates, RanksCountFromTheOneToldOfLast) {
  const HandMade text("gunmen attack bank . rebels attack camp . raid went on .");
  const Reading reading = text.reading();
  const Draft first = told_in(0, 1), second = told_in(1, 5), draft = told_in(2, 8);
  const auto all = JoinFeatures(reading).candidates({&first, &second}, draft);
  ASSERT_EQ(all.size(), 2);
  EXPECT_EQ(all[0].rank, 1);
  EXPECT_EQ(all[1].rank, 0);
  EXPECT_TRUE(JoinFeatures(reading).candidates({}, draft).empty());
}

TEST(JoinCandidates, WordsInCommonAreCountedBesideTheRivals) {
  const HandMade text("gunmen attack bank . rebels attack camp . guards left bank .");
  const Reading reading = text.reading();
  const Draft first = told_in(0, 1), second = told_in(1, 5), draft = told_in(2, 9);
  const auto all = JoinFeatures(reading).candidates({&first, &second}, draft);
  const uint32_t stop = 1;  // the full stop is a noun here
  EXPECT_EQ(all[0].words, 1 + stop);
  EXPECT_EQ(all[1].words, stop);
  EXPECT_EQ(all[0].rivals.words, stop);
  EXPECT_EQ(all[1].rivals.words, 1 + stop);
  EXPECT_EQ(all[0].rivals.events, 1);
}

TEST(JoinCandidates, ARivalOfTheSameDayIsSeen) {
  const HandMade text("gunmen attack bank .");
  const Reading reading = text.reading();
  const Draft monday = on("2024-03-04"), tuesday = on("2024-03-05"), draft = on("2024-03-05");
  const auto all = JoinFeatures(reading).candidates({&monday, &tuesday}, draft);
  EXPECT_TRUE(all[0].rivals.same_day);
  EXPECT_FALSE(all[1].rivals.same_day);
}

TEST(JoinCandidates, AloneThereAreNoRivals) {
  const HandMade text("gunmen attack bank .");
  const Reading reading = text.reading();
  const Draft event = told_in(0, 1), draft = told_in(0, 1);
  JoinFeatures features(reading);
  const auto all = features.candidates({&event}, draft);
  EXPECT_EQ(all.at(0).rivals.events, 0);
  EXPECT_FALSE(features.of(all[0], draft).empty());
}

}  // namespace
}  // namespace sitrep::events::test
