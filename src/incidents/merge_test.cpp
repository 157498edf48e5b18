#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "incidents/test_world.h"

namespace sitrep::incidents::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const When kMonday = on("2019-03-04");

Incident only(const std::vector<Coding>& codings) {
  auto out = incidents_of(codings);
  EXPECT_EQ(out.size(), 1U);
  return out.empty() ? Incident{} : out.front();
}

Event rockets() {
  Event e = event(EventType::shelling, kMonday, marjah());
  e.instruments = {thing("rockets", "rocket")};
  e.physical_targets = {thing("army base", "military")};
  return e;
}

Event toll(Event e, Quantity killed) {
  e.killed = std::move(killed);
  return e;
}

TEST(Merge, LaterTollReplacesEarlierSmallerOne) {
  const Incident i =
      only({report("r1", "2019-03-04", "First word.", {toll(rockets(), exactly(3))}),
            report("r2", "2019-03-04", "Second word.", {toll(rockets(), exactly(3))}),
            report("r3", "2019-03-06", "Third word.", {toll(rockets(), exactly(5))})});
  EXPECT_EQ(i.killed.best, 5);
  EXPECT_EQ(i.killed.low, 3);
  EXPECT_EQ(i.killed.high, 5);
  ASSERT_THAT(i.disagreements, SizeIs(1));
  EXPECT_EQ(i.disagreements[0].kind, DisagreementKind::update);
  EXPECT_EQ(i.disagreements[0].field, Field::killed);
  EXPECT_THAT(i.disagreements[0].positions, SizeIs(2));
}

TEST(Merge, WhatBefellTheTargetsTellsOfTheDamageWhereNoWordsDo) {
  Event burnt = rockets();
  burnt.physical_targets.front().effect = Effect::damaged;
  EXPECT_EQ(only({report("r1", "2019-03-04", "One word.", {burnt})}).damage, Damage::minor);
  Event vague = rockets();
  vague.damage = Damage::unknown;
  vague.physical_targets.front().effect = Effect::destroyed;
  EXPECT_EQ(only({report("r1", "2019-03-04", "One word.", {vague})}).damage, Damage::major);
  Event none = burnt;
  none.damage = Damage::none;
  EXPECT_EQ(only({report("r1", "2019-03-04", "One word.", {none})}).damage, Damage::none);
}

TEST(Merge, TollsOfOneDayConflict) {
  const Incident i =
      only({report("r1", "2019-03-05", "First word.", {toll(rockets(), exactly(3))}),
            report("r2", "2019-03-05", "Second word.", {toll(rockets(), exactly(3))}),
            report("r3", "2019-03-05", "Third word.", {toll(rockets(), exactly(6))})});
  EXPECT_EQ(i.killed.best, 3);
  EXPECT_EQ(i.killed.high, 6);
  ASSERT_THAT(i.disagreements, SizeIs(1));
  EXPECT_EQ(i.disagreements[0].kind, DisagreementKind::conflict);
}

TEST(Merge, ReserveIsNoDisagreement) {
  const Incident i =
      only({report("r1", "2019-03-05", "First word.", {toll(rockets(), exactly(2))}),
            report("r2", "2019-03-05", "Second word.", {toll(rockets(), at_least(2))}),
            report("r3", "2019-03-05", "Third word.", {rockets()})});
  EXPECT_EQ(i.killed.best, 2);
  EXPECT_THAT(i.disagreements, IsEmpty());
}

TEST(Merge, ExplicitZeroIsKept) {
  const Incident i = only({report("r1", "2019-03-05", "First word.", {toll(rockets(), exactly(0))}),
                           report("r2", "2019-03-05", "Second word.", {rockets()})});
  EXPECT_EQ(i.killed.best, 0);
  EXPECT_FALSE(i.wounded.known());
}

Event air_raid(EventType type) {
  Event e = event(type, kMonday, marjah());
  e.physical_targets = {thing("rocket depots", "military")};
  return e;
}

TEST(Merge, DeniedMeansLoseToAnAttackOfUnknownMeans) {
  Event denied = air_raid(EventType::strike);
  denied.claims = {denial(EventType::air_strike, "Colonel Okoro")};
  const Incident i =
      only({report("r1", "2019-03-05", "Depots were struck, officials say.", {denied}),
            report("r2", "2019-03-05", "Jets hit depots.", {air_raid(EventType::air_strike)}),
            report("r3", "2019-03-05", "Colonel Okoro spoke of a strike.", {denied})});
  EXPECT_EQ(i.type, EventType::strike);
  ASSERT_THAT(i.disagreements, SizeIs(1));
  const Disagreement& d = i.disagreements[0];
  EXPECT_EQ(d.kind, DisagreementKind::denial);
  EXPECT_EQ(d.field, Field::type);
  ASSERT_THAT(d.positions, SizeIs(2));
  EXPECT_THAT(d.positions[0].reports, ElementsAre("r2"));
  EXPECT_THAT(d.positions[1].reports, ElementsAre("r1", "r3"));
  EXPECT_THAT(d.positions[1].claims, ElementsAre("r1/e0/denial", "r3/e0/denial"));
}

