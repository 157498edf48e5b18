// Numbers of people.
#include "fields.h"

namespace sitrep {

namespace {

using testing::SizeIs;

TEST(Tolls, NoneIsZero) {
  World world;
  world.report("Wire", "2024-03-05",
               "Three rockets landed near the airport in Erbil on Monday. There were no casualties "
               "and no damage.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.killed.best, 0);
  EXPECT_EQ(incident.wounded.best, 0);
  EXPECT_EQ(incident.damage, Damage::none);
}

TEST(Tolls, AListOfTheDeadAndTheWounded) {
  World world;
  world.report(
      "Ministry", "2024-03-05",
      "A bomb went off in a bus station in Quetta on Monday. The ministry gave the figures: "
      "eleven passengers killed, twenty-six passengers injured.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.killed.best, 11);
  EXPECT_EQ(incident.wounded.best, 26);
}

TEST(Tolls, TheNumberOfTheDeadCountsThoseWhoDiedLaterToo) {
  EXPECT_EQ(
      event_of("Two more passengers have died after a bus struck a mine near Herat on Friday, "
               "bringing the number of dead to 14, a doctor said.")
          .killed.best,
      14);
}

TEST(Tolls, WhoWasShotAndDidNotDieIsWounded) {
  World world;
  world.report("Wire", "2024-03-05",
               "Six people were shot outside a bar in Quetta on Monday night. One man was killed, "
               "police said.");
  EXPECT_EQ(world.incident().killed.best, 1);
  EXPECT_EQ(world.incident().wounded.best, 5);
}

TEST(Tolls, AStatedNumberOfWoundedOutranksThatOfThoseShot) {
  World world;
  world.report("Wire", "2024-03-05",
               "Six people were shot outside a bar in Quetta on Monday night. Three people were "
               "wounded, police said.");
  EXPECT_EQ(world.incident().wounded.best, 3);
}

TEST(Tolls, AnAgeCountsNobody) {
  for (const char* age : {"14-year-old", "14- year-old"}) {
    World world;
    world.report("Wire", "2023-05-03",
                 std::string(age) +
                     " Amal Saleh was killed on Tuesday night when a mortar shell hit her "
                     "family's house in Taiz, a doctor said.");
    EXPECT_EQ(world.incident().killed.best, 1) << age;
  }
}

TEST(Tolls, ATollBehindAnEventIsItsOwn) {
  World world;
  world.report(
      "Flash", "2024-03-07",
      "BEIRUT, MARCH 7 (FLASH) - THREE BLASTS HIT THE CENTRAL BANK IN BEIRUT LATE ON THURSDAY, "
      "POLICE SAID.\n\nAT LEAST TWO CLERKS WERE KILLED AND FIVE INJURED, A HOSPITAL DIRECTOR "
      "SAID.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::bombing);
  EXPECT_EQ(incident.killed.best, 2);
  EXPECT_EQ(incident.wounded.best, 5);
}

TEST(Tolls, AtLeastLeavesTheTopOpen) {
  World world;
  world.report("Wire", "2024-03-05",
               "A bomb killed at least nine people at a market in Toumour on Monday.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.killed.low, 9);
  EXPECT_EQ(incident.killed.high, std::nullopt);
}

TEST(Tolls, LaterTollReplacesTheEarlier) {
  World world;
  world.report("Wire", "2024-03-05",
               "A car bomb killed seven people at a market in Quetta on Tuesday, police said.");
  world.report(
      "Paper", "2024-03-06",
      "The death toll from Tuesday's car bomb at a market in Quetta has risen to 11, police said.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.killed.best, 11);
  const auto* change = disagreement(incident, Field::killed);
  ASSERT_NE(change, nullptr);
  EXPECT_EQ(change->kind, DisagreementKind::update);
}

TEST(Tolls, SameDayTollsAreInConflictOrUpdated) {
  World world;
  world.report("Wire", "2024-03-05",
               "Gunmen killed five soldiers at a checkpoint in Menaka on Monday, the army said.");
  world.report("Paper", "2024-03-05",
               "Gunmen killed nine soldiers at a checkpoint in Menaka on Monday, residents said.");
  const Incident incident = world.incident();
  const auto* two = disagreement(incident, Field::killed);
  ASSERT_NE(two, nullptr);
  EXPECT_THAT(two->positions, SizeIs(2));
}

TEST(Tolls, SomebodyUnhurtIsNotNobodyHurt) {
  expect_all({
      {"A girl was shot in the leg in Cali on Monday. A third child in the room was not hurt.",
       "wounded 1"},
      {"A girl was shot in the leg in Cali on Monday. No one else was hurt.", "wounded 1"},
      {"Shots were fired at a house in Cali on Monday. No one was hurt.", "wounded 0"},
  });
}

TEST(Tolls, WhatCouldHaveBeenWasNot) {
  const Event event = event_of(
      "A girl was shot in the arm in Cali on Monday. She could have been killed, her mother said.");
  EXPECT_FALSE(event.killed.known());
  EXPECT_EQ(event.wounded.best, 1);
}

}  // namespace

}  // namespace sitrep
