#include "incidents/recall.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "incidents/test_world.h"

namespace sitrep::incidents::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const knowledge::Lexicon kLexicon;

Incident incident(Phase phase, When when, Where where, Quantity killed = {}) {
  Incident i;
  i.type = EventType::bombing;
  i.phase = phase;
  i.when = when;
  i.where = std::move(where);
  i.killed = std::move(killed);
  return i;
}

TEST(Recall, SameDayAndTownIsTheRecordOfIt) {
  const Incident news = incident(Phase::news, on("2019-03-04"), marjah(), exactly(7));
  EXPECT_TRUE(recalls(incident(Phase::background, on("2019-03-04"), marjah()), news, kLexicon));
  EXPECT_TRUE(
      recalls(incident(Phase::background, month_when(2019, 3, Basis::stated), marjah(), exactly(7)),
              news, kLexicon));
}

TEST(Recall, MonthAndTownAloneAreNotEnoughNorIsAnotherTown) {
  const Incident news = incident(Phase::news, on("2019-03-04"), marjah(), exactly(7));
  const When march = month_when(2019, 3, Basis::stated);
  EXPECT_FALSE(recalls(incident(Phase::background, march, marjah()), news, kLexicon));
  EXPECT_FALSE(recalls(incident(Phase::background, on("2019-03-04"), herat()), news, kLexicon));
  EXPECT_FALSE(recalls(incident(Phase::background, march, marjah(), exactly(30)), news, kLexicon));
  EXPECT_FALSE(recalls(incident(Phase::news, on("2019-03-04"), marjah()), news, kLexicon));
}

// A report's new event recalls what its background events are part of.
TEST(Recall, NewIncidentsListWhatTheirReportsRecall) {
  Event blast = event(EventType::bombing, on("2019-03-04"), marjah());
  Event older = event(EventType::bombing, on("2018-03-04"), herat());
  older.phase = Phase::background;
  const std::vector<Coding> codings = {report("r1", "2019-03-05", "Text.", {blast, older})};
  auto incidents = incidents_of(codings);
  ASSERT_EQ(incidents.size(), 2U);
  incidents[0].id = "old";
  incidents[1].id = "new";
  link_background(incidents, codings, kLexicon);
  EXPECT_THAT(incidents[1].background, ElementsAre("old"));
  EXPECT_THAT(incidents[0].background, IsEmpty());
  EXPECT_THAT(incidents[0].recalls, IsEmpty());
}

TEST(Recall, BackgroundIncidentPointsToTheRecord) {
  std::vector<Incident> incidents = {
      incident(Phase::news, on("2019-03-04"), marjah(), exactly(7)),
      incident(Phase::background, on("2019-03-05"), marjah(), exactly(7))};
  incidents[0].id = "i1";
  incidents[1].id = "i2";
  link_background(incidents, {}, kLexicon);
  EXPECT_THAT(incidents[1].recalls, ElementsAre("i1"));
  EXPECT_THAT(incidents[0].recalls, IsEmpty());
}

}  // namespace
}  // namespace sitrep::incidents::test
