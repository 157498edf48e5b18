// Closed classes of words that tell a place name from other names, by the key of their normal form.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/hash.h"
#include "knowledge/lexicon.h"

namespace sitrep::placing {

enum WordUse : uint32_t {
  kInside = 1u << 0,  // in, at: a place is likely to follow
  kToward = 1u << 1,  // from, to, near: a place may follow
  kOf = 1u << 2,      // of
  kTitle = 1u << 3,   // Mr, Gen, Sheikh: a person follows
  kFirstName = 1u << 4,
  kAreaNoun = 1u << 5,      // province, city, river
  kLandmark = 1u << 6,      // street, square, university: a name of something smaller ends here
  kFacility = 1u << 7,      // airport, base
  kFacilityPart = 1u << 8,  // military, international: between a name and its facility noun
  kOrganisation = 1u << 9,  // police, council, ministry: a name of a body ends here
  kOrdinary = 1u << 10,     // a common word that some village is called by, too
  kNever = 1u << 11,        // function words, months, days: no place by themselves
  kCompass = 1u << 12,      // north, western
  kPrefix = 1u << 13,       // al, el, ad: the Arabic article
  kConnector = 1u << 14,    // of, de, la: inside names
  kBackedBy = 1u << 15,     // by, with, against: a government may follow
  kUnit = 1u << 16,         // km, miles
  kNearby = 1u << 17,       // near, outside, off
  kFiller = 1u << 18,       // the, town, city: between a relation and its place
  kReligion = 1u << 19,     // Catholic, Sunni: no name of a mosque or church
  kFamilyName = 1u << 20,   // Smith, Jones; from the dictionary of person names
};

uint32_t word_use(Key form);  // bits of WordUse; 0 for the rest

std::optional<knowledge::PlaceKind> facility_kind(Key form);  // of the facility noun
// The division that an abbreviation stands for after a comma ("Ill", "IL", "Ont"); empty: none.
std::string_view abbreviated_division(Key form);
double unit_km(Key form);  // of the unit; 0 for the rest

}  // namespace sitrep::placing
