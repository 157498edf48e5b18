#include "incidents/disagreements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "incidents/test_world.h"

namespace sitrep::incidents::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const When kMonday = on("2019-03-04");

template <typename Value>
Claim saying(Field field, Value value) {
  Claim claim;
  claim.id = "c-" + std::string(name(field));
  claim.field = field;
  claim.value = std::move(value);
  return claim;
}

Event rockets(When when = kMonday, const Where& where = marjah()) {
  Event e = event(EventType::shelling, when, where);
  e.physical_targets = {thing("army base", "military")};
  e.claims = {saying(Field::when, when), saying(Field::where, where)};
  return e;
}

// Of one camp in the words of several hands: alike, and no copies of each other.
std::string story(const std::string& id) {
  static const std::map<std::string, std::string> kHands = {
      {"a",
       "Camp Lorna outside Marjah was hit, Colonel Sharif Anwari confirmed from Lashkargah; "
       "craters lie beside the fuel depot and the perimeter of Trikh Nawar."},
      {"b",
       "From Trikh Nawar villagers saw smoke over Camp Lorna, Marjah; Anwari, the colonel in "
       "Lashkargah, counted craters near its depot and along the perimeter."},
      {"c",
       "Lashkargah: Colonel Anwari showed reporters craters at Camp Lorna's depot near "
       "Marjah, its perimeter broken where the Trikh Nawar road begins."}};
  const auto hand = kHands.find(id);
  return (hand == kHands.end() ? kHands.at("a") + " Thus " : hand->second + " Thus ") + id;
}

Coding told(const std::string& id, Event e, std::string_view published = "2019-03-06") {
  Coding c = report(id, published, story(id), {std::move(e)});
  c.report.outlet = "Outlet " + id;
  return c;
}

std::vector<Disagreement> between(const std::vector<Coding>& codings) {
  const auto out = incidents_of(codings);
  EXPECT_THAT(out, SizeIs(1));
  return out.empty() ? std::vector<Disagreement>{} : out.front().disagreements;
}

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

Event by_party(Perpetrator p, EventType type = EventType::shelling) {
  Event e = rockets();
  e.type = type;
  e.claims.push_back(saying(Field::perpetrators, p.party));
  e.perpetrators = {std::move(p)};
  return e;
}

TEST(Disagreements, BlameOfTwoPartiesByTwoSourcesConflicts) {
  const auto found = between({told("a", by_party(by("Taliban", "taliban", Status::accused))),
                              told("b", by_party(by("Daesh", "daesh", Status::accused)))});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].field, Field::perpetrators);
}

Perpetrator claimant(std::string name, std::string actor) {
  Perpetrator p = by(std::move(name), std::move(actor), Status::claimed);
  p.party.nation = "AF";
  return p;
}

TEST(Disagreements, TwoGroupsOfOneCountryThatBothClaimItConflict) {
  const Event front = by_party(claimant("Northern Front", "northern-front"));
  EXPECT_THAT(between({told("a", front), told("b", by_party(claimant("People's Army", "army")))}),
              SizeIs(1));
  EXPECT_THAT(between({told("a", front), told("b", by_party(claimant("Militants", "")))}),
              IsEmpty());
}

TEST(Disagreements, WhoTellsOfBothClaimsHoldsNeitherThatAnotherHolds) {
  Event both = by_party(claimant("Northern Front", "northern-front"));
  both.perpetrators.push_back(claimant("People's Army", "army"));
  const auto found =
      between({told("a", by_party(claimant("Northern Front", "northern-front"))), told("b", both)});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].positions[0].reports, ElementsAre("a"));
  EXPECT_THAT(found[0].positions[1].reports, ElementsAre("b"));
}

TEST(Disagreements, GunmenAreNobodysRivals) {
  EXPECT_THAT(between({told("a", by_party(by("Taliban", "taliban"))),
                       told("b", by_party(by("Armed men", "")))}),
              IsEmpty());
}

Perpetrator of_kind(std::string name, PartyKind kind) {
  Perpetrator p = by(std::move(name), "");
  p.party.kind = kind;
  return p;
}

