#include "incidents/disagreements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "incidents/disagreements_world.h"

namespace sitrep::incidents::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Disagreements, NightIsOneFromBothItsEnds) {
  EXPECT_THAT(between({told("a", rockets(on("2019-03-04", PartOfDay::night))),
                       told("b", rockets(on("2019-03-05", PartOfDay::early_morning)))}),
              IsEmpty());
  EXPECT_THAT(between({told("a", rockets(on("2019-03-04", PartOfDay::evening))),
                       told("b", rockets(on("2019-03-05", PartOfDay::early_morning)))}),
              IsEmpty());
  EXPECT_THAT(between({told("a", rockets(on("2019-03-04", PartOfDay::morning))),
                       told("b", rockets(on("2019-03-05", PartOfDay::morning)))}),
              SizeIs(1));
}

std::vector<Disagreement> about_days(std::string_view one, std::string_view other,
                                     std::string_view words = {}) {
  Group group;
  static const knowledge::Lexicon lexicon;
  group.lexicon = &lexicon;
  Coding a = told("a", rockets(on(one)));
  Coding b = told("b", rockets(on(other)));
  for (Claim& claim : b.events[0].claims) claim.evidence.text = words;
  group.members = {{&a, a.events.data(), 0, {}}, {&b, b.events.data(), 1, {}}};
  std::vector<Disagreement> out;
  find_day_conflicts(group, out);
  return out;
}

TEST(Disagreements, DaysFarApartAreOfOtherEvents) {
  EXPECT_THAT(about_days("2019-03-04", "2019-03-05"), SizeIs(1));
  EXPECT_THAT(about_days("2019-03-04", "2019-03-07"), SizeIs(1));
  EXPECT_THAT(about_days("2019-03-04", "2019-03-14"), IsEmpty());
}

TEST(Disagreements, DaysOfTwoThatAgreeInNothingElseAreOfTwo) {
  const auto days_of = [](const Event& one, const Event& other) {
    const Coding a = told("a", one);
    const Coding b = told("b", other);
    static const knowledge::Lexicon lexicon;
    Group group;
    group.lexicon = &lexicon;
    group.members = {{&a, a.events.data(), 0, {}}, {&b, b.events.data(), 1, {}}};
    std::vector<Disagreement> out;
    find_day_conflicts(group, out);
    return out;
  };
  Event ferry = rockets(on("2019-03-05"));
  ferry.physical_targets = {thing("ferry", "vehicle")};
  EXPECT_THAT(days_of(rockets(), ferry), IsEmpty());
  Event base = rockets();
  base.killed = ferry.killed = exactly(6);
  EXPECT_THAT(days_of(base, ferry), SizeIs(1));
}

TEST(Disagreements, WhoNamesBothDaysMayMeanTheOther) {
  const Coding one = told("a", rockets(on("2019-03-04")));
  Coding other = told("b", rockets(on("2019-03-05")));
  static const knowledge::Lexicon lexicon;
  Group group;
  group.lexicon = &lexicon;
  group.members = {{&one, one.events.data(), 0, {}}, {&other, other.events.data(), 1, {}}};
  std::vector<Disagreement> out;
  find_day_conflicts(group, out);
  EXPECT_THAT(out, SizeIs(1));
  other.times.push_back({{"b", 30, 36, "Monday"}, "DATE", "2019-03-04", kMonday});
  other.sentences = {{0, 20}, {20, 40}};
  other.events[0].triggers = {{"b", 5, 9, "fell"}};
  out.clear();
  find_day_conflicts(group, out);
  EXPECT_THAT(out, SizeIs(1));
  other.events[0].triggers = {{"b", 25, 29, "fell"}};
  out.clear();
  find_day_conflicts(group, out);
  EXPECT_THAT(out, IsEmpty());
}

TEST(Disagreements, DayOfADeathInCareIsNoDayOfTheDeed) {
  EXPECT_THAT(about_days("2019-03-04", "2019-03-05", "A fourth died at the Medical Center today."),
              IsEmpty());
  EXPECT_THAT(about_days("2019-03-04", "2019-03-05", "Four people died at the market today."),
              SizeIs(1));
}

TEST(Disagreements, DayOfABurialIsNoDayOfTheDeed) {
  EXPECT_THAT(about_days("2019-03-04", "2019-03-05", "The town buried the dead on Tuesday."),
              IsEmpty());
}

