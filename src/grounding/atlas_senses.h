// The places in the world that a name may mean, as plain points with what speaks for each.
#pragma once

#include <string_view>
#include <vector>

#include "knowledge/gazetteer.h"
#include "mentions/mentions.h"
#include "mentions/place_names.h"

namespace sitrep::atlas {

// What sort of thing a reading is; each has a weight of its own.
enum class Sort : uint8_t { country, division, county, region, town, point, city, hamlet };

// One reading of a name.
struct Reading {
  placing::Sense sense;
  double lat = 0, lon = 0;
  std::string_view country;
  std::string_view admin1;
  Key area = kNoKey;  // of country and admin1, for comparison; kNoKey where admin1 is not known
  double prior = 0;   // before any context
  uint32_t population = 0;
  uint8_t capital = 0;  // 1: of a country, 2: of a division
  Sort sort = Sort::city;
  double share = 0;  // of belief, summing to 1 over a name's readings and "none of these"
  PlacePrecision precision = PlacePrecision::city;
  bool people = false;  // what is named are the people of a region, not the region
};

// A name of the report with its readings; all mentions of the name share it.
struct Name {
  Key key = kNoKey;
  std::vector<Reading> readings;     // the likeliest first once decided
  std::vector<uint32_t> mentions;    // indices
  std::vector<uint32_t> enclosing;   // names given as the place around it ("Anbar" in "Hit, Anbar")
  std::vector<Key> enclosing_areas;  // area keys of these names as words
  std::vector<uint32_t> holds;       // names said to lie inside it
  double weight = 1;                 // as evidence for others
  bool demonym = false;
  bool neighbourhood = false;  // said to be one: seldom a town that tables hold
  size_t best() const;
  bool nowhere() const;  // likelier none of its readings than any
};

struct Sources {
  const Document& document;
  const knowledge::Lexicon& lexicon;
  const knowledge::Gazetteer& gazetteer;
};

// "Kandahar province", "the province of Kandahar", "Kherson and Sumy regions".
bool names_division(const Sources& sources, const PlaceMention& mention);

// The readings of one mention by its name and the noun that makes a division or facility of it.
std::vector<Reading> readings_of(const Sources& sources, placing::NameFinder& finder,
                                 const PlaceMention& mention,
                                 const std::vector<PlaceMention>& places);

Reading country_reading(const knowledge::Country& country, placing::Sense sense);

// How close a record of this kind of place tells where something was.
PlacePrecision precision_of(knowledge::PlaceKind kind);

Key area_of(const knowledge::Lexicon& lexicon, std::string_view country,
            std::string_view admin1);  // kNoKey without admin1

}  // namespace sitrep::atlas