TEST(Disagreements, TheTwoCampsAreRivalsWithoutAName) {
  const auto forces = of_kind("the regime's forces", PartyKind::state_forces);
  const auto groups = of_kind("terrorist groups", PartyKind::armed_group);
  const auto rebels = of_kind("rebels", PartyKind::rebel);
  EXPECT_THAT(between({told("a", by_party(forces)), told("b", by_party(groups))}), SizeIs(1));
  EXPECT_THAT(between({told("a", by_party(rebels)), told("b", by_party(groups))}), IsEmpty());
  EXPECT_THAT(between({told("a", by_party(forces, EventType::armed_attack)),
                       told("b", by_party(groups, EventType::armed_attack))}),
              IsEmpty());
}

TEST(Disagreements, ANamedManMayBeOfTheNamedGroup) {
  Perpetrator man = by("Gul Agha Wardak", "");
  const Event group = by_party(by("Taliban", "taliban"));
  EXPECT_THAT(between({told("a", group), told("b", by_party(man))}), SizeIs(1));
  man.individual = true;
  EXPECT_THAT(between({told("a", group), told("b", by_party(man))}), IsEmpty());
}

TEST(Disagreements, TwoClaimsOfResponsibilityConflictEvenInOneReport) {
  Event e = by_party(by("Taliban", "taliban", Status::claimed));
  e.perpetrators.push_back(by("Daesh", "daesh", Status::claimed));
  EXPECT_THAT(between({told("a", e)}), SizeIs(1));
}

Perpetrator of_nation(std::string name, std::string nation) {
  Perpetrator p = by(std::move(name), "");
  p.party.kind = PartyKind::state_forces;
  p.party.nation = std::move(nation);
  return p;
}

// `who` says that `whom` did it, who were hit as well.
Event blaming(const Perpetrator& who, const Perpetrator& whom) {
  Event e = by_party(whom, EventType::battle);
  e.claims.back().speaker = Speaker{};
  e.claims.back().speaker->party = who.party;
  e.human_targets = {thing("guards", "soldier", who.party.name)};
  return e;
}

TEST(Disagreements, TwoSidesThatBlameEachOtherDisagreeEvenInAFight) {
  const auto aria = of_nation("guards of Aria", "AR");
  const auto boria = of_nation("guards of Boria", "BO");
  const auto found = between({told("a", blaming(aria, boria)), told("b", blaming(boria, aria))});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].field, Field::perpetrators);
}

TEST(Disagreements, OneSideThatBlamesIsNoDisagreementInAFight) {
  const auto aria = of_nation("guards of Aria", "AR");
  const auto boria = of_nation("guards of Boria", "BO");
  const auto witness = of_nation("monitors", "CH");
  EXPECT_THAT(between({told("a", blaming(aria, boria)), told("b", blaming(witness, aria))}),
              IsEmpty());
}

TEST(Disagreements, WhoIsHitIsNoRivalOfWhoFired) {
  Event slip = by_party(by("Afghan National Army", "afghan-army"));
  Event victim = by_party(by("Taliban", "taliban"));
  victim.human_targets = {thing("soldiers", "soldier", "Afghan National Army")};
  EXPECT_THAT(between({told("a", victim), told("b", slip)}), IsEmpty());
}

TEST(Disagreements, CoalitionWhoseBaseWasHitIsNoRivalEither) {
  Perpetrator coalition = by("U.S.-led coalition", "coalition");
  coalition.party.kind = PartyKind::international;
  coalition.party.nation = "US";
  Event victim = by_party(by("Taliban", "taliban"));
  victim.physical_targets[0].nation = "US";
  EXPECT_THAT(between({told("a", victim), told("b", by_party(coalition))}), IsEmpty());
}

TEST(Disagreements, WhoBlamesAPartyIsNoWitnessOfItsLoss) {
  Perpetrator army = by("army of Aria", "aria-army");
  army.party.kind = PartyKind::state_forces;
  army.party.nation = "AR";
  Event blaming = by_party(army);
  blaming.physical_targets[0].nation = "AR";
  EXPECT_THAT(between({told("a", blaming), told("b", by_party(by("Taliban", "taliban")))}),
              SizeIs(1));
}

TEST(Disagreements, ANationsRebelsAreNotItsArmy) {
  Perpetrator army = by("army of Aria", "aria-army");
  army.party.kind = PartyKind::state_forces;
  army.party.nation = "AR";
  Event other = by_party(by("Taliban", "taliban"));
  other.human_targets = {thing("rebels", "fighter")};
  other.human_targets[0].nation = "AR";
  EXPECT_THAT(between({told("a", by_party(army)), told("b", other)}), SizeIs(1));
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
