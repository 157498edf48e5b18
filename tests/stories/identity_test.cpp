// One or two, new or old; odd texts.
#include "stories.h"

namespace sitrep {

namespace {

using testing::IsEmpty;
using testing::SizeIs;

TEST(Identity, WhatCameOfItIsNoOtherEvent) {
  World world;
  world.report("Wire", "2024-03-05",
               "Ten mortar shells were fired at a power station near Basra on Monday. Three fell "
               "inside it, setting fire to a store room and wounding two engineers.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::shelling);
  EXPECT_EQ(incident.wounded.best, 2);
}

TEST(Identity, TwoReportsOfOneAttack) {
  World world;
  world.report("Wire", "2024-03-05",
               "Gunmen killed five people at a wedding in Zaria on Monday, police said.");
  world.report("Paper", "2024-03-05",
               "Five wedding guests were shot dead in Zaria on Monday, according to the police.");
  const Incident incident = world.incident();
  EXPECT_THAT(incident.reports, SizeIs(2));
  EXPECT_EQ(incident.independent_sources, 2);
}

TEST(Identity, ACopyIsNoSecondSource) {
  const char* text =
      "Gunmen killed five people at a wedding in Zaria on Monday, police said. The attackers fled "
      "on motorcycles after "
      "the shooting, which began shortly before midnight and lasted for a quarter of an hour.";
  World world;
  world.report("Wire", "2024-03-05", text).report("Paper", "2024-03-05", text);
  const Incident incident = world.incident();
  EXPECT_THAT(incident.reports, SizeIs(2));
  EXPECT_EQ(incident.independent_sources, 1);
}

TEST(Identity, AHabitIsNoIncident) {
  World world;
  world.report(
      "Wire", "2024-03-05",
      "A bomb killed four people in Peshawar on Monday. The city lies near the border, where "
      "gunmen of the Pakistani Taliban have raided convoys and checkpoints for many years.");
  EXPECT_THAT(world.incidents(), SizeIs(1));
}

TEST(Identity, TwoPlacesAreTwoAttacks) {
  World world;
  world.report("Wire", "2024-03-05", "Gunmen killed five people in Maiduguri on Monday.");
  world.report("Paper", "2024-03-05", "Gunmen killed five people in Sokoto on Monday.");
  EXPECT_THAT(world.incidents(), SizeIs(2));
}

TEST(Identity, TwoDaysAreTwoAttacks) {
  World world;
  world.report("Wire", "2024-03-05", "A roadside bomb killed two soldiers near Kidal on Monday.");
  world.report("Wire", "2024-03-12", "A roadside bomb killed two soldiers near Kidal on Monday.");
  EXPECT_THAT(world.incidents(), SizeIs(2));
}

TEST(Identity, AnyOrderEndsTheSame) {
  const char* first =
      "Mortar shells hit a hospital in El Fasher on Monday, killing three patients.";
  const char* second =
      "At least three people died when a hospital in El Fasher was shelled on Monday.";
  World one, other;
  one.report("Wire", "2024-03-05", first).report("Paper", "2024-03-05", second);
  other.report("Paper", "2024-03-05", second).report("Wire", "2024-03-05", first);
  ASSERT_THAT(one.incidents(), SizeIs(other.incidents().size()));
  EXPECT_EQ(one.incidents().front().killed.best, other.incidents().front().killed.best);
  EXPECT_EQ(days(one.incidents().front().when), days(other.incidents().front().when));
}

TEST(Phases, AnEarlierAttackIsBackground) {
  World world;
  world.report("Wire", "2024-03-05",
               "Gunmen killed five people in Maiduguri on Monday. In June 2021, a suicide bomber "
               "killed 20 people in the same city.");
  ASSERT_THAT(world.incidents(Phase::news), SizeIs(1));
  ASSERT_THAT(world.incidents(Phase::background), SizeIs(1));
  const Incident old = world.incidents(Phase::background).front();
  EXPECT_EQ(days(old.when), "2021-06-01/2021-06-30");
  EXPECT_EQ(old.killed.best, 20);
}

TEST(Texts, AllCapitals) {
  World world;
  world.report("Wire", "2024-03-05",
               "GUNMEN KIDNAPPED FOUR ENGINEERS NEAR THE TOWN OF TUMACO IN COLOMBIA ON MONDAY, "
               "POLICE SAID.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::kidnapping);
  EXPECT_EQ(incident.abducted.best, 4);
  EXPECT_EQ(incident.where.country, "CO");
  EXPECT_EQ(days(incident.when), "2024-03-04");
}

TEST(Texts, Empty) {
  World world;
  world.report("Wire", "2024-03-05", "").report("Wire", "2024-03-05", "   \n");
  EXPECT_THAT(world.incidents(), IsEmpty());
  EXPECT_EQ(world.codings().size() + world.refusals().size(), 2);
}

TEST(Texts, NoIncidentInIt) {
  World world;
  world.report("Wire", "2024-03-05",
               "The finance minister died of a heart attack on Monday. Shares were under fire in "
               "Frankfurt and the strikers scored twice.");
  EXPECT_THAT(world.incidents(), IsEmpty());
}

TEST(Texts, WithoutDateAWeekdayIsNoDay) {
  World world;
  world.report("Wire", "", "Gunmen killed five people in Maiduguri on Monday.");
  EXPECT_EQ(days(world.incident().when), "unknown");
}

}  // namespace

}  // namespace sitrep