TEST(Disagreements, DayOfAStatementIsNoDayOfTheDeed) {
  Event claimed = rockets(on("2019-03-05"));
  claimed.claims[0].evidence = {"b", 40, 80, "On Tuesday the group claimed the attack."};
  claimed.claims.push_back(saying(Field::perpetrators, by("Taliban", "taliban").party));
  claimed.claims.back().certainty = Certainty::claimed;
  claimed.claims.back().evidence = claimed.claims[0].evidence;
  EXPECT_THAT(between({told("a", rockets()), told("b", claimed)}), IsEmpty());
}

// The same day, type and target, so that the pair is one incident.
Where away(double degrees, const std::string& name = "Nad Ali") {
  return at(name, 31.52 + degrees, 64.12, "AF");
}

Disagreement places(double degrees, bool names_both, const std::string& name = "Nad Ali") {
  Group group;
  static const knowledge::Lexicon lexicon;
  group.lexicon = &lexicon;
  Coding a = told("a", rockets());
  Coding b = told("b", rockets(kMonday, away(degrees, name)));
  if (names_both) b.places.push_back({{}, marjah(), 1});
  group.members = {{&a, a.events.data(), 0, {}}, {&b, b.events.data(), 1, {}}};
  std::vector<Disagreement> out;
  find_place_conflicts(group, out);
  return out.empty() ? Disagreement{} : out.front();
}

TEST(Disagreements, PlacesFarApartConflictNeighboursDoNot) {
  EXPECT_THAT(places(0.4, false).positions, SizeIs(2));
  EXPECT_THAT(places(0.1, false).positions, IsEmpty());
  EXPECT_THAT(places(0.4, true).positions, IsEmpty());
  EXPECT_THAT(places(0.4, false, "Marjah base").positions, IsEmpty());
}

TEST(Disagreements, WhoSaysThatItWasNotThereHoldsTheOtherPlace) {
  const Coding a = told("a", rockets());
  Event elsewhere = rockets(kMonday, away(0.4, "Nad Ali"));
  Claim not_there = saying(Field::where, marjah());
  not_there.polarity = Polarity::denied;
  elsewhere.claims.push_back(not_there);
  Coding b = told("b", elsewhere);
  b.places.push_back({{}, marjah(), 1});
  static const knowledge::Lexicon lexicon;
  Group group;
  group.lexicon = &lexicon;
  group.members = {{&a, a.events.data(), 0, {}}, {&b, b.events.data(), 1, {}}};
  std::vector<Disagreement> out;
  find_place_conflicts(group, out);
  EXPECT_THAT(out, SizeIs(1));
}

Event drones(Outcome outcome, std::optional<Damage> damage) {
  Event e = event(EventType::drone_attack, kMonday, marjah());
  e.physical_targets = {thing("fuel depot", "energy")};
  e.instruments = {thing("drones", "drone")};
  e.outcome = outcome;
  e.damage = damage;
  return e;
}

TEST(Disagreements, ShotDownByOneAndDestructionByAnother) {
  const auto found = between({told("a", drones(Outcome::intercepted, {})),
                              told("b", drones(Outcome::completed, Damage::major))});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].field, Field::outcome);
  EXPECT_THAT(found[0].positions[0].reports, ElementsAre("a"));
  EXPECT_THAT(between({told("a", drones(Outcome::intercepted, {})),
                       told("b", drones(Outcome::completed, {}))}),
              IsEmpty());
}

TEST(Disagreements, WhatFoiledAnAttackIsNoContradictionOfIt) {
  Event foiled = drones(Outcome::foiled, {});
  EXPECT_THAT(between({told("a", foiled), told("b", drones(Outcome::completed, Damage::major))}),
              SizeIs(1));
  foiled.type = EventType::shelling;  // by a strike of drones on those who were about to fire
  EXPECT_THAT(between({told("a", foiled), told("b", drones(Outcome::completed, Damage::major))}),
              IsEmpty());
}

Event in_words(Event e, std::string word) {
  e.triggers.push_back({"t", 0, 3, std::move(word)});
  return e;
}

