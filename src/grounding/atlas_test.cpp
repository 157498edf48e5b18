#include "grounding/atlas.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mentions/place_test_world.h"

namespace sitrep {
namespace {

// "Paris FR city geonames:2988507" of each mention.
std::string grounded(std::string_view text, const PlaceContext& context = {}) {
  Document document;
  Mentions mentions = find_test_places(text, document);
  const auto& world = place_test_world();
  ground_places(document, world.lexicon(), world.gazetteer(), context, mentions.places);
  std::string out;
  for (const PlaceMention& m : mentions.places) {
    if (!out.empty()) out += "; ";
    out +=
        fmt::format("{} {} {}", document.slice(m.tokens), m.where.country, name(m.where.precision));
    if (!m.where.gazetteer_id.empty()) out += " " + m.where.gazetteer_id;
  }
  return out;
}

struct Case {
  const char* text;
  const char* where;
};

class AtlasTest : public testing::TestWithParam<Case> {};

TEST_P(AtlasTest, Grounds) {
  EXPECT_EQ(grounded(GetParam().text), GetParam().where) << GetParam().text;
}

constexpr Case kCases[] = {
    {"A bomb exploded in Mosul.", "Mosul IQ city geonames:99072"},
    {"Protests filled Paris.", "Paris FR city geonames:2988507"},
    {"A fire burned in Paris, Texas.", "Paris US city geonames:4717560; Texas US admin1"},
    {"The Texas town voted. Paris is near Mount Vernon and Dallas.",
     "Texas US admin1; Paris US city geonames:4717560; Mount Vernon US near geonames:4705349; "
     "Dallas US city geonames:4684888"},
    {"Shells fell in Saint Orrin.", "Saint Orrin US city geonames:4700012"},
    {"Dallas: shots in the Georgia neighborhood.",
     "Dallas US city geonames:4684888; Georgia US near"},
    {"A street in Dallas: shots on the 300 block of Paris. Paris was quiet.",
     "Dallas US city geonames:4684888; Paris US near; Paris FR city geonames:2988507"},
    {"Swimmers left Orford Lake, Texas. Mosul prayed. Orford Lake froze.",
     "Orford Lake US admin1; Texas US admin1; Mosul IQ city geonames:99072; Orford Lake US "
     "admin1"},
    {"Ships waited in Alexandria.", "Alexandria EG city geonames:361058"},
    {"Police in Alexandria, Louisiana, made an arrest.",
     "Alexandria US city geonames:4314550; Louisiana US admin1"},
    {"In Louisiana, Pineville and Baton Rouge flooded. Alexandria is dry.",
     "Louisiana US admin1; Pineville US city geonames:4314551; Baton Rouge US city "
     "geonames:4315588; "
     "Alexandria US city geonames:4314550"},
    {"She lives in Peoria, Ill., now.", "Peoria US city geonames:4905687; Ill. US admin1"},
    {"He flew to Atlanta, Georgia.", "Atlanta US city geonames:4180439; Georgia US admin1"},
    {"He flew to Tbilisi, Georgia.", "Tbilisi GE city geonames:611717; Georgia GE country"},
    {"Rockets hit Ain al-Asad in Anbar.", "Ain al-Asad IQ exact ain-al-asad; Anbar IQ admin1"},
    {"Rockets fell near Ain al-Asad.", "Ain al-Asad IQ near ain-al-asad"},
    {"A convoy was hit 20 km north of Kirkuk.", "Kirkuk IQ near geonames:94787"},
    {"A drone fell at the airport in Baghdad.",
     "airport IQ exact baghdad-airport; Baghdad IQ city geonames:98182"},
    {"A drone fell at Kirkuk airport.", "Kirkuk IQ near geonames:94787"},
    {"Rounds hit the Silver Lantern base in Syria.", "Silver Lantern SY country; Syria SY country"},
    {"Rounds hit the Silver Lantern base near Mayadin.",
     "Silver Lantern SY near; Mayadin SY near geonames:173480"},
    {"Rounds hit the Silver Lantern base.", "Silver Lantern  unknown"},
    {"Turkish jets struck.", "Turkish TR country"},
    {"Washington said no.", "Washington US city geonames:4140963"},
    {"Shells fell in Raqqa.", "Raqqa SY city geonames:172955"},
    {"Tankers left the Strait of Hormuz.", "Strait of Hormuz IR near strait-of-hormuz"},
    {"It shook the Middle East.", "Middle East  unknown middle-east"},
    {"MOSUL, Iraq (Wire) - A bomb went off.", "MOSUL IQ city geonames:99072; Iraq IQ country"},
    {"TWO KILLED IN PARIS, TEXAS", "PARIS US city geonames:4717560; TEXAS US admin1"},
    {"", ""},
};

INSTANTIATE_TEST_SUITE_P(All, AtlasTest, testing::ValuesIn(kCases));

TEST(Atlas, NamesAndReasons) {
  const std::string text = "RAQQA (Wire) - Rockets hit Ain al-Asad base and MOSUL.";
  Document document;
  Mentions mentions = find_test_places(text, document);
  const auto& world = place_test_world();
  ground_places(document, world.lexicon(), world.gazetteer(), {}, mentions.places);
  const auto base =
      std::find_if(mentions.places.begin(), mentions.places.end(),
                   [](const PlaceMention& m) { return m.where.gazetteer_id == "ain-al-asad"; });
  ASSERT_NE(base, mentions.places.end());
  EXPECT_EQ(base->where.name, "Ain al-Asad Air Base");
  EXPECT_EQ(base->where.admin1, "Anbar");
  EXPECT_EQ(base->why, "places/test.tsv:2");
  EXPECT_EQ(mentions.places.back().where.name, "Mosul");
  EXPECT_EQ(mentions.places.back().why, "gazetteer");
}

TEST(Atlas, DatelineAndOutletDecideNamesakes) {
  EXPECT_EQ(grounded("Alexandria police made an arrest."), "Alexandria EG city geonames:361058");
  EXPECT_EQ(grounded("Alexandria is dry.", {.home = {.country = "US", .admin1 = {}},
                                            .dateline = "BATON ROUGE, Louisiana"}),
            "Alexandria US city geonames:4314550");
}

// A local outlet means the namesake within its reach, else one of its division.
TEST(Atlas, TheOutletsHomeDecidesNamesakes) {
  const PlaceContext louisiana{.home = {"US", "Louisiana", 30.45, -91.15, true}, .dateline = {}};
  const PlaceContext illinois{.home = {"US", "Illinois", 40.7, -89.0, true}, .dateline = {}};
  const PlaceContext division{.home = {"US", "Illinois", 40.0, -89.2, false}, .dateline = {}};
  EXPECT_EQ(grounded("Alexandria police made an arrest."), "Alexandria EG city geonames:361058");
  EXPECT_EQ(grounded("Alexandria police made an arrest.", louisiana),
            "Alexandria US city geonames:4314550");
  const std::string peoria = "A man was shot in Peoria on Monday.";
  EXPECT_EQ(grounded(peoria), "Peoria US city geonames:5308480");
  EXPECT_EQ(grounded(peoria, illinois), "Peoria US city geonames:4905687");
  EXPECT_EQ(grounded(peoria, division), "Peoria US city geonames:4905687");
  EXPECT_EQ(grounded(peoria, louisiana), "Peoria US city geonames:5308480");
}

TEST(Atlas, WhatTheReportSaysOutweighsTheOutletsHome) {
  const PlaceContext texas{.home = {"US", "Texas", 33.2, -96.6, true}, .dateline = {}};
  EXPECT_EQ(grounded("Protests filled Paris, the capital of France.", texas),
            "Paris FR city geonames:2988507; France FR country");
  EXPECT_EQ(grounded("A bomb exploded in Mosul. Baghdad was quiet.", texas),
            "Mosul IQ city geonames:99072; Baghdad IQ city geonames:98182");
}

// Pineville is a small town 440 km from the outlet.
TEST(Atlas, SmallPlacesFarFromTheOutletAreNotMeantByALocalReport) {
  const PlaceContext texas{.home = {"US", "Texas", 33.2, -96.6, true}, .dateline = {}};
  EXPECT_EQ(grounded("Shots were fired in Pineville. Dallas police came.", texas),
            "Pineville US near; Dallas US city geonames:4684888");
  EXPECT_EQ(grounded("Shots were fired in Pineville, Louisiana.", texas),
            "Pineville US city geonames:4314551; Louisiana US admin1");
  EXPECT_EQ(grounded("Shots were fired in Pineville. Dallas police came."),
            "Pineville US city geonames:4314551; Dallas US city geonames:4684888");
}

// A name that no table holds, in a report that says nothing else of where it is.
TEST(Atlas, UnknownPlaceOfALocalReportIsInTheOutletsDivision) {
  EXPECT_EQ(grounded("Rounds hit the Silver Lantern base.",
                     {.home = {"US", "Texas", 33.2, -96.6, true}, .dateline = {}}),
            "Silver Lantern US admin1");
}

TEST(Atlas, ConfidenceIsHigherWhereTheReportSaysMore) {
  const auto confidence = [](std::string_view text) {
    Document document;
    Mentions mentions = find_test_places(text, document);
    const auto& world = place_test_world();
    ground_places(document, world.lexicon(), world.gazetteer(), {}, mentions.places);
    return mentions.places.at(0).confidence;
  };
  EXPECT_GT(confidence("Peoria, Ill., burned."), confidence("In Peoria, a house burned."));
  EXPECT_LE(confidence("Peoria, Ill., burned."), 1.0);
}

// Latitude and longitude of the first place, to a tenth of a degree.
std::string point_of(std::string_view text) {
  Document document;
  Mentions mentions = find_test_places(text, document);
  const auto& world = place_test_world();
  ground_places(document, world.lexicon(), world.gazetteer(), {}, mentions.places);
  const Where& where = mentions.places.at(0).where;
  return fmt::format("{:.1f} {:.1f} {}", where.lat.value_or(0), where.lon.value_or(0),
                     name(where.precision));
}

TEST(Atlas, RelationsMoveThePoint) {
  EXPECT_EQ(point_of("A bomb went off in Kirkuk."), "35.5 44.4 city");
  EXPECT_EQ(point_of("A convoy was hit 50 km north of Kirkuk."), "35.9 44.4 near");
  EXPECT_EQ(point_of("A convoy was hit 50 km north-east of Kirkuk."), "35.8 44.8 near");
  EXPECT_EQ(point_of("A convoy was hit 50 miles southwest of Kirkuk."), "35.0 43.8 near");
  EXPECT_EQ(point_of("A convoy was hit south of Kirkuk."), "35.5 44.4 near");
  EXPECT_EQ(point_of("A bus was stopped on the road between Kirkuk and Erbil."), "35.8 44.2 near");
  EXPECT_EQ(point_of("A tanker burned off the coast of Syria."), "34.8 39.0 country");
}

// A village of that name on another continent is not what is meant.
TEST(Atlas, UnknownPlaceIsNotItsFarNamesake) {
  EXPECT_EQ(grounded("Rebels fled to Otter Bend. Damascus was quiet, and so was all of Syria."),
            "Otter Bend SY near; Damascus SY city geonames:170654; Syria SY country");
}

// Pineville of Louisiana is what is meant where nothing speaks against it, not amid Syria's towns.
TEST(Atlas, SmallNamesakeInACountryNeverSpokenOfIsNotMeant) {
  EXPECT_EQ(grounded("Shots were fired in Pineville."), "Pineville US city geonames:4314551");
  EXPECT_EQ(grounded("Shots were fired in Pineville. Troops left Damascus, Syria."),
            "Pineville SY near; Damascus SY city geonames:170654; Syria SY country");
  EXPECT_EQ(grounded("A man of Pineville, Louisiana, died in Raqqa, Syria, and not in Damascus."),
            "Pineville US city geonames:4314551; Louisiana US admin1; Raqqa SY city "
            "geonames:172955; Syria SY country; Damascus SY city geonames:170654");
}

// The publisher's country, or that of the forces it tells of, is enough to doubt a small town of
// another one; not a large one, nor a small one in the United States.
TEST(Atlas, SmallNamesakeOutsideOfThePublishersCountryIsNotMeant) {
  const std::string mayadin = "Shots were fired in Mayadin.";
  EXPECT_EQ(grounded(mayadin), "Mayadin SY city geonames:173480");
  EXPECT_EQ(grounded(mayadin, {.home = {}, .dateline = {}, .publisher = "IQ"}), "Mayadin  unknown");
  EXPECT_EQ(grounded(mayadin, {.home = {}, .dateline = {}, .publisher = "SY"}),
            "Mayadin SY city geonames:173480");
  EXPECT_EQ(
      grounded(mayadin + " Troops left Syria.", {.home = {}, .dateline = {}, .publisher = "IQ"}),
      "Mayadin SY city geonames:173480; Syria SY country");
  const PlaceContext iraqi{.home = {}, .dateline = {}, .nations = {"IQ", "IQ", "IQ"}};
  EXPECT_EQ(grounded("Shots were fired in Pineville.", iraqi),
            "Pineville US city geonames:4314551");
  EXPECT_EQ(grounded("Shots were fired in Damascus.", iraqi), "Damascus SY city geonames:170654");
}

// A ranch is seldom in the town that it is called after.
TEST(Atlas, NamesOfSmallHoldingsAreNoTowns) {
  EXPECT_THAT(grounded("Cattle were taken from the Santa Marta ranch in Texas."),
              testing::StartsWith("Santa Marta US"));
}

// A report about one country means a village of its own, however large a town elsewhere has the
// name; of a name that one country alone has it means the town.
TEST(Atlas, ANamesakeIsNotMeantByAReportAboutOneOtherCountry) {
  const std::string syria = " Troops left Damascus, Syria, for Raqqa, Syria.";
  EXPECT_EQ(grounded("Shots were fired in Santa Marta."), "Santa Marta CO city geonames:3668605");
  EXPECT_THAT(grounded("Shots were fired in Santa Marta." + syria),
              testing::StartsWith("Santa Marta SY near;"));
  EXPECT_THAT(grounded("Shots were fired in Kirkuk." + syria),
              testing::StartsWith("Kirkuk IQ city geonames:94787;"));
}

TEST(Atlas, ListedCountiesAreNoTowns) {
  EXPECT_EQ(grounded("Rain fell in Zavala and Dimmit counties."),
            "Zavala US city geonames:4700004; Dimmit US city geonames:4700005");
}

TEST(Atlas, CountryStandsBeforeTownsOfItsName) {
  EXPECT_EQ(grounded("He came from Turkey and went to Dallas and Houston."),
            "Turkey TR country; Dallas US city geonames:4684888; Houston US city geonames:4699066");
}

TEST(Atlas, Distances) {
  EXPECT_NEAR(distance_km(33.34, 44.40, 36.33, 43.12), 352, 5);
  EXPECT_DOUBLE_EQ(distance_km(1, 2, 1, 2), 0);
}

}  // namespace
}  // namespace sitrep
