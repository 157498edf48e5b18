// How an event ended, where its tellings differ.
#include <gtest/gtest.h>

#include "events/assemble.h"
#include "events/test_world.h"

namespace sitrep::events::test {
namespace {

Draft told_as(std::initializer_list<Outcome> outcomes) {
  Draft draft;
  for (const Outcome outcome : outcomes) {
    Draft one = told_in(0);
    one.tellings.front().outcome = outcome;
    draft.tellings.push_back(one.tellings.front());
  }
  return draft;
}

Outcome outcome_of(const Draft& draft) {
  static const HandMade text("gunmen fled .");
  return resolve_outcome(text.reading(), draft);
}

TEST(Outcomes, PlannedAndCarriedOutIsCompleted) {
  EXPECT_EQ(outcome_of(told_as({Outcome::planned, Outcome::completed})), Outcome::completed);
  EXPECT_EQ(outcome_of(told_as({Outcome::completed, Outcome::threatened})), Outcome::completed);
}

TEST(Outcomes, PlannedAloneStaysPlanned) {
  EXPECT_EQ(outcome_of(told_as({Outcome::planned, Outcome::planned})), Outcome::planned);
  EXPECT_EQ(outcome_of(told_as({Outcome::threatened})), Outcome::threatened);
}

TEST(Outcomes, PlannedAndDeniedStaysPlanned) {
  Draft draft = told_as({Outcome::planned, Outcome::completed});
  draft.tellings.back().voice.polarity = Polarity::denied;
  EXPECT_EQ(outcome_of(draft), Outcome::planned);
}

TEST(Outcomes, FailedButPeopleWereHurtIsCompleted) {
  for (const Effect effect : {Effect::killed, Effect::wounded}) {
    Draft draft = told_as({Outcome::failed});
    EXPECT_EQ(outcome_of(draft), Outcome::failed);
    draft.tolls.push_back(toll(effect, 2));
    EXPECT_EQ(outcome_of(draft), Outcome::completed);
  }
}

TEST(Outcomes, FailedAndNobodyHurtIsFailed) {
  Draft draft = told_as({Outcome::foiled});
  draft.tolls.push_back(toll(Effect::killed, 0));
  EXPECT_EQ(outcome_of(draft), Outcome::foiled);
  draft.tolls.push_back(toll(Effect::wounded, 3));
  draft.tolls.back().voice.polarity = Polarity::denied;
  EXPECT_EQ(outcome_of(draft), Outcome::foiled);
}

TEST(Outcomes, AnAssassinationThatHurtOthersFailed) {
  Draft draft = told_as({Outcome::failed});
  draft.tellings.front().type = EventType::assassination;
  draft.tolls.push_back(toll(Effect::wounded, 2));
  EXPECT_EQ(outcome_of(draft), Outcome::failed);
}

TEST(Outcomes, OnlyWhatFliesIsIntercepted) {
  HandMade text("car and rockets .");
  NounPhrase flying;
  flying.kind = "rocket";
  const uint32_t car = text.phrase("car");
  const uint32_t rockets = text.phrase("rockets", flying);
  Draft draft = told_as({Outcome::intercepted, Outcome::completed});
  draft.instruments = {fill(car)};
  EXPECT_EQ(resolve_outcome(text.reading(), draft), Outcome::completed);
  draft.instruments = {fill(car), fill(rockets)};
  EXPECT_EQ(resolve_outcome(text.reading(), draft), Outcome::intercepted);
}

TEST(Outcomes, DebrisOfADestroyedDroneIsOfAnInterception) {
  HandMade text("fragments of a downed drone fell . a drone fell .");
  NounPhrase flying;
  flying.kind = "drone";
  const uint32_t downed = text.phrase("a downed drone", flying);
  const uint32_t drone = text.phrase("a drone", flying);
  Draft draft = told_as({Outcome::completed});
  draft.instruments = {fill(downed)};
  EXPECT_EQ(resolve_outcome(text.reading(), draft), Outcome::intercepted);
  draft.instruments = {fill(downed), fill(drone)};
  EXPECT_EQ(resolve_outcome(text.reading(), draft), Outcome::completed);
}

}  // namespace
}  // namespace sitrep::events::test
