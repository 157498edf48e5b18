// What a word is to the reading of places. Which word is what, the dictionaries say.
#pragma once

#include <cstdint>

namespace sitrep::knowledge {

enum PlaceUse : uint32_t {  // bits; place_words.tsv where no other table is named
  kInside = 1u << 0,        // in, at: a place is likely to follow
  kToward = 1u << 1,        // from, to, near: a place may follow
  kNearby = 1u << 2,        // near, outside, off
  kOf = 1u << 3,            // of
  kBackedBy = 1u << 4,      // by, with, against: a government may follow
  kKilometre = 1u << 5,
  kMile = 1u << 6,
  kUnit = kKilometre | kMile,
  kFiller = 1u << 7,         // the, town, city: between a relation and its place
  kCompass = 1u << 8,        // north, western
  kAreaNoun = 1u << 9,       // province, county, valley
  kLandmark = 1u << 10,      // street, square, university: a name of something smaller ends here
  kFacility = 1u << 11,      // airport, base: facility_nouns.tsv
  kFacilityPart = 1u << 12,  // military, international: between a name and its facility noun
  kOrganisation = 1u << 13,  // police, council, ministry: a name of a body ends here
  kReligion = 1u << 14,      // Catholic, Sunni: no name of a mosque or church
  kTitle = 1u << 15,         // Mr, Gen, Sheikh: a person follows
  kPrefix = 1u << 16,        // al, el, ad: the Arabic article
  kConnector = 1u << 17,     // of, de, la: inside names
  kNever = 1u << 18,         // function words, months, days: no place by themselves
  kOrdinary = 1u << 19,      // a common word that some place is called by: ordinary_words.tsv
  // Names of person_names.tsv: the commonest count in small letters, too, the others do not.
  kCommonFirstName = 1u << 20,
  kOtherFirstName = 1u << 21,
  kFirstName = kCommonFirstName | kOtherFirstName,
  kFamilyName = 1u << 22,
  kMasthead = 1u << 24,      // news, weather, tribune: in what an outlet calls itself
  kSettlement = 1u << 25,    // village, hamlet: so small that no table need hold what it is called
  kDivisionNoun = 1u << 26,  // province, oblast: the name beside it is a division's, not a town's
  kElsewhere = 1u << 23,     // hospital, jail, booked, lives: no event was where these words stand
};

}  // namespace sitrep::knowledge
