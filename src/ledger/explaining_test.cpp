#include "ledger/explaining.h"

#include <gmock/gmock.h>

#include "ledger/correction_test_world.h"

namespace sitrep::ledger::test {
namespace {

using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(Explaining, EachMemberInCompanyHasTheOtherThatSpeaksMostForIt) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  const Incident market = ledger.incident(id_of(ledger, "a/e1")).value();
  const Explanation why = ledger.explain(market.id, knowledge()).value();
  ASSERT_EQ(why.joins.size(), market.members.size());
  for (const JoinReason& join : why.joins) {
    EXPECT_THAT(market.members, testing::Contains(join.member));
    EXPECT_THAT(market.members, testing::Contains(join.with));
    EXPECT_NE(join.member, join.with);
    EXPECT_THAT(join.reasons, HasSubstr("same place +"));
  }
}

TEST(Explaining, NearMissesAreOfOtherIncidentsTheNearestFirst) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  merge(ledger, "a/e1", {"f/e1"});
  make(ledger, order(CorrectionKind::split, "a/e1", {"b"}));
  const Incident market = ledger.incident(id_of(ledger, "a/e1")).value();
  const Explanation why = ledger.explain(market.id, knowledge()).value();
  ASSERT_THAT(why.near_misses, Not(IsEmpty()));
  EXPECT_EQ(why.near_misses.front().reason.member, "b/e1") << "alike, and parted by a person";
  EXPECT_EQ(why.near_misses.front().incident, id_of(ledger, "b/e1"));
  for (size_t i = 1; i < why.near_misses.size(); ++i)
    EXPECT_LE(why.near_misses[i].reason.score, why.near_misses[i - 1].reason.score);
  for (const auto& miss : why.near_misses) EXPECT_NE(miss.incident, market.id);
}

TEST(Explaining, AloneItHasNoJoinsAndWhatIsNotThereIsNotFound) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  const Explanation why = ledger.explain(id_of(ledger, "e/e1"), knowledge()).value();
  EXPECT_THAT(why.joins, IsEmpty());
  const auto missing = ledger.explain("nothing", knowledge());
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, Code::not_found);
}

}  // namespace
}  // namespace sitrep::ledger::test
