// Places that every newsreader knows, by the short, old and other names that news gives them, and
// their namesakes where the text means those.
#include "stories.h"

namespace sitrep {

namespace {

struct Famous {
  const char* text;
  const char* words;    // of the place
  const char* country;  // that they mean
  const char* admin1 = nullptr;
};

void PrintTo(const Famous& famous, std::ostream* out) { *out << famous.text; }

class FamousPlaces : public testing::TestWithParam<Famous> {};

TEST_P(FamousPlaces, AreWhereNewsMeans) {
  const Famous& famous = GetParam();
  World world;
  world.report("Wire", "2024-03-05", famous.text);
  const auto& coding = world.codings().at(0);
  const auto place = std::ranges::find(coding.places, famous.words,
                                       [](const PlaceReading& p) { return p.span.text; });
  ASSERT_NE(place, coding.places.end()) << famous.text;
  EXPECT_EQ(place->where.country, famous.country) << famous.text;
  if (famous.admin1) {
    EXPECT_EQ(place->where.admin1, famous.admin1) << famous.text;
  }
}

INSTANTIATE_TEST_SUITE_P(
    OldAndShortNames, FamousPlaces,
    testing::Values(Famous{"Nine people died in Bombay on Monday.", "Bombay", "IN", "Maharashtra"},
                    Famous{"Nine people died in Calcutta on Monday.", "Calcutta", "IN"},
                    Famous{"Nine people died in Madras on Monday.", "Madras", "IN", "Tamil Nadu"},
                    Famous{"Nine people died in Peking on Monday.", "Peking", "CN", "Beijing"},
                    Famous{"Nine people died in Rio on Monday.", "Rio", "BR", "Rio de Janeiro"},
                    Famous{"Nine people died in Odessa on Monday.", "Odessa", "UA"},
                    Famous{"Nine people died in Kiev on Monday.", "Kiev", "UA"},
                    Famous{"Nine people died in Juarez on Monday.", "Juarez", "MX", "Chihuahua"},
                    Famous{"Nine people died in NYC on Monday.", "NYC", "US", "New York"},
                    Famous{"Nine people died in St Louis on Monday.", "St Louis", "US", "Missouri"},
                    Famous{"Nine people died in Londonderry on Monday.", "Londonderry", "GB",
                           "Northern Ireland"},
                    Famous{"Nine people died in Port-au-Prince on Monday.", "Port-au-Prince", "HT"},
                    Famous{"Nine people died in Ramallah on Monday.", "Ramallah", "PS"},
                    Famous{"Nine people died in Teheran on Monday.", "Teheran", "IR"},
                    Famous{"Nine people died in Mazar-i-Sharif on Monday.", "Mazar-i-Sharif", "AF"},
                    Famous{"Nine people died in Hodeida on Monday.", "Hodeida", "YE"},
                    Famous{"Nine people died in Galkayo on Monday.", "Galkayo", "SO"},
                    Famous{"Nine people died in Port Elizabeth on Monday.", "Port Elizabeth",
                           "ZA"}));

INSTANTIATE_TEST_SUITE_P(
    Regions, FamousPlaces,
    testing::Values(Famous{"Rebels killed nine people in Kurdistan on Monday.", "Kurdistan", "IQ"},
                    Famous{"Rebels killed nine people in the Kivus on Monday.", "Kivus", "CD"},
                    Famous{"Rebels killed nine people in Ossetia on Monday.", "Ossetia", "GE"},
                    Famous{"Rebels killed nine people in Azawad on Monday.", "Azawad", "ML"},
                    Famous{"Rebels killed nine people in Matabeleland.", "Matabeleland", "ZW"},
                    Famous{"Rebels killed nine people in the Mekong Delta.", "Mekong Delta",
                           "VN"}));

// The one country that the report speaks of has one of them.
INSTANTIATE_TEST_SUITE_P(
    InTheOneCountry, FamousPlaces,
    testing::Values(
        Famous{"Nine people died in Granada on Monday, Spanish police said.", "Granada", "ES"},
        Famous{"Nine people died in Granada, Nicaraguan police said.", "Granada", "NI"},
        Famous{"Gunmen killed nine people in Hyderabad, Pakistani police said.", "Hyderabad", "PK"},
        Famous{"A bomb in Tripoli killed nine, the Lebanese army said.", "Tripoli", "LB"},
        Famous{"Gunmen attacked a post in Palma, the Mozambican army said.", "Palma", "MZ"},
        Famous{"Nine people died in Paris on Monday, American officials said.", "Paris", "FR"}));

// Written with letters that English has not.
INSTANTIATE_TEST_SUITE_P(
    Letters, FamousPlaces,
    testing::Values(Famous{"Nine people died in Şırnak on Monday.", "Şırnak", "TR"},
                    Famous{"Nine people died in Łódź on Monday.", "Łódź", "PL"},
                    Famous{"Nine people died in Šibenik on Monday.", "Šibenik", "HR"},
                    Famous{"Nine people died in Timișoara on Monday.", "Timișoara", "RO"}));

// Small towns that dictionaries hold without a number of people, beside large namesakes.
INSTANTIATE_TEST_SUITE_P(
    SmallTowns, FamousPlaces,
    testing::Values(Famous{"Nine people died in El Alto on Monday.", "El Alto", "BO"},
                    Famous{"Gunmen killed nine people in Solhan on Monday.", "Solhan", "BF"},
                    Famous{"Insurgents killed nine people in Palma in northern Mozambique.",
                           "Palma", "MZ"}));

INSTANTIATE_TEST_SUITE_P(
    Namesakes, FamousPlaces,
    testing::Values(
        Famous{"GOMA, Congo (Wire) - Rebels killed nine people in eastern Congo.", "Congo", "CD"},
        Famous{"Rebels killed nine people in Congo, near Pointe-Noire.", "Congo", "CG"},
        Famous{"TRIPOLI, Lebanon (AP) - Nine people died on Monday.", "TRIPOLI", "LB"},
        Famous{"TRIPOLI (AP) - Nine people died on Monday.", "TRIPOLI", "LY"},
        Famous{"SAINT-LOUIS, Senegal (AP) - Nine people died on Monday.", "SAINT-LOUIS", "SN"},
        Famous{"A man was shot in Odessa, Texas, on Monday.", "Odessa", "US", "Texas"},
        Famous{"A man was shot in Madras, Oregon, on Monday.", "Madras", "US", "Oregon"},
        Famous{"A man was shot in Londonderry, N.H., on Monday.", "Londonderry", "US"},
        Famous{"A man was shot in Bethlehem, Pa., on Monday.", "Bethlehem", "US"},
        Famous{"Migrants drowned off Saint-Louis in northern Senegal.", "Saint-Louis", "SN"},
        Famous{"A bus crash killed nine in Granada, Nicaragua.", "Granada", "NI"},
        Famous{"Nine were hurt in Victoria, British Columbia.", "Victoria", "CA"},
        Famous{"Nine were hurt in Victoria in the Seychelles.", "Victoria", "SC"},
        Famous{"A tanker was attacked off Limah, Oman, on Monday.", "Limah", "OM"},
        Famous{"Shells hit Dzerzhinsk near Gorlovka on Monday.", "Dzerzhinsk", "UA"},
        Famous{"Nine people died in Gold Coast, Queensland.", "Gold Coast", "AU"}));

INSTANTIATE_TEST_SUITE_P(
    Squares, FamousPlaces,
    testing::Values(
        Famous{"CONAKRY (Wire) - Soldiers fired at the Palais du Peuple.", "Palais du Peuple",
               "GN"},
        Famous{"KINSHASA (Wire) - Soldiers fired at the Palais du Peuple.", "Palais du Peuple",
               "CD"},
        Famous{"BAGHDAD (Wire) - Police fired at crowds in Tahrir Square.", "Tahrir Square", "IQ"},
        Famous{"CAIRO (Wire) - Police fired at crowds in Tahrir Square.", "Tahrir Square", "EG"},
        Famous{"KABUL (Wire) - Rockets hit the Green Zone on Monday.", "Green Zone", "AF"},
        Famous{"Rockets hit the Green Zone on Monday.", "Green Zone", "IQ"},
        Famous{"Police fired at crowds in Taksim Square on Monday.", "Taksim Square", "TR"}));

}  // namespace

}  // namespace sitrep
