#include "incidents/corrections.h"

#include <gmock/gmock.h>

#include "incidents/test_world.h"

namespace sitrep::incidents::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using Names = std::vector<std::string>;

HeldCorrection held(int64_t id, CorrectionKind kind, Names members, Names rest = {}) {
  HeldCorrection out;
  out.record.id = id;
  out.record.kind = kind;
  out.record.by = "ann";
  out.record.field =
      kind == CorrectionKind::reject ? CorrectedField::rejected : CorrectedField::members;
  out.members = std::move(members);
  out.rest = std::move(rest);
  return out;
}

HeldCorrection merged(int64_t id, Names members) {
  return held(id, CorrectionKind::merge, std::move(members));
}

HeldCorrection parted(int64_t id, Names members, Names rest) {
  return held(id, CorrectionKind::split, std::move(members), std::move(rest));
}

HeldCorrection set(int64_t id, CorrectedField field, FieldValue value, Names members) {
  HeldCorrection out = held(id, CorrectionKind::correct, std::move(members));
  out.record.field = field;
  out.record.value = std::move(value);
  return out;
}

Corrections folded(const std::vector<HeldCorrection>& all) { return corrections_of(all); }

TEST(Corrections, MergesWithEventsInCommonAreOneSet) {
  const auto c = folded(
      {merged(1, {"a/e0", "b/e0"}), merged(2, {"b/e0", "c/e0"}), merged(3, {"x/e0", "y/e0"})});
  EXPECT_THAT(c.together, ElementsAre(Names{"a/e0", "b/e0", "c/e0"}, Names{"x/e0", "y/e0"}));
  EXPECT_THAT(c.apart, IsEmpty());
}

TEST(Corrections, ALaterSplitOutranksAMerge) {
  const auto c =
      folded({merged(1, {"a/e0", "b/e0", "c/e0"}), parted(2, {"c/e0"}, {"a/e0", "b/e0"})});
  EXPECT_THAT(c.together, ElementsAre(Names{"a/e0", "b/e0"}));
  ASSERT_THAT(c.apart, SizeIs(1));
  EXPECT_THAT(c.apart[0].one, ElementsAre("c/e0"));
  EXPECT_THAT(c.apart[0].other, ElementsAre("a/e0", "b/e0"));
}

TEST(Corrections, ALaterMergeOutranksASplit) {
  const auto c =
      folded({parted(1, {"c/e0", "d/e0"}, {"a/e0", "b/e0"}), merged(2, {"a/e0", "c/e0"})});
  EXPECT_THAT(c.apart, IsEmpty()) << "d/e0 was split off together with c/e0 and goes back with it";
  EXPECT_THAT(c.together, ElementsAre(Names{"a/e0", "c/e0", "d/e0"}));
}

TEST(Corrections, WhatIsSplitOffAndMergedElsewhereStaysApart) {
  const auto c = folded({parted(1, {"c/e0"}, {"a/e0"}), merged(2, {"c/e0", "x/e0"})});
  ASSERT_THAT(c.apart, SizeIs(1));
  EXPECT_THAT(c.apart[0].one, ElementsAre("c/e0"));
  EXPECT_THAT(c.together, ElementsAre(Names{"c/e0", "x/e0"}));
}

TEST(Corrections, OneEventOnBothSidesIsNoSplit) {
  const auto c = folded({parted(1, {"a/e0"}, {"a/e0"})});
  EXPECT_THAT(c.apart, IsEmpty());
  EXPECT_THAT(c.together, IsEmpty());
}

// -- what they do to incidents

Event bomb(Where where) {
  Event e = event(EventType::bombing, on("2019-03-04"), std::move(where));
  e.killed = exactly(7);
  e.instruments = {thing("car bomb", "vehicle_bomb")};
  return e;
}

std::vector<Coding> two_towns() {
  return {
      report("a", "2019-03-05", "A car bomb killed seven people at a market in Marjah.",
             {bomb(marjah())}),
      report("b", "2019-03-05", "Seven died when a car bomb went off at Marjah's market.",
             {bomb(marjah())}),
      report("c", "2019-03-05", "A car bomb at a bank in Herat left seven people dead.",
             {bomb(herat())}),
  };
}

std::vector<Incident> with(const std::vector<HeldCorrection>& all,
                           const std::vector<Coding>& codings = two_towns()) {
  static const knowledge::Lexicon lexicon;
  return reconcile(codings, lexicon, corrections_of(all));
}

TEST(Corrected, WithoutCorrectionsTheMachineDecides) {
  EXPECT_THAT(members_of(with({})), ElementsAre(Names{"a/e0", "b/e0"}, Names{"c/e0"}));
}

TEST(Corrected, AMergeJoinsWhatLooksUnlike) {
  EXPECT_THAT(members_of(with({merged(1, {"a/e0", "c/e0"})})),
              ElementsAre(Names{"a/e0", "b/e0", "c/e0"}));
}

