// Which events of a report are joined after all. The model is taught the one feature that every
// pair of events has.
#include "events/reunite.h"

#include <gtest/gtest.h>

#include "events/test_world.h"

namespace sitrep::events::test {
namespace {

constexpr const char* kText =
    "Gunmen attack . Gunmen attack . Gunmen attack . Gunmen attack . Gunmen attack .";

// The events left of those, with weights by which two are one: 24 to a unit of log odds.
std::vector<Draft> left_of(std::vector<Draft> events, int16_t weight) {
  const HandMade text(kText);
  Reading reading = text.reading();
  const Taught none(reunions, 1, 1, 0);
  reading.model = &none.model();
  uint32_t feature = 0;
  std::vector<Draft> two{told_in(0, 1), told_in(1, 4)};
  reunite(reading, two, [&](size_t, size_t, const auto& features) { feature = features.front(); });
  const Taught taught(reunions, feature, 1, weight);
  reading.model = &taught.model();
  reunite(reading, events);
  return events;
}

TEST(Reunite, WithoutAModelNothingIsJoined) {
  const HandMade text(kText);
  std::vector<Draft> events{told_in(0, 1), told_in(1, 4)};
  reunite(text.reading(), events);
  EXPECT_EQ(events.size(), 2);
}

TEST(Reunite, NothingAndOneStayWhatTheyAre) {
  EXPECT_TRUE(left_of({}, 250).empty());
  EXPECT_EQ(left_of({told_in(0, 1)}, 250).size(), 1);
}

TEST(Reunite, WhatIsNotProbablyOneStaysTwo) {
  EXPECT_EQ(left_of({told_in(0, 1), told_in(1, 4)}, 0).size(), 2);
  EXPECT_EQ(left_of({told_in(0, 1), told_in(1, 4)}, 10).size(), 2);
}

TEST(Reunite, AllThatAreProbablyOneBecomeIt) {
  const auto left = left_of({told_in(0, 1), told_in(1, 4), told_in(2, 7), told_in(3, 10)}, 250);
  ASSERT_EQ(left.size(), 1);
  ASSERT_EQ(left.front().tellings.size(), 4);
  for (uint32_t i = 0; i < 4; ++i) EXPECT_EQ(left.front().tellings[i].sentence, i);
}

TEST(Reunite, TellingsStayInTheOrderOfTheText) {
  Draft around = told_in(0, 1);
  around.tellings.push_back(told_in(2, 7).tellings.front());
  const auto left = left_of({around, told_in(1, 4)}, 250);
  ASSERT_EQ(left.size(), 1);
  ASSERT_EQ(left.front().tellings.size(), 3);
  EXPECT_EQ(left.front().tellings[1].sentence, 1);
  EXPECT_EQ(left.front().last_sentence(), 2);
}

TEST(Reunite, WhatRulesPartStaysTwo) {
  Draft january = on("2024-01-05"), may = on("2024-05-20");
  may.tellings.front().sentence = 1;
  may.tellings.front().trigger = {4, 5};
  EXPECT_EQ(left_of({january, may}, 250).size(), 2);
}

TEST(Reunite, ADoubtfulEventIsOneWhereASureOneTakesIt) {
  Draft doubtful = told_in(1, 4);
  doubtful.doubtful = true;
  const auto left = left_of({told_in(0, 1), doubtful}, 250);
  ASSERT_EQ(left.size(), 1);
  EXPECT_FALSE(left.front().doubtful);
}

TEST(Reunite, AListOfVeryManyIsLeftAsItIs) {
  std::vector<Draft> events;
  for (uint32_t i = 0; i < 30; ++i) events.push_back(told_in(i % 5, 3 * (i % 5) + 1));
  EXPECT_EQ(left_of(events, 250).size(), 30);
}

}  // namespace
}  // namespace sitrep::events::test
