// Which place and which day of a sentence are those of the event that it tells. Reports are of
// Tuesday, 5 March 2024.
#include "core/dates.h"
#include "fields.h"

namespace sitrep {

namespace {

struct Placed {
  const char* text;
  const char* where;
};

void expect_places(const std::vector<Placed>& cases) {
  for (const Placed& c : cases) {
    const std::vector<Event> events = events_of(c.text);
    ASSERT_EQ(events.size(), 1u) << c.text;
    EXPECT_EQ(events.front().where.name, c.where) << c.text;
  }
}

TEST(Setting, WhereSomebodyIsFromIsNotWhereItWas) {
  expect_places({
      {"John Miller of Springfield was shot dead in Peoria on Friday.", "Peoria"},
      {"Ahmed Saleh, 34, of Basra, was found dead in Mosul on Sunday after being shot by "
       "militants.",
       "Mosul"},
      {"The mayor of Culiacan was shot dead in Mazatlan on Monday.", "Mazatlan"},
      {"The Houston native was killed in a bombing in Kabul.", "Kabul"},
      {"A Houston man was shot dead in Galveston.", "Galveston"},
      {"A soldier from Tampa was killed by a roadside bomb in Kandahar.", "Kandahar"},
      {"Hamid Ali, 34, of Kut, Iraq, was shot dead in Amman, Jordan, on Sunday.", "Amman"},
      {"Four miners from Potosi were killed by robbers on a road near Uyuni.", "Uyuni"},
  });
}

// Many divisions are called after their capitals; without "region" or "province" news means the
// town.
TEST(Setting, ADivisionsCapitalIsMeantByItsName) {
  for (const char* name : {"Kherson", "Khost", "Marib", "Timbuktu", "Kandahar", "Ibb"}) {
    const std::string in = std::string("Shelling killed a woman in ") + name;
    EXPECT_EQ(events_of(in + " on Monday.").front().where.precision, PlacePrecision::city) << name;
    EXPECT_EQ(events_of(in + " province on Monday.").front().where.precision,
              PlacePrecision::admin1)
        << name;
  }
  for (const char* name : {"Helmand", "Zamfara", "Sinaloa", "North Kivu"}) {
    const std::string in = std::string("Shelling killed a woman in ") + name;
    EXPECT_EQ(events_of(in + " on Monday.").front().where.precision, PlacePrecision::admin1)
        << name;
  }
}

TEST(Setting, TheWayFromALargerPlaceIsNotWhereItWas) {
  expect_places({
      {"A senator was shot dead on Monday in the main square of Soacha, 15 km south of Bogota.",
       "Soacha"},
      {"Gunmen killed three farmers in Sonsonate, 65 km west of San Salvador, on Sunday.",
       "Sonsonate"},
      {"A car bomb exploded in Baqubah, 60 km north-east of Baghdad, killing ten people.",
       "Baqubah"},
      {"Militants killed four officers in Rann, a town some 170 kilometres (105 miles) from "
       "Maiduguri.",
       "Rann"},
      {"Rebels shelled Jisr al-Shughur, in northern Syria, west of Idlib, on Sunday.",
       "Jisr al-Shughur"},
      {"A teacher was abducted in Zaria, Kaduna state, about 80 km north of Kaduna.", "Zaria"},
      {"A BOMB EXPLODED ON SUNDAY IN BAQUBAH, 60 KM NORTH OF BAGHDAD, KILLING TEN.", "Baqubah"},
      {"Gunmen attacked the hamlet of Tchombangou, 120 km north of Niamey, killing nine people.",
       "Tchombangou"},
      // Where nothing else says it, the way is all there is.
      {"Gunmen ambushed a bus 20 km north of Kirkuk, killing five people.", "Kirkuk"},
      {"Gunmen ambushed a bus in Iraq, near Kirkuk, killing five people.", "Kirkuk"},
  });
}

TEST(Setting, AStateOfACountry) {
  expect_places({
      {"Gunmen killed two priests in Nigeria's Kogi State on Sunday.", "Kogi"},
      {"Militants beheaded ten people in the village of Monjane in Mozambique's Cabo Delgado "
       "province on Sunday.",
       "Monjane"},
  });
}

TEST(Setting, WhomSomebodyWorksForIsNotWhereItWas) {
  EXPECT_NE(
      event_of("Turkish police detained 33 people on Tuesday on suspicion of spying for Israel.")
          .where.country,
      "IL");
  expect_places({
      {"Two men from the southern province of Narathiwat were arrested in Bangkok on Friday.",
       "Bangkok"},
  });
}

TEST(Setting, AQuarterLiesInItsCity) {
  for (const char* text :
       {"Gunmen shot dead two men in the San Jose neighbourhood in western San Salvador on Sunday.",
        "Gunmen shot dead two men in the San Jose neighborhood of San Salvador on Sunday."}) {
    const Event event = event_of(text);
    EXPECT_EQ(event.where.country, "SV") << text;
    EXPECT_EQ(event.where.name, "San Jose") << text;
  }
}

TEST(Setting, WhatIsStoppedComesDownOverThoseWhoStopIt) {
  expect_places({
      {"Israel intercepted a missile fired from Yemen on Sunday.", "Israel"},
      {"Jordan's air force shot down two drones coming from Syria on Sunday.", "Jordan"},
      {"The Jordanian army shot down a drone that had come from Syria on Sunday.", "Jordan"},
      {"Two missiles fired from Yemen were intercepted by the Israeli air force.", "Israel"},
      {"The Israeli military said it shot down a drone launched from Yemen over Eilat.", "Eilat"},
      {"Poland shot down three Russian drones that crossed from Belarus on Sunday.", "Poland"},
  });
  // Its ships and planes are abroad.
  EXPECT_NE(event_of("U.S. forces shot down two drones launched from Yemen on Sunday.").where.name,
            "United States");
}

TEST(Setting, AStatesDeedIsTheStates) {
  for (const auto& [text, who] :
       {std::pair{"An Israeli air strike killed three people in Nabatieh.", "Israel"},
        {"A Turkish drone strike killed two people near Kobani.", "Turkey"}}) {
    const Event event = event_of(text);
    ASSERT_EQ(event.perpetrators.size(), 1u) << text;
    EXPECT_EQ(event.perpetrators.front().party.name, who) << text;
  }
}

TEST(Setting, WhoTellsOfOthersDidNothing) {
  const Event event = event_of(
      "ELN guerrillas freed 12 soldiers they had been holding since Thursday, the Red Cross said.");
  EXPECT_FALSE(has_party(event, "Red Cross"));
}

TEST(Setting, ASaintIsNoTown) {
  expect_places({
      {"A suicide bomber blew himself up inside the Mar Elias church in Damascus.", "Damascus"},
      {"A bomb exploded at St Mary's church in Damascus on Sunday.", "Damascus"},
      {"Masked men opened fire on people celebrating St John the Baptist in Irapuato on Sunday.",
       "Irapuato"},
      {"A man was shot dead in St. Louis on Sunday.", "St. Louis"},
  });
}

TEST(Setting, AChristmasMarketIsNotOfChristmas) {
  const Event market = event_of(
      "A man drove a car into a Christmas market in Augsburg on Friday, killing two people.");
  EXPECT_EQ(market.when.start, parse_day("2024-03-01"));
  const Event day = event_of("Gunmen killed five people in a Christmas Day attack in Jos.");
  EXPECT_EQ(day.when.start, parse_day("2023-12-25"));
}

TEST(Setting, WhereOneSpokeOrCameToIsNotWhereItWas) {
  expect_places({
      {"Speaking in Geneva on Monday, the UN envoy condemned the bombing in Aden that killed 14 "
       "people.",
       "Aden"},
      {"President Macron, who was visiting Berlin, condemned Thursday's knife attack in Nice, in "
       "which three people died.",
       "Nice"},
      {"Hours after arriving in Kabul, the minister was killed in an ambush in Ghazni.", "Ghazni"},
      {"The group, which is based in Raqqa, said it carried out the bombing in Baghdad that killed "
       "30 people.",
       "Baghdad"},
      {"A Paris court on Tuesday sentenced a man to life for the 2015 attack in Nice.", "Nice"},
      {"Police in Nairobi said on Saturday that gunmen had killed four people in Mandera a day "
       "earlier.",
       "Mandera"},
      {"In Caracas, the opposition said soldiers had killed four protesters in Maracaibo.",
       "Maracaibo"},
  });
}

TEST(Setting, WhenceAndWhitherAreNotWhereItWas) {
  expect_places({
      {"The army said it shelled rebel positions in Sloviansk on Sunday from a base near Izium.",
       "Sloviansk"},
      {"A bomb hidden in a parcel sent from Cordoba exploded at a post office in Rosario, wounding "
       "two clerks.",
       "Rosario"},
      {"The ship, which sailed from Mombasa, was attacked by pirates off Hobyo on Sunday.",
       "Hobyo"},
      {"A bus travelling from Quetta to Karachi was attacked by gunmen near Khuzdar, killing 14 "
       "passengers.",
       "Khuzdar"},
  });
  // People and goods are taken from where they are.
  expect_places({
      {"Gunmen abducted five students from a college in Kaduna on Monday.", "Kaduna"},
      {"Militants seized tanks and trucks from a depot in Palmyra on Monday.", "Palmyra"},
  });
}

TEST(Setting, WithNoOtherPlaceItIsThere) {
  expect_places({
      {"A woman from Peoria was shot dead on Friday.", "Peoria"},
      {"The 34-year-old, of Peoria, was shot dead on Friday.", "Peoria"},
      {"Police in Mosul found five men shot dead on Friday.", "Mosul"},
  });
}

TEST(Setting, ADayIsCountedFromTheOtherDay) {
  const std::vector<Event> events = events_of(
      "Gunmen attacked a police post in Kunduz on Monday, two days after militants had attacked a "
      "base in Baghlan.");
  std::vector<std::string> told;
  told.reserve(events.size());
  for (const Event& e : events) told.push_back(e.where.name + " " + days(e.when));
  EXPECT_THAT(told, testing::UnorderedElementsAre("Kunduz 2024-03-04", "Baghlan 2024-03-02"));
}

TEST(Setting, ATimeBesideTheNounIsTheNounsOwn) {
  for (const char* text : {"Police continue to investigate after a shooting in the capital city "
                           "late Sunday night sent five people to the hospital.",
                           "Police have identified three men who they think are responsible for an "
                           "early Sunday morning deadly shooting at a city bar."}) {
    const std::vector<Event> events = events_of(text);
    ASSERT_EQ(events.size(), 1u) << text;
    EXPECT_EQ(days(events.front().when), "2024-03-03") << text;
  }
}

TEST(Setting, TownsFarApartInOneSentenceAreTwoEvents) {
  const std::vector<Event> events = events_of(
      "Three days after the massacre in Bucha, Russian forces shelled Kharkiv, killing six "
      "people.");
  std::vector<std::string> places;
  places.reserve(events.size());
  for (const Event& event : events) places.push_back(event.where.name);
  EXPECT_THAT(places, testing::UnorderedElementsAre("Bucha", "Kharkiv"));
}

TEST(Setting, AFirstNameIsNoTown) {
  const std::vector<Event> events = events_of(
      "Paris Williams was shot dead in Houston on Sunday. Paris Williams was 16, police said.");
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events.front().where.name, "Houston");
}

TEST(Setting, ARowOfAgesIsNoRowOfPeople) {
  expect_all({{"Gunmen killed two men, 19 and 20, in Lawndale.", "killed 2"},
              {"Gunmen killed three men, 19, 20 and 22, in Lawndale.", "killed 3"},
              {"Gunmen killed two soldiers, 19 civilians and 20 police officers.", "killed 41"}});
}

}  // namespace

}  // namespace sitrep
