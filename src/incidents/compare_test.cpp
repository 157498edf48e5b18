#include "incidents/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "incidents/test_world.h"

namespace sitrep::incidents::test {
namespace {

using ::testing::Contains;
using ::testing::Not;

const knowledge::Lexicon& lexicon() {
  static const knowledge::Lexicon out;
  return out;
}

Face face_of(const std::string& report_id, std::vector<Item> things, std::vector<Item> people) {
  Event e = event(EventType::shelling, on("2022-06-01"), marjah());
  e.physical_targets = std::move(things);
  e.human_targets = std::move(people);
  const Coding coding = report(report_id, "2022-06-02", "Shells fell in Marjah.", {e});
  return make_sketch(coding, lexicon()).faces.at(0);
}

std::vector<std::string_view> reasons_of(const Face& a, const Face& b) {
  Reasons reasons;
  compare(a, b, lexicon(), false, &reasons);
  std::vector<std::string_view> out;
  out.reserve(reasons.size());
  for (const Reason& r : reasons) out.push_back(r.name);
  return out;
}

TEST(Compare, WhatWasHitAgreesByItsNounElseByItsKind) {
  const Face bakery = face_of("r1", {thing("a bakery", "commercial")}, {});
  EXPECT_THAT(reasons_of(bakery, face_of("r2", {thing("the old bakery", "commercial")}, {})),
              Contains(weight::telling_thing.name));
  EXPECT_THAT(reasons_of(bakery, face_of("r2", {thing("a hospital", "medical")}, {})),
              Contains(weight::other_telling_thing.name));
}

TEST(Compare, PeopleAndThingsAreHeldApart) {
  const Face mourners = face_of("r1", {}, {thing("mourners", "civilian")});
  const auto reasons = reasons_of(mourners, face_of("r2", {thing("a bakery", "commercial")}, {}));
  for (const Weight& w : {weight::telling_people, weight::like_people, weight::other_people,
                          weight::telling_thing, weight::other_thing})
    EXPECT_THAT(reasons, Not(Contains(w.name)));
}

TEST(Compare, AnotherTargetWeighsMoreWhereMuchHappens) {
  const Face one = face_of("r1", {thing("a bakery", "commercial")}, {});
  const Face other = face_of("r2", {thing("a clinic", "medical")}, {});
  const Face same = face_of("r3", {thing("a bakery", "commercial")}, {});
  const auto gap = [&](bool busy) {
    return compare(one, same, lexicon(), busy) - compare(one, other, lexicon(), busy);
  };
  EXPECT_GT(gap(true), 2 * gap(false));
}

TEST(Compare, EventsOfOneReportAreWeighedAlikeEverywhere) {
  const Face one = face_of("r1", {thing("a bakery", "commercial")}, {});
  const Face other = face_of("r1", {thing("a clinic", "medical")}, {});
  EXPECT_EQ(compare(one, other, lexicon(), true), compare(one, other, lexicon(), false));
}

TEST(Compare, ReasonsAddUpToTheScore) {
  const Face one = face_of("r1", {thing("a bakery", "commercial")}, {});
  const Face other = face_of("r2", {thing("a clinic", "medical")}, {});
  Reasons reasons;
  const double score = compare(one, other, lexicon(), true, &reasons);
  double sum = 0;
  for (const Reason& r : reasons) sum += r.value;
  EXPECT_NEAR(sum, score, 1e-9);
}

TEST(Compare, WhatTwoReportsAreMainlyAboutOnOneDaySpeaksForOneAffair) {
  const auto lead = [](const std::string& id, const When& when) {
    Event e = event(EventType::shelling, when, marjah());
    return make_sketch(report(id, "2022-06-02", "Shells fell in Marjah.", {e}), lexicon())
        .faces.at(0);
  };
  const Face one = lead("r1", on("2022-06-01"));
  EXPECT_THAT(reasons_of(one, lead("r2", on("2022-06-01"))), Contains(weight::both_lead.name));
  EXPECT_THAT(reasons_of(one, lead("r2", on("2022-06-02"))), Not(Contains(weight::both_lead.name)));
  EXPECT_THAT(reasons_of(one, lead("r2", When{})), Not(Contains(weight::both_lead.name)));
}

TEST(Compare, HowMuchHappensIsWeighedByTheBusyColumn) {
  EXPECT_EQ(compare(Setting{.bustle = 4}), weight::busy_place[4].busy);
  EXPECT_EQ(compare(Setting{.bustle = 4, .spread = 0, .own_names = 1}), weight::names_told[0].busy);
  EXPECT_EQ(compare(Setting{}), 0);
}

TEST(Compare, AThousandTargetsAreNotAllComparedWithAThousand) {
  std::vector<Item> many(1000, thing("", "residence"));
  for (size_t i = 0; i < many.size(); ++i) many[i].description = "house" + std::to_string(i);
  EXPECT_LT(face_of("r1", many, {}).targets.size(), 100u);
}

}  // namespace
}  // namespace sitrep::incidents::test