TEST(Disagreements, HitByOneAccountAndShotDownByAnother) {
  EXPECT_THAT(between({told("a", drones(Outcome::intercepted, {})),
                       told("b", in_words(drones(Outcome::completed, {}), "struck"))}),
              SizeIs(1));
  Event raid = in_words(drones(Outcome::completed, {}), "struck");
  raid.type = EventType::air_strike;  // is not shot down as drones are
  EXPECT_THAT(between({told("a", drones(Outcome::intercepted, {})), told("b", raid)}), IsEmpty());
}

TEST(Disagreements, WhoTellsOfAHitAndOfOthersShotDownHoldsNeither) {
  const auto found = between({told("a", drones(Outcome::intercepted, {})),
                              told("b", drones(Outcome::completed, Damage::major)),
                              told("c", in_words(drones(Outcome::intercepted, {}), "hit"))});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].positions[0].reports, ElementsAre("a"));
  EXPECT_THAT(found[0].positions[1].reports, ElementsAre("b"));
}

Event with(std::string weapon, std::string kind, EventType type = EventType::strike) {
  Event e = rockets();
  e.type = type;
  e.instruments = {thing(std::move(weapon), std::move(kind))};
  return e;
}

TEST(Disagreements, RocketsAndAVehicleBombExcludeEachOther) {
  const auto found =
      between({told("a", with("rockets", "rocket")), told("b", with("van bomb", "vehicle_bomb"))});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].field, Field::instruments);
  Event both = with("rockets", "rocket");
  both.instruments.push_back(thing("van bomb", "vehicle_bomb"));
  EXPECT_THAT(between({told("a", with("rockets", "rocket")), told("b", both)}), IsEmpty());
  EXPECT_THAT(between({told("a", with("rockets", "rocket")), told("b", with("bombs", "bomb"))}),
              IsEmpty());
  EXPECT_THAT(between({told("a", with("rockets", "rocket", EventType::battle)),
                       told("b", with("mines", "mine", EventType::battle))}),
              IsEmpty());
}

TEST(Disagreements, WhoTellsOfADenialAndOfWhatIsDeniedIsHeardForTheDenial) {
  Event denied = rockets();
  denied.claims.push_back(denial(EventType::shelling, "the minister"));
  const auto found = between({told("a", rockets()), told("b", denied)});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].positions[0].reports, ElementsAre("a"));
  EXPECT_THAT(found[0].positions[1].reports, ElementsAre("b"));
}

Claim no_toll(Field field, Quantity toll) {
  Claim claim = saying(field, std::move(toll));
  claim.id = "no-" + claim.id;
  claim.polarity = Polarity::denied;
  return claim;
}

TEST(Disagreements, ATollIsDenied) {
  Event dead = rockets();
  dead.killed = exactly(25);
  Event not_so = rockets();
  not_so.claims.push_back(no_toll(Field::killed, exactly(25)));
  const auto found = between({told("a", dead), told("b", not_so)});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].field, Field::killed);
  EXPECT_EQ(found[0].kind, DisagreementKind::denial);
  EXPECT_THAT(found[0].positions[0].reports, ElementsAre("a"));
  EXPECT_THAT(found[0].positions[1].reports, ElementsAre("b"));
}

TEST(Disagreements, ThatOneMoreDiedIsNoDenialOfTheFirst) {
  Event dead = rockets();
  dead.killed = exactly(1);
  Event no_more = rockets();
  Quantity third = exactly(1);
  third.text = "a third man";
  no_more.claims.push_back(no_toll(Field::killed, third));
  EXPECT_THAT(between({told("a", dead), told("b", no_more)}), IsEmpty());
}

TEST(Disagreements, ThatOneMoreDiedInTheAttackIsNoDenialOfTheAttack) {
  Event no_more = rockets();
  Quantity fourth = exactly(1);
  fourth.text = "a fourth guard";
  no_more.claims.push_back(no_toll(Field::killed, fourth));
  no_more.claims.push_back(denial(EventType::shelling, "the clinic"));
  EXPECT_THAT(between({told("a", rockets()), told("b", no_more)}), IsEmpty());
}

TEST(Disagreements, ThatOnesOwnMenKilledHimIsNoDenialOfADeath) {
  Event dead = rockets();
  dead.killed = exactly(2);
  dead.perpetrators = {by("Taliban", "taliban", Status::accused)};
  Event not_us = rockets();
  not_us.claims.push_back(no_toll(Field::killed, exactly(2)));
  Claim not_by = saying(Field::perpetrators, dead.perpetrators[0].party);
  not_by.polarity = Polarity::denied;
  not_us.claims.push_back(not_by);
  const auto found = between({told("a", dead), told("b", not_us)});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].field, Field::perpetrators);
}

