#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "incidents/reconcile.h"

namespace sitrep {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Incident with(std::vector<std::string> members) {
  Incident i;
  i.members = std::move(members);
  return i;
}

const Incident& holding(const std::vector<Incident>& all, const std::string& member) {
  return *std::ranges::find_if(all, [&](const Incident& i) {
    return std::ranges::find(i.members, member) != i.members.end();
  });
}

TEST(Identity, NewIdsHangOnTheFirstMember) {
  std::vector<Incident> once = {with({"a/e0", "b/e0"})};
  std::vector<Incident> again = {with({"a/e0"}), with({"c/e1"})};
  assign_ids(once, {});
  assign_ids(again, {});
  EXPECT_TRUE(testing::Matches(testing::MatchesRegex("i[0-9a-f]+"))(once[0].id));
  EXPECT_EQ(once[0].id.size(), 11U);
  EXPECT_EQ(once[0].id, holding(again, "a/e0").id);
  EXPECT_NE(again[0].id, again[1].id);
}

TEST(Identity, AnEarlierReportDoesNotRename) {
  std::vector<Incident> now = {with({"a/e0", "m/e0", "n/e0"})};
  assign_ids(now, {{"i0000000001", {"m/e0", "n/e0"}}});
  EXPECT_EQ(now[0].id, "i0000000001");
  EXPECT_THAT(now[0].merged_from, IsEmpty());
}

TEST(Identity, AMergeKeepsTheLargerAndRecordsTheOther) {
  std::vector<Incident> now = {with({"a/e0", "b/e0", "c/e0"})};
  assign_ids(now, {{"i0000000002", {"a/e0"}}, {"i0000000001", {"b/e0", "c/e0"}}});
  EXPECT_EQ(now[0].id, "i0000000001");
  EXPECT_THAT(now[0].merged_from, ElementsAre("i0000000002"));
}

TEST(Identity, ASplitKeepsTheIdWithTheLargerPart) {
  std::vector<Incident> before = {with({"a/e0", "b/e0", "c/e0"})};
  assign_ids(before, {});
  std::vector<Incident> now = {with({"a/e0"}), with({"b/e0", "c/e0"})};
  assign_ids(now, {{before[0].id, before[0].members}});
  EXPECT_EQ(holding(now, "b/e0").id, before[0].id);
  EXPECT_NE(holding(now, "a/e0").id, before[0].id);
  EXPECT_THAT(holding(now, "a/e0").id, testing::Not(IsEmpty()));
}

}  // namespace
}  // namespace sitrep
