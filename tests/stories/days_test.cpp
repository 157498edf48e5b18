// Which of the days that a report names is the deed's.
#include "fields.h"

namespace sitrep {

namespace {

// "TYPE DAY" of each event, by type and day. Reports are of Tuesday, 5 March 2024.
std::vector<std::string> dated(std::string_view text) {
  std::vector<std::string> out;
  for (const Event& e : events_of(text))
    out.push_back(std::string(name(e.type)) + " " + days(e.when));
  std::ranges::sort(out);
  return out;
}

using testing::ElementsAre;

TEST(Days, OfCourtsVigilsAndStatementsAreNotTheDeeds) {
  for (const std::string_view text :
       {"The man accused of killing two guards in Cali on Friday was in court on Monday.",
        "Relatives on Monday buried two women who were shot dead in Cali on Friday.",
        "Police on Monday named the two men who were shot dead in a bar in Cali on Friday.",
        "A gunman who shot dead two guards in Cali on Friday pleaded guilty on Monday."}) {
    EXPECT_THAT(dated(text), ElementsAre("armed_attack 2024-03-01")) << text;
  }
}

TEST(Days, OfTheGatheringThatIsStruckAreTheDeeds) {
  EXPECT_THAT(dated("A bomb exploded during Friday prayers at a mosque in Kandahar."),
              ElementsAre("bombing 2024-03-01"));
  EXPECT_THAT(dated("Gunmen opened fire at a funeral on Sunday in Kandahar, killing two."),
              ElementsAre("armed_attack 2024-03-03"));
}

TEST(Days, WhatHasBeenDoneHasNoDay) {
  EXPECT_THAT(dated("Police have arrested three men over the killing of a journalist in Galkayo on "
                    "Friday."),
              testing::Contains("armed_attack 2024-03-01"));
}

TEST(Days, OfBirthAreNotTheDeeds) {
  EXPECT_THAT(
      dated("Rockets hit Ochakiv on Monday morning. A woman born in 1962 was killed and a man "
            "born in May 1975 was wounded, officials said."),
      ElementsAre(testing::EndsWith(" 2024-03-04")));
  EXPECT_THAT(dated("A shopkeeper (born 1988) was shot dead in Osh on Monday."),
              ElementsAre(testing::EndsWith(" 2024-03-04")));
}

TEST(Days, TheDayOfTheMonthBehindAPartOfTheDay) {
  EXPECT_THAT(dated("Gunmen killed five people in Cali on Wednesday afternoon, July 9, 2014."),
              ElementsAre("armed_attack 2014-07-09"));
  EXPECT_THAT(dated("Gunmen killed five people in Cali Friday night, March 1."),
              ElementsAre("armed_attack 2024-03-01"));
}

TEST(Days, AnAnniversaryIsMarkedOnTheDayThatIsNamed) {
  const Event riot = event_of(
      "Protesters marking the anniversary of the coup clashed with police in Santiago on Monday, "
      "and six officers were hurt.");
  EXPECT_EQ(riot.phase, Phase::news);
  EXPECT_EQ(days(riot.when), "2024-03-04");
}

TEST(Days, WhatWentOnIsOfTheDayThatItWentOn) {
  EXPECT_THAT(dated("The shelling of Rafah continued on Sunday, killing two people."),
              ElementsAre("shelling 2024-03-03"));
}

TEST(Days, TheHourOfADawnAttackIsOfItsOwnDay) {
  const std::vector<Event> events = events_of(
      "At least seven people were killed in a dawn attack on a village near Herat on Saturday, "
      "police said.");
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(days(events[0].when), "2024-03-02");
  EXPECT_EQ(events[0].when.part_of_day, PartOfDay::early_morning);
}

TEST(Days, ComeInASentenceOfTheirOwn) {
  for (const std::string_view text :
       {"Two people were shot dead in a house in Cali, police said. It happened on Saturday night.",
        "Two people were shot dead in a house in Cali, police said. The incident took place on "
        "Saturday in the north of the city.",
        "Two people were shot dead in a house in Cali. Officers were called to the house at about "
        "9 p.m. on Saturday.",
        "Two people were shot dead in a house in Cali. Medics responded at noon on Saturday."}) {
    EXPECT_THAT(dated(text), ElementsAre("armed_attack 2024-03-02")) << text;
  }
}

TEST(Days, AreNotThoseOfWhatCameBefore) {
  EXPECT_THAT(
      dated("Three people were killed when a bomb exploded in Kirkuk on Monday, a day after "
            "the election."),
      ElementsAre("bombing 2024-03-04"));
  for (const std::string& told : dated("The mayor was shot dead in Reynosa, two weeks after his "
                                       "brother was kidnapped in Matamoros."))
    EXPECT_THAT(told, testing::Not(testing::HasSubstr("2024-03-1"))) << told;
}

TEST(Days, OfTheEventsOwnWordsComeFirst) {
  EXPECT_THAT(dated("Two people were shot dead in a house in Cali on Friday. Officers were called "
                    "to the house again on Sunday."),
              ElementsAre("armed_attack 2024-03-01"));
}

TEST(Days, AnEveningHourAloneIsOfTheEveningBefore) {
  EXPECT_THAT(dated("A man was shot dead outside a bar in Cali at about 9 p.m., police said."),
              ElementsAre("armed_attack 2024-03-04"));
  EXPECT_THAT(dated("A man was shot dead outside a bar in Cali at about 4 a.m., police said."),
              ElementsAre("armed_attack 2024-03-05"));
}

// A report that came out at 23:30 tells of this evening.
TEST(Days, AnEveningHourThatHadPassedIsOfTheDayItself) {
  World world;
  world.report("Wire", "2024-03-05T23:30:00",
               "A man was shot dead outside a bar in Cali at 9 p.m.");
  EXPECT_EQ(days(world.codings().front().events.front().when), "2024-03-05");
}

TEST(Days, WhatIsDoneIsNotToCome) {
  EXPECT_THAT(dated("The mayor will meet the families of the four people killed in Saturday's "
                    "bombing in Cali."),
              ElementsAre("bombing 2024-03-02"));
}

TEST(Days, ADeathInHospitalIsNotTheDayOfTheDeed) {
  EXPECT_THAT(
      dated("A man was shot in the head in Cali on Saturday. He died in hospital on Monday."),
      ElementsAre("armed_attack 2024-03-02"));
  EXPECT_THAT(dated("Ten people died in a bombing in Cali on Monday."),
              ElementsAre("bombing 2024-03-04"));
}

TEST(Days, AGunThatWentOffIsNoBomb) {
  EXPECT_THAT(dated("A boy of four was wounded in Cali on Monday when a pistol went off."),
              ElementsAre("armed_attack 2024-03-04"));
}

}  // namespace

}  // namespace sitrep
