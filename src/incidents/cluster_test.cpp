#include "incidents/cluster.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "incidents/weights.h"

namespace sitrep::incidents {
namespace {

using Groups = std::vector<std::vector<uint32_t>>;

constexpr float kSure = 9;
constexpr float kAgainst = -4;

// Each event of a report of its own.
std::vector<Told> apart(uint32_t events) {
  std::vector<Told> out;
  for (uint32_t i = 0; i < events; ++i) out.push_back({i, false});
  return out;
}

TEST(Cluster, OneLuckyPairDoesNotGlueWhatElseDisagrees) {
  const std::vector<ScoredPair> pairs = {{0, 1, kSure},    {0, 2, 6},        {0, 3, kAgainst},
                                         {1, 2, kAgainst}, {1, 3, kAgainst}, {2, 3, kSure}};
  EXPECT_EQ(cluster(pairs, apart(4)), (Groups{{0, 1}, {2, 3}}));
}

// An arrest is compared with the deed of its report alone; that others, too, tell of the deed
// doesn't part the two.
TEST(Cluster, AnArrestGoesWithItsDeedHoweverManyTellOfTheDeed) {
  std::vector<Told> events = apart(5);
  events.push_back({0, true});
  std::vector<ScoredPair> pairs;
  for (uint32_t a = 0; a < 5; ++a) {
    for (uint32_t b = a + 1; b < 5; ++b) pairs.push_back({a, b, kSure});
  }
  pairs.push_back({0, 5, 4.5F});
  EXPECT_EQ(cluster(pairs, events), (Groups{{0, 1, 2, 3, 4, 5}}));
}

// A report tells of a deed and of two arrests for it, on two days, that are not each other.
TEST(Cluster, ArrestsOnSeveralDaysMayBeForOneDeed) {
  std::vector<Told> events = apart(4);
  events.push_back({0, true});
  events.push_back({0, true});
  std::vector<ScoredPair> pairs = {{0, 4, kSure}, {0, 5, 4.5F}, {4, 5, kAgainst}};
  for (uint32_t a = 0; a < 4; ++a) {
    for (uint32_t b = a + 1; b < 4; ++b) pairs.push_back({a, b, kSure});
  }
  EXPECT_EQ(cluster(pairs, events), (Groups{{0, 1, 2, 3, 4, 5}}));
}

// Event 3 is of event 0's report, which tells it as part of the same; others contradict it.
std::vector<ScoredPair> fragment(float in_report) {
  return {{0, 1, kSure},    {0, 2, kSure},    {1, 2, kSure},
          {1, 3, kAgainst}, {2, 3, kAgainst}, {0, 3, in_report}};
}

TEST(Cluster, AFragmentGoesWithWhatItsReportTellsItWith) {
  std::vector<Told> events = apart(3);
  events.push_back({0, false});
  EXPECT_EQ(cluster(fragment(weight::kTogether + 0.5F), events), (Groups{{0, 1, 2, 3}}));
  EXPECT_EQ(cluster(fragment(weight::kTogether - 0.5F), events), (Groups{{0, 1, 2}, {3}}));
}

TEST(Cluster, WhatPeoplePartedStaysApart) {
  std::vector<Told> events = apart(3);
  events.push_back({0, false});
  const Constraints people{.together = {}, .sides = {{0}, {}, {}, {1}}};
  EXPECT_EQ(cluster(fragment(kSure), events, people), (Groups{{0, 1, 2}, {3}}));
}

TEST(Cluster, TheOrderOfPairsDoesNotMatter) {
  auto pairs = fragment(weight::kTogether + 0.5F);
  std::vector<Told> events = apart(3);
  events.push_back({0, false});
  const Groups first = cluster(pairs, events);
  std::ranges::reverse(pairs);
  EXPECT_EQ(cluster(pairs, events), first);
}

}  // namespace
}  // namespace sitrep::incidents