TEST(Corrected, ASplitPartsWhatLooksAlike) {
  const auto out = with({parted(1, {"b/e0"}, {"a/e0"})});
  EXPECT_THAT(members_of(out), ElementsAre(Names{"a/e0"}, Names{"b/e0"}, Names{"c/e0"}));
  for (const Incident& i : out) EXPECT_THAT(i.corrections, SizeIs(i.members[0] == "c/e0" ? 0 : 1));
}

TEST(Corrected, WhatComesLaterDoesNotBridgeASplit) {
  auto codings = two_towns();
  for (const char* id : {"d", "e"}) {
    codings.push_back(report(id, "2019-03-06", "Car bomb at the market of Marjah killed seven.",
                             {bomb(marjah())}));
  }
  const auto out = with({parted(1, {"b/e0"}, {"a/e0"})}, codings);
  for (const Incident& i : out) {
    const bool both =
        std::ranges::count(i.members, "a/e0") && std::ranges::count(i.members, "b/e0");
    EXPECT_FALSE(both);
  }
}

TEST(Corrected, AValueOutranksTheReportsAndShows) {
  const auto out = with({set(1, CorrectedField::killed, exactly(9), {"a/e0", "b/e0"}),
                         set(2, CorrectedField::type, EventType::shelling, {"a/e0", "b/e0"})});
  const auto& corrected = out[0].members[0] == "a/e0" ? out[0] : out[1];
  EXPECT_EQ(corrected.killed.best, 9);
  EXPECT_EQ(corrected.type, EventType::shelling);
  EXPECT_THAT(corrected.corrections, SizeIs(2));
  EXPECT_THAT(corrected.summary, HasSubstr("nine")) << "what follows from a value is made anew";
  EXPECT_EQ(corrected.codes.acled_event_type, "Explosions/Remote violence");
  EXPECT_EQ(corrected.codes.acled_sub_event_type, "Shelling/artillery/missile attack");
}

TEST(Corrected, OfTwoValuesTheLaterCounts) {
  const auto out = with({set(1, CorrectedField::killed, exactly(9), {"c/e0"}),
                         set(2, CorrectedField::killed, exactly(8), {"c/e0"})});
  for (const Incident& i : out) {
    if (i.members[0] != "c/e0") continue;
    EXPECT_EQ(i.killed.best, 8);
    ASSERT_THAT(i.corrections, SizeIs(1));
    EXPECT_EQ(i.corrections[0].id, 2);
  }
}

TEST(Corrected, AValueGoesWhereMostOfItsEventsAre) {
  const auto out = with({set(1, CorrectedField::killed, exactly(9), {"a/e0", "b/e0", "c/e0"})});
  for (const Incident& i : out) EXPECT_EQ(i.killed.best, i.members.size() == 2 ? 9 : 7);
}

TEST(Corrected, AnEventThatIsGoneHoldsNothing) {
  EXPECT_THAT(members_of(with({merged(1, {"a/e0", "gone/e0"}), parted(2, {"gone/e0"}, {"a/e0"}),
                               set(3, CorrectedField::killed, exactly(9), {"gone/e0"})})),
              ElementsAre(Names{"a/e0", "b/e0"}, Names{"c/e0"}));
}

TEST(Corrected, RejectedIsAnIncidentOfWhichHalfAndMoreWas) {
  const auto reject = [](Names members) {
    return held(1, CorrectionKind::reject, std::move(members));
  };
  const auto rejected = [](const std::vector<Incident>& all) {
    Names out;
    for (const Incident& i : all) {
      if (is_rejected(i)) out.insert(out.end(), i.members.begin(), i.members.end());
    }
    return out;
  };
  EXPECT_THAT(rejected(with({reject({"c/e0"})})), ElementsAre("c/e0"));
  EXPECT_THAT(rejected(with({reject({"a/e0"})})), ElementsAre("a/e0", "b/e0"));
  EXPECT_THAT(rejected(with({reject({"c/e0"}), merged(2, {"a/e0", "b/e0", "c/e0"})})), IsEmpty())
      << "what went into a larger incident does not hide it";
}

TEST(Corrected, TheOrderOfReportsDoesNotMatter) {
  const std::vector<HeldCorrection> all = {merged(1, {"a/e0", "c/e0"}),
                                           parted(2, {"b/e0"}, {"a/e0", "c/e0"}),
                                           set(3, CorrectedField::killed, exactly(9), {"c/e0"})};
  auto codings = two_towns();
  const auto expected = members_of(with(all, codings));
  EXPECT_THAT(expected, ElementsAre(Names{"a/e0", "c/e0"}, Names{"b/e0"}));
  std::ranges::reverse(codings);
  EXPECT_EQ(members_of(with(all, codings)), expected);
}

}  // namespace
}  // namespace sitrep::incidents::test
