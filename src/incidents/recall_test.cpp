#include "incidents/recall.h"

#include <gtest/gtest.h>

#include "incidents/test_world.h"

namespace sitrep::incidents::test {
namespace {

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

}  // namespace
}  // namespace sitrep::incidents::test
