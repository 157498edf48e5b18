#include "mentions/places.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "mentions/place_test_world.h"

namespace sitrep {
namespace {

// "Mosul; Iraqi [d]; airport [fu] <Baghdad; Erbil (north of 20)"
std::string render(const PlaceMention& m, const Document& d, const Mentions& all) {
  std::string out(d.slice(m.tokens));
  std::string marks;
  if (m.demonym) marks += 'd';
  if (m.metonym) marks += 'm';
  if (m.facility) marks += 'f';
  if (m.unnamed) marks += 'u';
  if (m.embedded) marks += 'e';
  if (m.elsewhere) marks += 'x';
  if (m.facility_kind == knowledge::PlaceKind::road) marks += 'r';
  if (!marks.empty()) out += " [" + marks + "]";
  if (m.part_of) out += fmt::format(" <{}", d.slice(all.places[*m.part_of].tokens));
  if (m.distance_km > 0)
    out += fmt::format(" ({} {:.0f})", m.relation, m.distance_km);
  else if (!m.relation.empty())
    out += fmt::format(" ({})", m.relation);
  return out;
}

std::string places_in(std::string_view text) {
  Document document;
  const Mentions mentions = find_test_places(text, document);
  std::string out;
  for (const PlaceMention& m : mentions.places) {
    if (!out.empty()) out += "; ";
    out += render(m, document, mentions);
  }
  return out;
}

struct Case {
  const char* text;
  const char* places;
};

class PlacesTest : public testing::TestWithParam<Case> {};

TEST_P(PlacesTest, Finds) {
  EXPECT_EQ(places_in(GetParam().text), GetParam().places) << GetParam().text;
}

constexpr Case kPlain[] = {
    {"", ""},
    {"   \n\n  ", ""},
    {"Nothing was reported.", ""},
    {"A bomb exploded in Mosul.", "Mosul"},
    {"Two men were killed in Kirkuk and Fallujah.", "Kirkuk; Fallujah"},
    {"Baghdad was quiet.", "Baghdad"},
    {"The road to Kirkuk was closed.", "Kirkuk"},
    {"Tankers left the Strait of Hormuz.", "Strait of Hormuz"},
    {"Violence spread across the Middle East.", "Middle East"},
    {"He flew to Santa Cruz de Tenerife on Monday.", "Santa Cruz de Tenerife"},
    {"Residents of Paris, London and Ankara marched.", "Paris; London; Ankara"},
    {"A London-based monitor counted five raids.", "London"},
};

constexpr Case kHierarchies[] = {
    {"Gunmen attacked Hit, Anbar, on Sunday.", "Hit <Anbar; Anbar"},
    {"BAGHDAD, Iraq (Wire) - Rockets fell.", "BAGHDAD <Iraq; Iraq"},
    {"A bomb went off in Mosul, Iraq.", "Mosul <Iraq; Iraq"},
    {"Clashes in Hit in Anbar province killed five.", "Hit <Anbar; Anbar"},
    {"A blast in Iraq's western Anbar province killed five.", "Iraq; Anbar <Iraq"},
    {"A blast in Fallujah, Anbar, Iraq, killed five.", "Fallujah <Anbar; Anbar <Iraq; Iraq"},
    {"The Iraqi city of Mosul was shelled.", "Iraqi [d]; Mosul <Iraqi"},
    {"He was born in Paris, Texas.", "Paris [x] <Texas; Texas"},
    {"Flights to Atlanta, Georgia, were late.", "Atlanta <Georgia; Georgia"},
    {"She lives in Peoria, Ill., with her son.", "Peoria [x] <Ill.; Ill."},
    {"A fire in Peoria, IL burned for hours.", "Peoria <IL; IL"},
    {"Troops left Damascus, Baghdad and Tehran.", "Damascus; Baghdad; Tehran"},
    {"Clashes in Syria, Iraq and Turkey went on.", "Syria; Iraq; Turkey"},
};

constexpr Case kFacilities[] = {
    {"Rockets hit Ain al-Asad air base in Anbar.", "Ain al-Asad air base [f] <Anbar; Anbar"},
    {"Shells hit the Al-Omar oil field.", "Al-Omar oil field [f]"},
    {"A drone crashed at Baghdad airport.", "Baghdad airport [f]"},
    {"A drone crashed at the airport in Baghdad.", "airport [fu] <Baghdad; Baghdad"},
    {"A drone crashed near Baghdad's international airport.",
     "Baghdad; airport [fu] <Baghdad (near)"},
    {"They shelled the airport in Kirkuk.", "Kirkuk"},
    {"Mortars struck Kirkuk airport.", "Kirkuk [f]"},
    {"Eight rounds landed at “Silver Lantern” base.", "Silver Lantern [f]"},
    {"Rounds hit the Silver Lantern base in Syria. Silver Lantern is small.",
     "Silver Lantern [f] <Syria; Syria; Silver Lantern [f]"},
    {"The base named 'Red Dune' was hit.", "Red Dune [f]"},
    {"Guards at Camp Falcon opened fire.", "Camp Falcon [f]"},
    {"Doctors at Shifa Hospital treated five.", "Shifa Hospital [fx]"},
    {"Worshippers fled the Catholic church.", ""},
    {"A hospital was hit.", ""},
    {"Students of Otter State College left.", ""},
    {"She was taken to University Hospital.", ""},
    {"She was born in State College.", "State College [x]"},
};

constexpr Case kRelations[] = {
    {"A convoy was hit near Mosul.", "Mosul (near)"},
    {"A convoy was hit outside Erbil.", "Erbil (outside)"},
    {"A convoy was hit 20 km north of Kirkuk.", "Kirkuk (north of 20)"},
    {"A convoy was hit twenty kilometers south of the city of Kirkuk.", "Kirkuk (south of 20)"},
    {"A convoy was hit 10 miles from Mosul.", "Mosul (from 16)"},
    {"A tanker burned off the coast of Syria.", "Syria (off)"},
    {"Shots were fired on the outskirts of Damascus.", "Damascus (outside)"},
    {"A bus was stopped on the road between Mosul and Kirkuk.",
     "Mosul (between); Kirkuk (between)"},
    {"They came from Mosul.", "Mosul"},
};

constexpr Case kUses[] = {
    {"Turkish jets bombed Mosul.", "Turkish [d]; Mosul"},
    {"Two Iraqis were freed.", "Iraqis [d]"},
    {"US troops left.", "US [d]"},
    {"The strike came from the US.", "US"},
    {"Tehran said it was not involved.", "Tehran [m]"},
    {"Ankara denied the report.", "Ankara [m]"},
    {"Washington's patience ended.", "Washington [m]"},
    {"Talks between Washington and Tehran failed.",
     "Washington [m] (between); Tehran [m] (between)"},
    {"Militias backed by Iran fired rockets.", "Iran [m]"},
    {"Two people were shot in Washington.", "Washington"},
    {"The Iran-backed group fled to Syria.", "Iran [d]; Syria"},
};

constexpr Case kPeople[] = {
    {"Paris Hilton sang.", ""},
    {"The foreign minister, Michael Jordan, resigned.", ""},
    {"Gen. Houston spoke.", ""},
    {"Whitney Houston sang. Houston was born far away.", ""},
    {"Mr. London said no.", ""},
    {"Andrew \"Al\" Sedona was shot. A bullet struck Sedona.", ""},
    {"Andrew Jackson resigned. Jackson said he was tired.", ""},
    {"Foreign minister Jackson resigned.", ""},
    {"He read a book in March.", ""},
    {"Mobile phones were taken.", ""},
    {"Reading is fun.", ""},
    {"The firm is based in Reading.", "Reading"},
    {"Port of Mobile workers walked out in Mobile, Alabama.", "Mobile"},
    {"The Islamic State in Iraq and Syria claimed it.", ""},
    {"Kirkuk Shield Brigades claimed it.", ""},
    {"The Iraqi army entered Mosul.", "Iraqi [d]; Mosul"},
    {"Houston Police Department officers came.", "Houston [e]"},
    {"They told us to leave.", ""},
    {"He is ill.", ""},
    {"Officers searched Palmer's office.", ""},
    {"A voter in Palmer's camp said no.", ""},
    {"Two people died in Palmer.", "Palmer"},
    {"He drove the Sedona home.", ""},
    {"He drove to Sedona.", "Sedona"},
    {"They drove to Douglas that day.", "Douglas"},
    {"they drove to douglas that day.", ""},  // a common first name, and no capital speaks for it
    {"they drove to jackson that day.", "jackson"},
    {"They will Split the bill.", ""},
    {"The ferry left Split.", "Split"},
};

constexpr Case kLandmarkCases[] = {
    {"A van was found on Barlow Road.", "Barlow Road [fr]"},
    {"Barlow Road was closed.", "Barlow Road [fr]"},
    {"They camped beside Otter Lake.", "Otter Lake [f]"},
    {"Two men drowned in the Otter River.", "Otter River [f]"},
    {"A play opened at the Orpheum Theatre.", "Orpheum Theatre [f]"},
    {"Orpheum Theatre sold its last ticket.", ""},
    {"A helicopter crashed on Mount Sion.", "Mount Sion [f]"},
    {"A lorry overturned on the A38 near Mosul.", "A38 [fr]; Mosul (near)"},
    {"He drank an A38 cocktail.", ""},
    {"The road was long.", ""},
    {"THE ROAD WAS LONG.", ""},
};

// Streets are no towns, whatever they are called after.
constexpr Case kStreets[] = {
    {"Shots were fired in the 300 block of Mosul.", "Mosul [fr]"},
    {"Shots were fired in the 300 block of West Mosul in Dallas.",
     "West Mosul [fr] <Dallas; Dallas"},
    {"A man was shot on Reading Road.", "Reading Road [fr]"},
    {"A man was shot near Paris and London streets.", "Paris [fr] (near); London [fr]"},
    {"A man was shot near 108th and Paris streets in Dallas.", "Paris [fr]; Dallas"},
    {"He stood at 25th and Paris in Dallas.", "Paris [fr] <Dallas; Dallas"},
    {"He stood at Barlow Road and Paris in Dallas.",
     "Barlow Road [fr] <Dallas; Paris [fr] <Dallas; Dallas"},
    {"Trade between the Barlow Road and Paris grew.",
     "Barlow Road [fr] (between); Paris (between)"},
    {"He was shot in the Bellmead neighborhood. Bellmead mourned.", "Bellmead; Bellmead"},
    {"He was shot in Dallas's Bellmead neighborhood.", "Dallas; Bellmead"},
    {"He was shot in a Bellmead neighborhood.", ""},
    {"Cattle were taken from the Bellmead ranch. Bellmead mourned.", "Bellmead; Bellmead"},
    {"Bellmead ranch burned.", ""},
    {"rue", ""},
    {"He was shot in the rue de", ""},
    {"He was shot in the rue de Paris.", "rue de Paris [fr]"},
    {"He was shot in Via Mosul.", "Via Mosul [fr]"},
    {"He travelled via Mosul.", "Mosul"},
    {"He was shot near Good Mosul Road.", "Good Mosul Road [fr] (near)"},
};

// What an outlet calls itself behind a headline.
constexpr Case kMastheads[] = {
    {"Two shot in Dallas - KXYZ News 4 Houston\n\nPolice came.", "Dallas; Houston [e]"},
    {"Two shot in Dallas | Houston News, Weather and Sports\n\nPolice came.",
     "Dallas; Houston [e]"},
    {"Two shot in Dallas - kxyz.com Houston\n\nPolice came.", "Dallas; Houston [e]"},
    {"Two shot in Dallas - gunmen fled to Houston\n\nPolice came.", "Dallas; Houston"},
    {"TWO SHOT - THEY WENT TO PARIS, TEXAS", "PARIS <TEXAS; TEXAS"},
    {"Two shot in Dallas. News of it reached Houston.", "Dallas; Houston"},
};

// Care, custody and home.
constexpr Case kElsewhereCases[] = {
    {"She was taken to the hospital in Mosul.", "Mosul [x]"},
    {"The emergency room in Mosul treated her.", "Mosul [x]"},
    {"She was airlifted to Mosul.", "Mosul [x]"},
    {"She was taken to a Mosul hospital.", "Mosul [fx]"},
    {"He is in the Zavala County jail.", "Zavala County [x]"},
    {"He lives in Mosul.", "Mosul [x]"},
    {"He was shot in Mosul.", "Mosul"},
    {"The hospital was hit when planes bombed Mosul.", "Mosul"},
};

constexpr Case kCounties[] = {
    {"A fire burned in Zavala County.", "Zavala County"},
    {"A fire burned in Prince Orrin's County.", "Prince Orrin's County"},
    {"A fire burned in Prince Orrin\u2019s County.", "Prince Orrin\u2019s County"},
    {"Rain fell in Zavala and Dimmit counties.", "Zavala; Dimmit"},
    {"Rain fell in Zavala, Dimmit and other counties.", ""},
    {"Zavala spoke first.", ""},
};

constexpr Case kPeopleOfRegions[] = {
    {"Kurdish fighters left Mosul.", "Kurdish [d]; Mosul"},
    {"The Kurds of Mosul voted.", "Kurds [d]; Mosul"},
};

constexpr Case kSpellings[] = {
    {"Shells fell in Raqqa.", "Raqqa"},
    {"Shells fell in Al-Raqqah.", "Al-Raqqah"},
    {"Shells fell in Mayadeen.", ""},
    {"Shells fell in Mayadin.", "Mayadin"},
    {"Shells fell in Mosull.", "Mosull"},
    {"Shells fell in al-Mosul.", "al-Mosul"},
    {"Shells fell in Bukamal.", "Bukamal"},
    {"Shells fell in El-Fallujah.", "El-Fallujah"},
    {"Shells fell in Ninewa.", "Ninewa"},
    {"Shells fell in Deir Ezzor.", "Deir Ezzor"},
    {"Shells fell in Deir-ez-Zor.", "Deir-ez-Zor"},
    {"Shells fell in Jalal Abad.", "Jalal Abad"},
    {"Shells fell in Jalal-Abad.", "Jalal-Abad"},
    {"Shells fell in Azizabad.", "Azizabad"},
    {"Shells fell in Dayr az-Zawr.", ""},
    {"Shells fell in Mt. Vernon.", "Mt. Vernon"},
    {"Shells fell in Saint Orrin.", "Saint Orrin"},
    {"Shells fell in St. Orrin.", "St. Orrin"},
};

constexpr Case kCapitals[] = {
    {"ROCKETS HIT BASE NEAR BAGHDAD", "BAGHDAD (near)"},
    {"IRAQI TROOPS ENTER MOSUL", "IRAQI [d]; MOSUL"},
    {"PEOPLE SAY READING IS MOBILE", ""},
    {"READING, Texas\n\nThe man was reading.", "READING <Texas; Texas"},
    {"SHOTS AT BARLOW ROAD AND STREETS NEAR MOSUL", "MOSUL (near)"},
    {"HE LIVES QUIETLY WHERE PLANES BOMBED BASES IN MOSUL", "MOSUL"},
    {"TWO KILLED IN PARIS, TEXAS", "PARIS <TEXAS; TEXAS"},
    {"THEY TOLD US TO GO", ""},
    {"rockets hit a base near baghdad", "baghdad (near)"},
};

INSTANTIATE_TEST_SUITE_P(Plain, PlacesTest, testing::ValuesIn(kPlain));
INSTANTIATE_TEST_SUITE_P(Hierarchies, PlacesTest, testing::ValuesIn(kHierarchies));
INSTANTIATE_TEST_SUITE_P(Facilities, PlacesTest, testing::ValuesIn(kFacilities));
INSTANTIATE_TEST_SUITE_P(Relations, PlacesTest, testing::ValuesIn(kRelations));
INSTANTIATE_TEST_SUITE_P(Uses, PlacesTest, testing::ValuesIn(kUses));
INSTANTIATE_TEST_SUITE_P(People, PlacesTest, testing::ValuesIn(kPeople));
INSTANTIATE_TEST_SUITE_P(Landmarks, PlacesTest, testing::ValuesIn(kLandmarkCases));
INSTANTIATE_TEST_SUITE_P(Streets, PlacesTest, testing::ValuesIn(kStreets));
INSTANTIATE_TEST_SUITE_P(Mastheads, PlacesTest, testing::ValuesIn(kMastheads));
INSTANTIATE_TEST_SUITE_P(Elsewhere, PlacesTest, testing::ValuesIn(kElsewhereCases));
INSTANTIATE_TEST_SUITE_P(Counties, PlacesTest, testing::ValuesIn(kCounties));
INSTANTIATE_TEST_SUITE_P(PeopleOfRegions, PlacesTest, testing::ValuesIn(kPeopleOfRegions));
INSTANTIATE_TEST_SUITE_P(Spellings, PlacesTest, testing::ValuesIn(kSpellings));
INSTANTIATE_TEST_SUITE_P(Capitals, PlacesTest, testing::ValuesIn(kCapitals));

TEST(Places, DoNotReachIntoAnotherSentence) {
  Document document;
  const Mentions mentions =
      find_test_places("Soldiers killed in clash near Baghdad\n\nLake Chad, 22 Ramadan", document);
  for (const PlaceMention& place : mentions.places)
    EXPECT_EQ(document.slice(place.tokens).find('\n'), std::string_view::npos);
}

TEST(Places, StandInTextOrderWithoutOverlaps) {
  Document document;
  const Mentions mentions = find_test_places(
      "At the airport in Baghdad, near Baghdad's airport and the base called Red Dune, Iraqi and "
      "US troops met.",
      document);
  for (size_t i = 1; i < mentions.places.size(); ++i) {
    EXPECT_LE(mentions.places[i - 1].tokens.last, mentions.places[i].tokens.first);
  }
}

}  // namespace
}  // namespace sitrep
