// What is one event of a report, and what are two.
#include "stories.h"

namespace sitrep {

namespace {

using testing::ElementsAre;
using testing::SizeIs;

std::vector<Phase> phases_of(std::string_view text) {
  std::vector<Phase> phases;
  for (const Event& event : events_of(text)) phases.push_back(event.phase);
  return phases;
}

TEST(Apart, WeeksApartAreTwo) {
  for (const char* text : {"Gunmen killed five people in Maiduguri on Monday. On January 10, "
                           "gunmen killed six people in "
                           "Maiduguri.",
                           "A bomb killed two soldiers in Quetta on Monday. Seven weeks ago, a "
                           "bomb killed two soldiers "
                           "in Quetta.",
                           "A bomb killed three soldiers in Quetta on Monday. Last year a bomb "
                           "killed nine soldiers in "
                           "Quetta.",
                           "Mortar shells hit a school in Nyala on Monday. On 2 January mortar "
                           "shells hit the same school "
                           "in Nyala.",
                           "Rebels raided a village near Goma on Monday, killing two farmers. On 3 "
                           "December rebels raided "
                           "the same village, killing eight farmers."})
    EXPECT_THAT(phases_of(text), ElementsAre(Phase::news, Phase::background)) << text;
}

TEST(Apart, WhatIsRecalledFirstIsStillBackground) {
  EXPECT_THAT(phases_of("On 12 May 2023, a bomb killed two soldiers in Quetta. On Monday, a bomb "
                        "killed three soldiers in Quetta."),
              ElementsAre(Phase::background, Phase::news));
}

TEST(Apart, OtherKindsElsewhereAreTwo) {
  EXPECT_THAT(
      events_of("Two bombs exploded in Quetta on Monday. On Friday, rebels shelled a camp near "
                "Goma."),
      SizeIs(2));
}

TEST(Apart, TwoPersonsInTwoTownsAreTwo) {
  for (const char* text :
       {"Gunmen kidnapped judge Antonio Ruiz in Cali on Monday. Gunmen kidnapped journalist Elena "
        "Ortiz in Lima on Sunday.",
        "Gunmen killed judge Antonio Ruiz in Cali on Monday. In Bogota on Friday, a bomb killed "
        "Elena "
        "Ortiz, a journalist."})
    EXPECT_THAT(events_of(text), SizeIs(2)) << text;
}

TEST(Apart, AnAttackAndItsAnswerAreTwo) {
  for (const char* text :
       {"Hamas fired rockets at Israel on Sunday. Israel bombed Hamas positions in Gaza on Sunday.",
        "Hamas fired rockets at Israel on Sunday. In response, Israel bombed Hamas positions in "
        "Gaza "
        "on Sunday.",
        "Israel bombed a Hamas camp in Gaza on Sunday. Hamas fired rockets at Ashkelon on Monday.",
        "Turkish warplanes bombed PKK camps near Duhok on Monday. The PKK attacked a Turkish base "
        "near "
        "Hakkari on Tuesday."})
    EXPECT_THAT(events_of(text), SizeIs(2)) << text;
}

// By their days they are one: only the words between say how far apart they were.
TEST(Apart, HoursOrDaysAfterwards) {
  for (const char* text :
       {"A car bomb exploded in Beirut, hours after gunmen attacked a checkpoint "
        "in Damascus.",
        "A suicide bomber attacked a mosque in Quetta a day after gunmen shot dead "
        "a judge in Karachi.",
        "Troops raided the village, a day after rebels had killed four soldiers "
        "in a neighbouring province."}) {
    const std::vector<Event> events = events_of(text);
    ASSERT_THAT(events, SizeIs(2)) << text;
    EXPECT_FALSE(names_any(events[0].human_targets, "judge")) << text;
    EXPECT_FALSE(names_any(events[0].physical_targets, "checkpoint")) << text;
    EXPECT_TRUE(events[1].instruments.empty()) << text;
  }
  EXPECT_THAT(
      events_of("A rocket struck a military base at Baghdad's airport shortly after militants "
                "fired at a base in Syria."),
      ElementsAre(testing::Field(&Event::where, testing::Field(&Where::country, "IQ")),
                  testing::Field(&Event::where, testing::Field(&Where::country, "SY"))));
}

TEST(Together, WhatCameOfItHoursAfterwards) {
  for (const char* text :
       {"A woman died in hospital two days after gunmen attacked her farm near Parys.",
        "Police shot dead a man minutes after he stabbed two people in a shop in Lyon on Monday.",
        "Three people were killed when a bomb exploded in Kirkuk on Monday, a day after the "
        "election."})
    EXPECT_THAT(events_of(text), SizeIs(1)) << text;
}

TEST(Apart, WhatCameToNothingTheDayBefore) {
  const std::vector<Event> events = events_of(
      "Eight rounds of indirect fire hit the base near Hasakah on Tuesday morning. The "
      "day before, the forces said they had foiled a rocket attack on the same base.");
  ASSERT_THAT(events, SizeIs(2));
  EXPECT_EQ(events[0].outcome, Outcome::completed);
  EXPECT_EQ(events[1].outcome, Outcome::foiled);
}

TEST(Apart, WhatIsCommemoratedIsNoNewAttack) {
  const std::vector<Event> events = events_of(
      "No casualties were reported from the attacks, which coincided with the second anniversary "
      "of the assassination of General Karim Haddad. A rocket struck a military base in Mosul.");
  ASSERT_THAT(events, SizeIs(2));
  EXPECT_FALSE(names_any(events[0].physical_targets, "base"));
}

TEST(NoEvent, WhatGoesOn) {
  for (const char* text :
       {"Since then dozens of rockets and roadside bombs have targeted diplomatic sites across "
        "Iraq.",
        "The coalition fighting the Islamic State in the region said that it had trained 400 "
        "recruits."})
    EXPECT_THAT(events_of(text), SizeIs(0)) << text;
}

TEST(Together, TheAttackIsTheOneToldBefore) {
  const Event event =
      event_of("Gunmen attacked a bus near Kaduna on Monday. The attack left three people dead.");
  EXPECT_EQ(event.killed.best, 3);
}

TEST(Together, WhatWasToldTwiceIsOne) {
  for (const char* text :
       {"Gunmen killed five people in Maiduguri on Monday. The gunmen shot the five at a market, "
        "police "
        "said.",
        "A bomb killed two soldiers in Quetta on Monday. The bomb exploded beside their lorry.",
        "Gunmen hid a bomb in a bus in Quetta on Monday. It blew up and killed three passengers."})
    EXPECT_THAT(events_of(text), SizeIs(1)) << text;
}

TEST(Doubtful, ADoubtfulWordAddsNoEventBesideASureOne) {
  for (const char* text :
       {"Gunmen killed five people in Maiduguri on Monday. The attack shocked the city.",
        "A bomb killed two soldiers in Quetta on Monday. Such attacks are frequent.",
        "Rebels shelled a camp near Goma on Monday. The shelling stopped at noon."})
    EXPECT_THAT(events_of(text), SizeIs(1)) << text;
}

// "The attacks": what speaks of several at once is one more telling of the most told.
TEST(SpokenOfTogether, GoesToTheMostToldEvent) {
  const std::vector<Event> events = events_of(
      "A bomb killed two soldiers in Quetta on Monday. Gunmen attacked a police post in Quetta on "
      "Monday, killing three officers. The officers died at once. The attacks were the deadliest "
      "this year.");
  ASSERT_THAT(events, SizeIs(2));
  const auto speaks_of_all = [](const Claim& claim) {
    return claim.evidence.text == "The attacks were the deadliest this year.";
  };
  EXPECT_FALSE(std::ranges::any_of(events[0].claims, speaks_of_all));
  EXPECT_TRUE(std::ranges::any_of(events[1].claims, speaks_of_all));
}

TEST(TwoAttacks, StayTwo) {
  for (const char* text :
       {"A bomb killed two soldiers in Quetta on Monday. Gunmen attacked a police post in Quetta "
        "on "
        "Monday, killing three officers.",
        "The attack on the base at Sake followed word on Monday that government troops had "
        "destroyed two rebel bridges near Goma.",
        "Rebels shelled a base near Goma on Monday. The army responded with artillery."})
    EXPECT_THAT(events_of(text), SizeIs(2)) << text;
}

TEST(IrregularForms, TellOfEvents) {
  for (const char* text :
       {"Rebels have overrun the barracks near Goma, killing six soldiers on Monday.",
        "Rebels overran the town of Rutshuru on Monday.",
        "Fighters of the M23 overran the town of Sake on Monday."})
    EXPECT_EQ(event_of(text).type, EventType::battle) << text;
  for (const char* text : {"Gunmen slew four farmers near Kaduna on Monday.",
                           "Gunmen slew a priest in Kaduna on Monday."})
    EXPECT_EQ(event_of(text).type, EventType::armed_attack) << text;
}

}  // namespace

}  // namespace sitrep
