// One report, one kind of incident.
#include "stories.h"

namespace sitrep {

namespace {

TEST(Kinds, ArmedAttack) {
  World world;
  world.report("Wire", "2024-03-05", "Gunmen killed five people in Maiduguri on Monday.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::armed_attack);
  EXPECT_EQ(incident.killed.best, 5);
  EXPECT_EQ(days(incident.when), "2024-03-04");
  EXPECT_EQ(incident.where.country, "NG");
  EXPECT_NE(perpetrator(incident, "unmen"), nullptr);
}

// A drone that is told of later makes none of the rockets.
TEST(Kinds, RocketsBesideADrone) {
  World world;
  world.report(
      "Wire", "2024-10-15",
      "Rockets hit Khor Mor gas field in northern Iraq\n\nERBIL, Iraq, Oct 15 (Wire) - At least "
      "four "
      "rockets struck the Khor Mor gas field in Iraq's Kurdistan region early on Tuesday and set a "
      "storage tank on fire, two security sources and an engineer at the site said.\n\nThere were "
      "no "
      "casualties, one of the security sources said. Production was halted as a precaution, the "
      "engineer said, and power cuts were reported in parts of Sulaymaniyah before sunrise.\n\nNo "
      "group immediately claimed responsibility for the attack.\n\nHours earlier, late on Monday, "
      "air "
      "defences shot down a drone near Harir Air Base, which hosts troops of the U.S.-led "
      "coalition, "
      "Kurdistan's Counter-Terrorism Directorate said. It said the drone came down in an empty "
      "field "
      "and that nobody was hurt.");
  std::vector<EventType> types;
  for (const Event& event : world.codings().at(0).events) types.push_back(event.type);
  EXPECT_THAT(types, testing::UnorderedElementsAre(EventType::shelling, EventType::drone_attack));
}

TEST(Kinds, Kidnapping) {
  World world;
  world.report("Wire", "2024-03-05",
               "Gunmen kidnapped 12 schoolgirls from a dormitory in Kaduna on Sunday night.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::kidnapping);
  EXPECT_EQ(incident.abducted.best, 12);
  EXPECT_EQ(incident.when.part_of_day, PartOfDay::night);
}

TEST(Kinds, Bombing) {
  World world;
  world.report("Wire", "2024-03-05",
               "A roadside bomb killed three police officers and wounded two others in Peshawar on "
               "Tuesday, police said.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::bombing);
  EXPECT_EQ(incident.killed.best, 3);
  EXPECT_EQ(incident.wounded.best, 2);
  EXPECT_TRUE(names_any(incident.instruments, "bomb"));
}

TEST(Kinds, SuicideBombing) {
  World world;
  world.report("Wire", "2024-03-05",
               "A suicide bomber blew himself up outside a bank in Kandahar on Tuesday, killing at "
               "least eight people.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::suicide_bombing);
  EXPECT_EQ(incident.killed.best, 8);
}

TEST(Kinds, Shelling) {
  World world;
  world.report("Wire", "2024-03-05",
               "Six rockets hit an oil refinery in Baiji on Monday evening, setting a storage tank "
               "on fire.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::shelling);
  EXPECT_TRUE(names_any(incident.instruments, "rocket"));
  EXPECT_TRUE(names_any(incident.physical_targets, "refinery"));
}

TEST(Kinds, AirStrike) {
  World world;
  world.report("Wire", "2024-03-05",
               "Sudanese army warplanes bombed a market in Nyala on Monday, killing 14 civilians.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::air_strike);
  EXPECT_EQ(incident.killed.best, 14);
  EXPECT_EQ(incident.where.country, "SD");
}

TEST(Kinds, Interception) {
  World world;
  world.report(
      "Wire", "2024-03-05",
      "Air defences shot down two armed drones near Harir Air Base on Monday, an official said.");
  const Incident incident = world.incident();
  EXPECT_EQ(incident.type, EventType::drone_attack);
  EXPECT_EQ(incident.outcome, Outcome::intercepted);
  EXPECT_EQ(incident.where.country, "IQ");
}

TEST(Kinds, Assassination) {
  World world;
  world.report(
      "Wire", "2024-03-05",
      "Gunmen on a motorcycle assassinated the mayor of Esmeraldas outside her home on Monday.");
  EXPECT_EQ(world.incident().type, EventType::assassination);
}

TEST(Kinds, Protest) {
  World world;
  world.report("Wire", "2024-03-05",
               "Thousands of people protested in Tbilisi on Monday against a new tax law.");
  EXPECT_EQ(world.incident().type, EventType::protest);
}

TEST(Kinds, Arrest) {
  World world;
  world.report("Wire", "2024-03-05",
               "Police in Nairobi arrested four men on Monday on suspicion of buying explosives.");
  EXPECT_EQ(world.incident().type, EventType::arrest);
}

TEST(Kinds, Arson) {
  World world;
  world.report("Wire", "2024-03-05",
               "Masked men set fire to a school in Bamenda on Monday night. Nobody was hurt.");
  EXPECT_EQ(world.incident().type, EventType::arson);
}

}  // namespace

}  // namespace sitrep
