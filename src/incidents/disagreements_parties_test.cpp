// Who did it: whose accounts exclude each other.
#include "incidents/disagreements_world.h"

namespace sitrep::incidents::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

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

TEST(Disagreements, ANumberedUnitAndAnAcronymAreNames) {
  const auto unit = of_kind("21st brigade", PartyKind::state_forces);
  const auto front = of_kind("ZLF fighters", PartyKind::rebel);
  const auto told_of = [](const Perpetrator& p) { return by_party(p, EventType::armed_attack); };
  EXPECT_THAT(between({told("a", told_of(unit)), told("b", told_of(front))}), SizeIs(1));
  const auto counted = of_kind("34-year-old suspect", PartyKind::rebel);
  EXPECT_THAT(between({told("a", told_of(unit)), told("b", told_of(counted))}), IsEmpty());
}

TEST(Disagreements, OfWhoseArmyAnAirForceIsNobodyKnows) {
  const auto rebels = of_kind("rebels", PartyKind::rebel);
  const auto by_unit = [&](const char* unit) {
    const auto forces = of_kind(unit, PartyKind::state_forces);
    return between({told("a", by_party(rebels)), told("b", by_party(forces))});
  };
  EXPECT_THAT(by_unit("air force"), IsEmpty());
  EXPECT_THAT(by_unit("artillery brigade"), IsEmpty());
  EXPECT_THAT(by_unit("government's air force"), SizeIs(1));
  EXPECT_THAT(by_unit("security forces"), SizeIs(1));
}

TEST(Disagreements, WhoSignsHisDenialMayWriteHisNameOtherwise) {
  Event denied = rockets();
  const Perpetrator signed_by = of_kind("Columna Movil Ana Ruiz", PartyKind::unknown);
  Claim not_us = saying(Field::perpetrators, signed_by.party);
  not_us.polarity = Polarity::denied;
  denied.claims.push_back(not_us);
  const Event accused = by_party(by("Ana Ruiz column", "ana-ruiz-front", Status::accused));
  const auto found = between({told("a", accused), told("b", denied)});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].kind, DisagreementKind::denial);
  const Event other = by_party(by("Ana Lopez column", "ana-lopez-front", Status::accused));
  EXPECT_THAT(between({told("a", other), told("b", denied)}), IsEmpty());
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

}  // namespace
}  // namespace sitrep::incidents::test
