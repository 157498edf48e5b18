// Where an event was that is told without a place, and names that are no places.
#include "stories.h"

namespace sitrep {

namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> places_in(std::string_view text) {
  World world;
  world.report("Wire", "2024-03-05", text);
  std::vector<std::string> names;
  for (const PlaceReading& place : world.codings().at(0).places) names.push_back(place.span.text);
  return names;
}

TEST(Whereabouts, WithoutAPlaceItIsInTheCountryOfTheReport) {
  const std::pair<const char*, const char*> texts[] = {
      {"Gunmen killed four farmers on Monday, Colombian police said. The Colombian government "
       "condemned the attack.",
       "CO"},
      {"Gunmen killed four farmers on Monday, Peruvian police said. Peruvian troops were sent.",
       "PE"},
      {"French diplomats met in Paris. Gunmen killed four farmers on Monday, Nigerian police said. "
       "The Nigerian army blamed bandits. Nigerian villagers fled, Nigerian radio said.",
       "NG"}};
  for (const auto& [text, country] : texts) {
    const Where where = event_of(text).where;
    EXPECT_EQ(where.country, country) << text;
    EXPECT_EQ(where.precision, PlacePrecision::country) << text;
  }
}

TEST(Whereabouts, ATownNearbyOfThatCountryIsIt) {
  for (const char* text :
       {"Nigerian troops left the town of Gwoza on Sunday. Gunmen killed four farmers on Monday, a "
        "Nigerian officer said.",
        "The town of Gwoza in Nigeria was quiet on Sunday. Gunmen killed four farmers on Monday, "
        "the "
        "governor said."})
    EXPECT_EQ(event_of(text).where.name, "Gwoza") << text;
}

TEST(Whereabouts, TheDatelineIsWhereItWas) {
  EXPECT_EQ(
      event_of("KABUL, March 5 (Wire) - A bomb killed four soldiers on Monday, officials said.")
          .where.name,
      "Kabul");
  EXPECT_EQ(event_of("LIMA, March 5 (Wire) - Gunmen killed four farmers on Monday, police said.")
                .where.name,
            "Lima");
}

TEST(Whereabouts, AFarDatelineIsNot) {
  const std::pair<const char*, const char*> texts[] = {
      {"LONDON, March 5 (Wire) - Gunmen killed four farmers on Monday, the Nigerian police said. "
       "The "
       "Nigerian army sent troops. Nigerian officials were shocked. Nigerian farmers fled.",
       "NG"},
      {"WASHINGTON, March 5 (Wire) - Gunmen kidnapped nine pupils on Monday, Colombian police "
       "said. "
       "Colombian soldiers searched the hills, the Colombian army said.",
       "CO"},
      {"GENEVA, March 5 (Wire) - Gunmen killed five people in Maiduguri on Monday, the United "
       "Nations "
       "said.",
       "NG"}};
  for (const auto& [text, country] : texts)
    EXPECT_EQ(event_of(text).where.country, country) << text;
}

TEST(Whereabouts, NothingNamedIsNowhere) {
  const Where where = event_of("Gunmen killed four farmers on Monday.").where;
  EXPECT_EQ(where.country, "");
  EXPECT_EQ(where.precision, PlacePrecision::unknown);
}

TEST(FamilyNames, AreNoPlaces) {
  const std::pair<const char*, const char*> texts[] = {
      {"Gunmen killed Francisco Guerrero in Mexico City on Monday.", "Guerrero"},
      {"Gunmen killed Francisco Guerrero on Monday, Mexican police said.", "Guerrero"},
      {"Gunmen kidnapped Rosa Durango in Bogota on Monday.", "Durango"},
      {"Jorge Santander was shot dead by gunmen in Bogota on Monday.", "Santander"},
      {"Gunmen kidnapped Maria Cordoba in Lima on Monday.", "Cordoba"},
      {"Police said that Carlos Trujillo was kidnapped in Caracas on Monday.", "Trujillo"}};
  for (const auto& [text, name] : texts) {
    EXPECT_THAT(places_in(text), Not(Contains(name))) << text;
    EXPECT_NE(event_of(text).where.name, name) << text;
  }
}

// "Salem al-Harbi", "a white Clio", "the tea shop of Amina Warsame".
TEST(OtherNames, AreNoPlaces) {
  const std::pair<const char*, const char*> texts[] = {
      {"Gunmen of Salem al-Harbi attacked a checkpoint near Zawiya on Monday.", "Salem"},
      {"The gunmen fled in a white Clio after killing a man in Marseille on Monday.", "Clio"},
      {"A black Mercedes rammed a cash van in Pretoria on Monday.", "Mercedes"},
      {"A bomb wrecked the tea shop of Amina Warsame in Baidoa on Monday.", "Amina"}};
  for (const auto& [text, name] : texts) EXPECT_THAT(places_in(text), Not(Contains(name))) << text;
}

TEST(FamilyNames, APlaceIsStillAPlace) {
  EXPECT_THAT(places_in("In Mosul al-Qaeda killed four farmers on Monday."), Contains("Mosul"));
  EXPECT_EQ(
      event_of("Four farmers were killed in Guerrero on Monday, Mexican police said.").where.name,
      "Guerrero");
  EXPECT_EQ(event_of("Gunmen killed four farmers near Durango, Mexico, on Monday.").where.name,
            "Durango");
}

// "The village of Tankwara", "Mukanda village": nowhere but in the country or region around it.
TEST(Villages, OneThatNoTableHoldsIsWhereItWas) {
  struct Village {
    const char* text;
    const char* name;
    const char* country;
    PlacePrecision precision;
  };
  const Village villages[] = {
      {"Gunmen killed 13 people in the village of Tankwaraba in western Niger on Monday.",
       "Tankwaraba", "NE", PlacePrecision::country},
      {"Rebels burned the hamlet of Ndoromu in the Central African Republic on Monday.", "Ndoromu",
       "CF", PlacePrecision::country},
      {"Rebels killed 14 people with machetes in Mukandawa village in North Kivu on Monday.",
       "Mukandawa", "CD", PlacePrecision::admin1},
  };
  for (const Village& village : villages) {
    const Where where = event_of(village.text).where;
    EXPECT_EQ(where.name, village.name) << village.text;
    EXPECT_EQ(where.country, village.country) << village.text;
    EXPECT_EQ(where.precision, village.precision) << village.text;
  }
}

TEST(Villages, ThatTheRecogniserKnows) {
  const Where where = event_of(
                          "Four marines were killed in Patikuwal, on the island of Jolo, on "
                          "Friday, the Philippine army said.")
                          .where;
  EXPECT_EQ(where.name, "Patikuwal");
  EXPECT_EQ(where.country, "PH");
}

TEST(Villages, OfAPeopleAreNotCalledAfterIt) {
  EXPECT_THAT(places_in("Gunmen attacked a Dinka village near Bor on Monday."),
              Not(Contains("Dinka")));
}

TEST(Seats, ASeatOfGovernmentIsInItsCountry) {
  for (const char* text :
       {"A bomb exploded at a bank in La Paz on Monday, Bolivian police said.",
        "Bolivian police said that a bomb went off outside a hotel in La Paz on Monday.",
        "Rioters burned a bus in La Paz on Monday."}) {
    const Where where = event_of(text).where;
    EXPECT_EQ(where.name, "La Paz") << text;
    EXPECT_EQ(where.country, "BO") << text;
  }
  EXPECT_EQ(
      event_of("Protesters burned a police car in Cotonou on Monday, the Beninese police said.")
          .where.country,
      "BJ");
  EXPECT_EQ(event_of("Protesters burned a police car in Abidjan on Monday, Ivorian police said.")
                .where.country,
            "CI");
}

TEST(Seats, ANamesakeThatIsMeantIsElsewhere) {
  for (const char* text :
       {"Gunmen attacked a bank in La Paz, Mexico, on Monday.",
        "Gunmen attacked a bank in La Paz in Baja California Sur on Monday, Mexican police said."})
    EXPECT_EQ(event_of(text).where.country, "MX") << text;
}

}  // namespace

}  // namespace sitrep
