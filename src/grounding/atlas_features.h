// What speaks for a reading of a name, as numbers: of the reading itself, and of the report's other
// names as far as they are decided.
#pragma once

#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <string_view>
#include <vector>

#include "grounding/atlas_senses.h"
#include "knowledge/outlets.h"

namespace sitrep::atlas {

enum Feature : size_t {
  kCountrySort,  // one for each Sort, in its order
  kDivisionSort,
  kCountySort,
  kRegionSort,
  kTownSort,
  kPointSort,
  kCitySort,
  kHamletSort,
  kPopulation,     // log10, of places with a population
  kBehindLargest,  // log10 below the most populous reading of the name
  kNationalCapital,
  kDivisionCapital,
  kUnderCountry,   // a town that bears a country's name
  kUnderDivision,  // or that of a division
  kUnitedStates,   // English news speaks of small places at home
  kUnitedKingdom,
  kOtherEnglish,
  kFixedFeatures,            // those above need no other name
  kInside = kFixedFeatures,  // "Hit, Anbar": in what is named as around it
  kOutside,                  // or not
  kHolds,                    // holds what is said to lie in it
  kCountryNamed,             // the report names the country or one of its divisions
  kDivisionNamed,            // the report names the division
  kCountryShared,            // other names lie in the country
  kDivisionShared,
  kNearAnchors,   // near the likeliest points of other names
  kNearReadings,  // near some reading of other names
  kAtHome,        // in the country of the outlet
  kHomeDivision,  // in the division where the outlet is at home
  kNearHome,      // near the town where the outlet is at home
  kFeatures
};

using Features = std::array<double, kFeatures>;
extern const std::array<std::string_view, kFeatures> kFeatureNames;

// A point that a name may mean, with the belief in it.
struct Anchor {
  double lat = 0, lon = 0, share = 0;
  uint32_t name = 0;
};

// Where the outlet is at home, as far as it is known.
struct Home {
  std::string_view country;
  Key area = kNoKey;  // as that of a reading
  Anchor town;        // its share is nought where no town is known
};
Home home_of(const knowledge::Lexicon& lexicon, const knowledge::OutletHome& home);

// What all names together say, at the present state of belief.
class Evidence {
 public:
  Evidence(const std::vector<Name>& names, const Home& home);
  // The features from kFixedFeatures on.
  void add(uint32_t name, const Reading& reading, Features& features);
  // How much the report's other names speak for countries other than that of the reading.
  double for_other_countries(uint32_t name, const Reading& reading) const;
  // How much they speak for that of the reading, and for the one other that they speak for most.
  struct Rivalry {
    double own = 0, leading = 0;
  };
  const Name& name(uint32_t index) const { return names_[index]; }
  Rivalry rivalry(uint32_t name, const Reading& reading) const;

 private:
  using Votes = boost::unordered_flat_map<Key, double>;
  void count(const Name& name);
  double near_anchors(uint32_t name, const Reading& reading) const;
  double near_readings(uint32_t name, const Reading& reading);
  void add_votes(const Name& name, const Reading& reading, Features& features) const;
  void add_enclosure(const Name& name, const Reading& reading, Features& features) const;
  double holds(const Name& name, const Reading& reading) const;
  void add_home(const Reading& reading, Features& features) const;

  const std::vector<Name>& names_;
  Home home_;
  Votes named_countries_, named_areas_, countries_, areas_;
  std::vector<Anchor> anchors_, points_;  // by latitude
  std::vector<double> nearest_;           // of each name, while a reading is weighed
};

// Of a country, whether English news is at home there.
bool speaks_english(std::string_view country);

// Those below kFixedFeatures.
void add_fixed_features(const Name& name, const Reading& reading, Features& features);

}  // namespace sitrep::atlas