TEST(Disagreements, WhoTellsOfAnArrestMayDenyTheDeed) {
  Event gas = rockets();
  gas.type = EventType::chemical_attack;
  gas.instruments = {thing("chlorine", "chemical")};
  Event arrest = rockets();
  arrest.type = EventType::arrest;
  Claim no_gas = saying(Field::instruments, thing("sarin", "chemical"));
  no_gas.polarity = Polarity::denied;
  arrest.claims.push_back(no_gas);
  const Coding a = told("a", gas);
  const Coding b = told("b", arrest);
  static const knowledge::Lexicon lexicon;
  Group group;
  group.lexicon = &lexicon;
  group.members = {{&a, a.events.data(), 0, {}}, {&b, b.events.data(), 1, {}}};
  const auto found = merged_incident(group).disagreements;
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].kind, DisagreementKind::denial);
  EXPECT_THAT(found[0].positions[1].reports, ElementsAre("b"));
}

TEST(Disagreements, WhatReachedItsTargetWasNotShotDown) {
  Event stopped = rockets();
  stopped.outcome = Outcome::intercepted;
  Event hit = rockets();
  EXPECT_THAT(between({told("a", stopped), told("b", hit)}), IsEmpty());
  hit.claims.push_back(saying(Field::outcome, std::string("completed")));
  const auto found = between({told("a", stopped), told("b", hit)});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].field, Field::outcome);
}

TEST(Disagreements, WhoPassesOnThatItHitIsHeardForThoseWhoSaySo) {
  Event stopped = rockets();
  stopped.outcome = Outcome::intercepted;
  Event both = stopped;
  both.claims.push_back(saying(Field::outcome, std::string("completed")));
  const auto found = between({told("a", stopped), told("b", both)});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].positions[0].reports, ElementsAre("a"));
  EXPECT_THAT(found[0].positions[1].reports, ElementsAre("b"));
  EXPECT_THAT(between({told("a", both)}), IsEmpty());
}

Event hurt(int64_t dead, int64_t wounded) {
  Event e = rockets();
  e.killed = exactly(dead);
  e.wounded = exactly(wounded);
  return e;
}

TEST(Disagreements, WhoDiesOfHisWoundsIsWoundedNoMore) {
  const auto of_wounded = [](const Event& before, const Event& after) {
    const auto found = between({told("a", before), told("b", after, "2019-03-08")});
    return std::ranges::count(found, Field::wounded, &Disagreement::field);
  };
  EXPECT_EQ(of_wounded(hurt(0, 3), hurt(1, 2)), 0);
  EXPECT_EQ(of_wounded(hurt(2, 9), hurt(4, 7)), 0);
  EXPECT_EQ(of_wounded(hurt(2, 9), hurt(3, 5)), 1);
}

TEST(Disagreements, AStrikeOfUnknownMeansMayBeStoppedToo) {
  Event stopped = rockets();
  stopped.type = EventType::drone_attack;
  stopped.outcome = Outcome::intercepted;
  Event hit = rockets();
  hit.type = EventType::strike;
  hit.triggers = {{"b", 0, 6, "struck"}};
  EXPECT_THAT(between({told("a", stopped), told("b", hit)}), SizeIs(1));
  hit.triggers = {{"b", 0, 6, "fired"}};
  EXPECT_THAT(between({told("a", stopped), told("b", hit)}), IsEmpty());
}

TEST(Disagreements, BombingDeniedIsAnAirStrikeDenied) {
  Event raid = rockets();
  raid.type = EventType::air_strike;
  Event denied = raid;
  denied.claims.push_back(denial(EventType::bombing, "the minister"));
  const auto found = between({told("a", raid), told("b", denied)});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].kind, DisagreementKind::denial);
  Event mined = rockets();
  mined.type = EventType::bombing;
  Event no_raid = mined;
  no_raid.claims.push_back(denial(EventType::air_strike, "the minister"));
  EXPECT_THAT(between({told("a", mined), told("b", no_raid)}), IsEmpty());
}

}  // namespace
}  // namespace sitrep::incidents::test
