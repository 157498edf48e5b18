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

TEST(Nearby, TheTownOfThePoliceWhereNoOtherIsNamed) {
  HandMade text("Perry Police fled . Byron slept .");
  text.mention(text.place("Perry", town("Perry", 32.4, -83.7, "US"))).embedded = true;
  EXPECT_EQ(nearby_of(text), "Perry");
  text.place("Byron", town("Byron", 32.65, -83.76, "US"));
  EXPECT_EQ(nearby_of(text), "Byron");
}

TEST(Nearby, WhereVictimsWereTakenComesLast) {
  HandMade text("gunmen fled . Macon hospitals filled . Perry slept .");
  text.mention(text.place("Macon", town("Macon", 32.8, -83.6, "US"))).elsewhere = true;
  EXPECT_EQ(nearby_of(text), "Macon");
  text.place("Perry", town("Perry", 32.4, -83.7, "US"));
  EXPECT_EQ(nearby_of(text), "Perry");
}

TEST(Nearby, OnlyWithinTheDivisionThatTheEventWasIn) {
  HandMade text("gunmen fled in Georgia . Elko slept .");
  Where georgia = area("Georgia", "US", PlacePrecision::admin1);
  georgia.admin1 = "Georgia";
  const uint32_t known = text.place("Georgia", georgia);
  text.mention(text.place("Elko", town("Elko", 40.8, -115.8, "US"))).where.admin1 = "Nevada";
  EXPECT_FALSE(Whereabouts(text.reading()).nearby(told_in(0), known));
  text.mention(known).where.admin1 = "Nevada";
  EXPECT_TRUE(Whereabouts(text.reading()).nearby(told_in(0), known));
}

TEST(Nearby, ATownOfTheCountyButNotOneFarFromIt) {
  HandMade text("gunmen fled in Houston . Elko slept . Perry mourned .");
  const uint32_t county = text.place("Houston", town("Houston County", 32.5, -83.9, "US"));
  text.mention(county).wide = true;
  text.place("Elko", town("Elko", 40.8, -115.8, "US"));
  EXPECT_FALSE(Whereabouts(text.reading()).nearby(told_in(0), county));
  const uint32_t perry = text.place("Perry", town("Perry", 32.4, -83.7, "US"));
  EXPECT_EQ(Whereabouts(text.reading()).nearby(told_in(0), county), perry);
}

TEST(RecallsScene, WhereItPointsBackToThePlaceOfTheNews) {
  EXPECT_TRUE(Whereabouts(HandMade("a bomb hit the same market in 2012 .").reading())
                  .recalls_scene(told_in(0)));
  EXPECT_TRUE(
      Whereabouts(HandMade("a baker was shot there in May .").reading()).recalls_scene(told_in(0)));
  EXPECT_TRUE(Whereabouts(HandMade("in 2012 a mine went off in the village .").reading())
                  .recalls_scene(told_in(0)));
  EXPECT_FALSE(Whereabouts(HandMade("in 2012 a mine went off in a village .").reading())
                   .recalls_scene(told_in(0)));
}

// The draft told once in each of these places, a sentence each.
Draft told_at(std::initializer_list<uint32_t> places) {
  Draft draft;
  uint32_t sentence = 0;
  for (const uint32_t place : places) {
    draft.tellings.push_back(told_in(sentence++).tellings.front());
    draft.tellings.back().place = place;
    draft.places.push_back(place);
  }
  return draft;
}

std::string told_of(const HandMade& text, const Draft& draft) {
  const Reading reading = text.reading();
  const auto found = Whereabouts(reading).told(draft);
  return found ? reading.mentions.places[*found].where.name : "";
}

Where street(std::string name, double lat, double lon) {
  Where where = town(std::move(name), lat, lon, "US");
  where.precision = PlacePrecision::near;
  return where;
}

TEST(Told, TheSpotThatMostOfItIsSaidOf) {
  HandMade text("shots in Perry . Elko jail . Perry mourned .");
  text.place("Perry", town("Perry", 32.4, -83.7, "US"));
  text.place("Elko", street("Elko", 40.8, -115.8));
  text.place("Perry", town("Perry", 32.4, -83.7, "US"));
  const Draft draft = told_at({0, 1, 2});
  EXPECT_EQ(told_of(text, draft), "Perry");
}

TEST(Told, TheFinestAboutOneSpot) {
  HandMade text("shots in Perry . at Ball Street .");
  text.place("Perry", town("Perry", 32.4, -83.7, "US"));
  text.place("Ball Street", street("Ball Street", 32.41, -83.71));
  const Draft draft = told_at({0, 1});
  EXPECT_EQ(told_of(text, draft), "Ball Street");
}

TEST(Told, ATownBeforeItsCounty) {
  HandMade text("shots in Houston . at Perry .");
  text.place("Houston", town("Houston County", 32.5, -83.9, "US"));
  text.place("Perry", town("Perry", 32.4, -83.7, "US"));
  const Draft draft = told_at({0, 1});
  text.mention(0).wide = true;
  EXPECT_EQ(told_of(text, draft), "Perry");
}

TEST(Told, AnArrestPlacesTheArrest) {
  HandMade text("arrested in Elko . shots in Perry .");
  text.place("Elko", town("Elko", 40.8, -115.8, "US"));
  text.place("Perry", town("Perry", 32.4, -83.7, "US"));
  Draft draft = told_at({0, 1});
  draft.tellings.back().strong = true;
  EXPECT_EQ(told_of(text, draft), "Elko");
  draft.tellings.front().type = EventType::arrest;
  EXPECT_EQ(told_of(text, draft), "Perry");
}

TEST(Told, WhatIsToldFirstWhereAllElseIsEqual) {
  HandMade text("shots in Perry . and in Elko .");
  text.place("Perry", town("Perry", 32.4, -83.7, "US"));
  text.place("Elko", town("Elko", 40.8, -115.8, "US"));
  EXPECT_EQ(told_of(text, told_at({0, 1})), "Perry");
}

TEST(Told, ADistanceSaysLittle) {
  HandMade text("far north of Macon . shots in Perry .");
  text.place("Macon", street("Macon", 34.0, -83.6));
  text.place("Perry", town("Perry", 32.4, -83.7, "US"));
  const Draft draft = told_at({0, 1});
  EXPECT_EQ(told_of(text, draft), "Macon");
  text.mention(0).distance_km = 90;
  EXPECT_EQ(told_of(text, draft), "Perry");
}

TEST(Told, NoNamesakeFarFromThePoliceWhoTellIt) {
  HandMade text("shots in Perry . Elko Police came . Wells slept .");
  text.place("Perry", town("Perry", 32.4, -83.7, "US"));
  text.place("Elko", town("Elko", 40.8, -115.8, "US"));
  const Draft draft = told_at({0});
  EXPECT_EQ(told_of(text, draft), "Perry");
  text.mention(1).embedded = true;
  EXPECT_EQ(told_of(text, draft), "");
  text.place("Wells", town("Wells", 32.5, -83.9, "US"));
  EXPECT_EQ(told_of(text, draft), "Perry");
}

TEST(Told, NothingSaidIsNothing) { EXPECT_EQ(told_of(HandMade("shots ."), told_in(0)), ""); }

}  // namespace
}  // namespace sitrep::events::test
