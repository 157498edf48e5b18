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

// The features of a draft whose target is `bank`, of what was told in the sentence before.
std::vector<uint32_t> features_with(const std::string& text, NounPhrase bank) {
  HandMade world(text);
  const Draft event = told_in(0, 1);
  Draft draft = told_in(1, 5);
  Fill target;
  target.phrase = world.phrase("bank", std::move(bank));
  draft.targets.push_back(target);
  const Reading reading = world.reading();
  JoinFeatures features(reading);
  const auto all = features.candidates({&event}, draft);
  return features.of(all.at(0), draft);
}

NounPhrase spoken_of(bool definite) {
  NounPhrase phrase;
  phrase.definite = definite;
  phrase.indefinite = !definite;
  return phrase;
}

TEST(JoinFeaturesOf, WhatIsNewHasAnArticleOfItsOwn) {
  const std::string text = "gunmen attack camp . rebels attack bank .";
  EXPECT_EQ(features_with(text, spoken_of(false)), features_with(text, spoken_of(false)));
  EXPECT_NE(features_with(text, spoken_of(false)), features_with(text, spoken_of(true)));
}

// The words themselves are features only before the event's own word.
TEST(JoinFeaturesOf, WordsThatLeadOnAreSeen) {
  const auto with = [](const std::string& word) {
    return features_with("gunmen attack camp . rebels attack bank " + word + " .", {});
  };
  EXPECT_EQ(with("again"), with("today"));
  EXPECT_NE(with("again"), with("also"));
}

}  // namespace
}  // namespace sitrep::events::test