TEST(Merge, LoneDenialIsNoDisagreement) {
  Event denied = air_raid(EventType::strike);
  denied.claims = {denial(EventType::air_strike, "Colonel Okoro")};
  EXPECT_THAT(only({report("r1", "2019-03-05", "Depots were struck.", {denied})}).disagreements,
              IsEmpty());
}

Event model(std::string name) {
  Event e = rockets();
  e.instruments = {thing("rockets", "rocket", std::move(name))};
  return e;
}

TEST(Merge, NamedModelsOfOneClassConflictAndGenericWordsDoNot) {
  const Incident i = only({report("r1", "2019-03-05", "First word.", {model("Grad")}),
                           report("r2", "2019-03-05", "Second word.", {model("Fajr-5")}),
                           report("r3", "2019-03-05", "Third word.", {rockets()})});
  ASSERT_THAT(i.disagreements, SizeIs(1));
  EXPECT_EQ(i.disagreements[0].field, Field::instruments);
  EXPECT_THAT(i.instruments, SizeIs(2));
  EXPECT_THAT(only({report("r1", "2019-03-05", "First word.", {model("Grad")}),
                    report("r2", "2019-03-05", "Second word.", {rockets()})})
                  .disagreements,
              IsEmpty());
}

Event told_on(When when) {
  Event e = rockets();
  e.when = when;
  Claim claim;
  claim.id = "when";
  claim.field = Field::when;
  claim.value = when;
  e.claims = {claim};
  return e;
}

TEST(Merge, DaysThatExcludeEachOtherConflict) {
  const Incident i = only(
      {report("r1", "2019-03-06", "First word.", {told_on(on("2019-03-05"))}),
       report("r2", "2019-03-06", "Second word.", {told_on(on("2019-03-05"))}),
       report("r3", "2019-03-06", "Third word.", {told_on(on("2019-03-04", PartOfDay::night))})});
  EXPECT_EQ(i.when.start, parse_day("2019-03-05"));
  ASSERT_THAT(i.disagreements, SizeIs(1));
  EXPECT_EQ(i.disagreements[0].field, Field::when);
}

TEST(Merge, FinerWordsForOneDayAgree) {
  const Incident i = only(
      {report("r1", "2019-03-05", "First word.", {told_on(month_when(2019, 3, Basis::stated))}),
       report("r2", "2019-03-05", "Second word.", {told_on(kMonday)}),
       report("r3", "2019-03-05", "Third word.", {told_on(on("2019-03-04", PartOfDay::evening))})});
  EXPECT_EQ(i.when.start, parse_day("2019-03-04"));
  EXPECT_EQ(i.when.part_of_day, PartOfDay::evening);
  EXPECT_EQ(i.when.precision, DatePrecision::part_of_day);
  EXPECT_THAT(i.disagreements, IsEmpty());
}

TEST(Merge, MostPrecisePlaceStandsUnaveraged) {
  Event vague = rockets();
  vague.where = country("Afghanistan", "AF");
  Event base = rockets();
  base.where = {.name = "Camp Hope",
                .lat = 31.55,
                .lon = 64.15,
                .country = "AF",
                .admin1 = {},
                .precision = PlacePrecision::exact,
                .gazetteer_id = {}};
  const Incident i = only({report("r1", "2019-03-05", "First word.", {vague}),
                           report("r2", "2019-03-05", "Second word.", {base}),
                           report("r3", "2019-03-05", "Third word.", {rockets()})});
  EXPECT_EQ(i.where.name, "Camp Hope");
  EXPECT_EQ(i.where.lat, 31.55);
  EXPECT_THAT(i.disagreements, IsEmpty());
}

Event blamed(std::string name, std::string actor, Status status, std::string who = {}) {
  Event e = rockets();
  e.perpetrators = {by(std::move(name), std::move(actor), status)};
  Claim claim;
  claim.id = "who";
  claim.field = Field::perpetrators;
  claim.value = e.perpetrators[0].party;
  if (!who.empty()) claim.speaker = speaker(std::move(who));
  e.claims = {claim};
  return e;
}

// A clinic beside Marjah, known to the point.
Where clinic() {
  Where where = at("Marjah District Hospital", 31.53, 64.13, "AF");
  where.precision = PlacePrecision::exact;
  return where;
}

