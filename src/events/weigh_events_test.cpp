// What a model's word makes of events and their fillers. The models are taught one feature: the one
// that every event, or every filler, has.
#include "events/weigh_events.h"

#include <gtest/gtest.h>

#include "events/event_features.h"
#include "events/filler_features.h"
#include "events/test_world.h"

namespace sitrep::events::test {
namespace {

size_t left(int16_t weight, bool doubtful) {
  const HandMade text("gunmen attack .");
  const Reading reading = text.reading();
  Draft event = told_in(0, 1);
  event.doubtful = doubtful;
  const Taught taught(being, EventFeatures(reading).of_being(event).front(), 1, weight);
  std::vector<Draft> drafts{event};
  EventJudge(reading, taught.model()).weigh_events(drafts);
  return drafts.size();
}

TEST(WeighEvents, NothingStaysNothing) {
  const HandMade text("gunmen attack .");
  const Taught taught(being, 1, 1, -250);
  std::vector<Draft> none;
  EventJudge(text.reading(), taught.model()).weigh_events(none);
  EXPECT_TRUE(none.empty());
}

TEST(WeighEvents, WhatIsHardlyAnIncidentIsTakenOut) {
  EXPECT_EQ(left(-250, false), 0);
  EXPECT_EQ(left(0, false), 1);
  EXPECT_EQ(left(250, false), 1);
}

TEST(WeighEvents, ADoubtfulOneMustBeLikelier) {
  EXPECT_EQ(left(4, false), 1);
  EXPECT_EQ(left(4, true), 0);
  EXPECT_EQ(left(24, true), 1);
}

TEST(WeighEvents, AnotherTypeMustBeSure) {
  const auto weighed = [](int16_t weight) {
    const HandMade text("gunmen attack .");
    const Reading reading = text.reading();
    std::vector<Draft> drafts{told_in(0, 1)};
    const uint32_t feature = EventFeatures(reading).of(drafts.front()).front();
    const Taught taught(types, feature, static_cast<uint8_t>(EventType::robbery), weight);
    EventJudge(reading, taught.model()).weigh_events(drafts);
    return drafts.at(0).weighed_type;
  };
  EXPECT_EQ(weighed(250), EventType::robbery);
  EXPECT_EQ(weighed(10), std::nullopt);
}

TEST(WeighEvents, TheRulesTypeNeedsNoOther) {
  const HandMade text("gunmen attack .");
  const Reading reading = text.reading();
  std::vector<Draft> drafts{told_in(0, 1)};
  const uint32_t feature = EventFeatures(reading).of(drafts.front()).front();
  const Taught taught(types, feature, static_cast<uint8_t>(EventType::armed_attack), 250);
  EventJudge(reading, taught.model()).weigh_events(drafts);
  EXPECT_EQ(drafts.at(0).weighed_type, std::nullopt);
}

size_t targets_left(int16_t weight, bool learnt) {
  HandMade text("gunmen attack bank .");
  const uint32_t bank = text.phrase("bank");
  const Reading reading = text.reading();
  std::vector<Draft> drafts{told_in(0, 1)};
  Fill target = fill(bank);
  target.learnt = learnt;
  drafts.front().targets.push_back(target);
  const std::vector<Filler> all = fillers_of(reading, drafts.front());
  const uint32_t feature = FillerFeatures(reading).of(drafts.front(), all.at(0), {}).front();
  const Taught taught(fillers, feature, 1, weight);
  EventJudge(reading, taught.model()).weigh_fillers(drafts);
  return drafts.at(0).targets.size();
}

TEST(WeighFillers, OneThatIsProbablyNoneIsTakenOut) {
  EXPECT_EQ(targets_left(-250, false), 0);
  EXPECT_EQ(targets_left(250, false), 1);
}

TEST(WeighFillers, OneThatOnlyTheModelSeesMustBeLikelier) {
  EXPECT_EQ(targets_left(-40, false), 1);
  EXPECT_EQ(targets_left(-40, true), 0);
}

}  // namespace
}  // namespace sitrep::events::test
