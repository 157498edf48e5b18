// Where an event was that is told without a place.
#include "events/whereabouts.h"

#include <gtest/gtest.h>

#include "events/test_world.h"

namespace sitrep::events::test {
namespace {

Where nation(std::string name, std::string country) {
  return area(std::move(name), std::move(country), PlacePrecision::country);
}

std::string country_of(const HandMade& text, uint32_t sentence = 0) {
  const Reading reading = text.reading();
  const auto found = Whereabouts(reading).country(told_in(sentence));
  return found ? reading.mentions.places[*found].where.country : "";
}

std::string nearby_of(const HandMade& text, uint32_t sentence = 0) {
  const Reading reading = text.reading();
  const auto found = Whereabouts(reading).nearby(told_in(sentence));
  return found ? reading.mentions.places[*found].where.name : "";
}

TEST(Country, NothingNamedIsNoCountry) { EXPECT_EQ(country_of(HandMade("gunmen fled .")), ""); }

TEST(Country, IsThatOfMostMentions) {
  HandMade text("Nigerian gunmen fled . Nigerian police and French envoys came .");
  text.mention(text.place("Nigerian", nation("Nigeria", "NG"))).demonym = true;
  text.mention(text.place("Nigerian", nation("Nigeria", "NG"))).demonym = true;
  text.mention(text.place("French", nation("France", "FR"))).demonym = true;
  EXPECT_EQ(country_of(text), "NG");
}

TEST(Country, HalfAndHalfIsNone) {
  HandMade text("Nigerian gunmen fled . French envoys came .");
  text.place("Nigerian", nation("Nigeria", "NG"));
  text.place("French", nation("France", "FR"));
  EXPECT_EQ(country_of(text), "");
}

TEST(Country, TheDatelineCountsTwice) {
  HandMade text("KANO gunmen fled . French envoys came .");
  text.place("KANO", town("Kano", 12.0, 8.5, "NG"));
  text.place("French", nation("France", "FR"));
  EXPECT_EQ(country_of(text), "");
  text.dateline(1);
  EXPECT_EQ(country_of(text), "NG");
}

TEST(Country, FarPagesSayNothing) {
  std::string words = "Kano is large .";
  for (int i = 0; i < 200; ++i) words += " nothing happened .";
  HandMade text(words + " gunmen fled .");
  text.place("Kano", town("Kano", 12.0, 8.5, "NG"));
  EXPECT_EQ(country_of(text, 0), "NG");
  EXPECT_EQ(country_of(text, 201), "");
}

TEST(Nearby, TheTownOfTheSentencesRoundIt) {
  HandMade text("gunmen fled . Gwoza is small . Kano is large .");
  text.place("Gwoza", town("Gwoza", 11.1, 13.7, "NG"));
  text.place("Kano", town("Kano", 12.0, 8.5, "NG"));
  EXPECT_EQ(nearby_of(text, 0), "Gwoza");
  EXPECT_EQ(nearby_of(text, 2), "Kano");
}

TEST(Nearby, TheTownThatIsNamedMost) {
  HandMade text("gunmen fled . Gwoza and Kano mourned . Kano slept . Kano woke . Kano rose .");
  text.place("Gwoza", town("Gwoza", 11.1, 13.7, "NG"));
  for (int i = 0; i < 4; ++i) text.place("Kano", town("Kano", 12.0, 8.5, "NG"));
  EXPECT_EQ(nearby_of(text), "Kano");
}

TEST(Nearby, OnlyInTheCountryThatTheReportIsAbout) {
  HandMade text(
      "Nigerian and Nigerian gunmen and Nigerian police fled . Paris was far . Kano too .");
  for (int i = 0; i < 3; ++i)
    text.mention(text.place("Nigerian", nation("Nigeria", "NG"))).demonym = true;
  text.place("Paris", town("Paris", 48.9, 2.4, "FR"));
  EXPECT_EQ(nearby_of(text), "");
  text.place("Kano", town("Kano", 12.0, 8.5, "NG"));
  EXPECT_EQ(nearby_of(text), "Kano");
}

TEST(Nearby, NoDemonymMetonymOrPartOfABody) {
  for (bool PlaceMention::*flag :
       {&PlaceMention::demonym, &PlaceMention::metonym, &PlaceMention::embedded}) {
    HandMade text("Kano fled .");
    text.mention(text.place("Kano", town("Kano", 12.0, 8.5, "NG"))).*flag = true;
    EXPECT_EQ(nearby_of(text), "");
  }
}

TEST(Nearby, ACountryIsNoTown) {
  HandMade text("Nigeria mourned .");
  text.place("Nigeria", nation("Nigeria", "NG"));
  EXPECT_EQ(nearby_of(text), "");
  EXPECT_EQ(country_of(text), "NG");
}

}  // namespace
}  // namespace sitrep::events::test