TEST(Merge, HospitalIsThePlaceOnlyWhereItWasHit) {
  Event cared = rockets();
  cared.where = clinic();
  Event hit = cared;
  hit.physical_targets = {thing("district hospital", "medical")};
  const auto first = report("r1", "2019-03-05", "First word.", {rockets()});
  EXPECT_EQ(only({first, report("r2", "2019-03-05", "Second word.", {cared})}).where.name,
            "Marjah");
  EXPECT_EQ(only({first, report("r2", "2019-03-05", "Second word.", {hit})}).where.name,
            "Marjah District Hospital");
}

TEST(Merge, KindredTypesSpeakForEachOther) {
  const auto told = [](EventType type, const std::string& id, std::string_view published) {
    return report(id, published, "Shots and shells at the bridge of Marjah.",
                  {event(type, kMonday, marjah())});
  };
  const Incident i = only({told(EventType::battle, "r1", "2019-03-05"),
                           told(EventType::armed_attack, "r2", "2019-03-05"),
                           told(EventType::shelling, "r3", "2019-03-09")});
  EXPECT_NE(i.type, EventType::shelling);
}

TEST(Merge, AmongEqualsTheTypeThatWasToldLastStands) {
  const auto told = [](EventType type, const std::string& id, std::string_view published) {
    Event e = rockets();
    e.type = type;
    e.instruments.clear();
    return report(id, published, "Word of " + id, {e});
  };
  EXPECT_EQ(only({told(EventType::shelling, "r1", "2019-03-05"),
                  told(EventType::bombing, "r2", "2019-03-06")})
                .type,
            EventType::bombing);
  EXPECT_EQ(only({told(EventType::bombing, "r1", "2019-03-05"),
                  told(EventType::shelling, "r2", "2019-03-06")})
                .type,
            EventType::shelling);
}

TEST(Merge, PartiesAreOneByTheirIdAndTheClaimStands) {
  const Incident i = only({report("r1", "2019-03-05", "First word.",
                                  {blamed("Taliban", "taliban", Status::suspected, "Police")}),
                           report("r2", "2019-03-05", "Second word.",
                                  {blamed("the Taleban", "taliban", Status::claimed, "Mujahid")})});
  ASSERT_THAT(i.perpetrators, SizeIs(1));
  EXPECT_EQ(i.perpetrators[0].status, Status::claimed);
  EXPECT_THAT(i.perpetrators[0].by, ElementsAre("Police", "Mujahid"));
  EXPECT_THAT(i.disagreements, IsEmpty());
}

TEST(Merge, DifferentPartiesAsFactConflict) {
  Event one = blamed("Taliban", "taliban", Status::reported);
  Event other = blamed("Islamic State", "islamic-state", Status::reported);
  const Incident i = only({report("r1", "2019-03-05", "First word.", {one}),
                           report("r2", "2019-03-05", "Second word.", {other})});
  EXPECT_THAT(i.perpetrators, SizeIs(2));
  ASSERT_THAT(i.disagreements, SizeIs(1));
  EXPECT_EQ(i.disagreements[0].field, Field::perpetrators);
}

TEST(Merge, InterceptionIsAnOutcomeAndSharesItsIncident) {
  Event drones = event(EventType::drone_attack, kMonday, marjah());
  drones.instruments = {thing("drones", "drone", "", exactly(2))};
  Event downed = drones;
  downed.outcome = Outcome::intercepted;
  const Incident i = only({report("r1", "2019-03-05", "First word.", {downed}),
                           report("r2", "2019-03-05", "Second word.", {drones})});
  EXPECT_EQ(i.outcome, Outcome::intercepted);
  EXPECT_EQ(i.codes.acled_sub_event_type, "Disrupted weapons use");
  EXPECT_EQ(i.summary, "Two drones shot down in Marjah, AF, on 4 March 2019.");
}

TEST(Merge, ConfidenceGrowsWithSourcesAndFallsWithConflict) {
  const double one = only({report("r1", "2019-03-05", "First word.", {rockets()})}).confidence;
  const double two = only({report("r1", "2019-03-05", "First word.", {rockets()}),
                           report("r2", "2019-03-05", "Second word.", {rockets()})})
                         .confidence;
  const double torn = only({report("r1", "2019-03-05", "First word.", {model("Grad")}),
                            report("r2", "2019-03-05", "Second word.", {model("Fajr-5")})})
                          .confidence;
  EXPECT_GT(two, one);
  EXPECT_LT(torn, two);
  EXPECT_LE(two, 1.0);
}

}  // namespace
}  // namespace sitrep::incidents::test
