// What the steps of reading places share: the words' uses, the dictionary's findings, the
// candidates.
#pragma once

#include <cstdint>
#include <vector>

#include "knowledge/place_use.h"
#include "mentions/mentions.h"
#include "mentions/place_names.h"

namespace sitrep::placing {

using enum knowledge::PlaceUse;

enum Source : uint16_t {  // who holds a candidate for a place
  kFromPlaces = 1,
  kFromCountries = 2,
  kFromDivisions = 4,
  kFromAdjectives = 8,
  kFromPeople = 16,
  kFromGazetteer = 32,
  kFromFacility = 64,        // an unknown name with a facility noun
  kFromApposition = 128,     // an unknown name before ", Iraq" or behind "the village of"
  kFromFacilityPlace = 256,  // a place of the dictionaries that is a base, an airport ...
};

constexpr uint16_t kDemonyms = kFromAdjectives | kFromPeople;
constexpr uint16_t kAreas = kFromCountries | kFromDivisions;
constexpr uint16_t kDictionary = kFromPlaces | kAreas | kDemonyms;

enum Mark : uint8_t {  // what dictionary hits say of a token
  kRoleEnds = 1,       // last word of a title or office
  kSpeechBegins = 2,   // first word of a verb of saying
  kOther = 4,          // in a phrase for a party, a weapon, an outlet, a title or a people
};

struct Candidate {
  TokenRange range;
  uint16_t sources = 0;
  uint8_t capital = 0;  // as GazetteerRow::flags
  bool embedded = false;
  bool county = false;      // a row of the gazetteer is a second-level division
  bool as_county = false;   // in a list before "counties"
  bool rejected = false;    // by a longer name of something else
  uint32_t population = 0;  // of the largest
  double score = 0;
  Key key = kNoKey;
  knowledge::PlaceKind facility_kind = knowledge::PlaceKind::city;
};

class Reader {
 public:
  Reader(const Document& d, const knowledge::Lexicon& l, const knowledge::Gazetteer& g, Mentions& m)
      : document(d), lexicon(l), gazetteer(g), mentions(m), names(l, g) {}

  const Document& document;
  const knowledge::Lexicon& lexicon;
  const knowledge::Gazetteer& gazetteer;
  Mentions& mentions;
  NameFinder names;
  std::vector<uint32_t> uses;         // PlaceUse of each token
  std::vector<uint8_t> marks;         // Mark of each token
  std::vector<uint8_t> caseless;      // per token: its sentence's capitals say nothing
  std::vector<uint32_t> sentence;     // of each token
  std::vector<Candidate> candidates;  // by first token once selected
  std::vector<Key> lower_words;       // sorted: words seen in lower case
  std::vector<uint16_t> starts,
      ends;  // sources of the candidate that begins at a token, ends before it
  std::vector<TokenRange>
      bodies;  // over each token: the longest name of an actor, outlet or weapon; empty: none

  uint32_t size() const { return static_cast<uint32_t>(document.tokens.size()); }
  const Token& token(uint32_t i) const { return document.tokens[i]; }
  std::string_view word(uint32_t i) const { return document.word(i); }
  bool is(uint32_t i, uint32_t use) const { return i < size() && (uses[i] & use) != 0; }
  bool capital(uint32_t i) const { return i < size() && (token(i).shape & kCapitalised) != 0; }
  bool upper(uint32_t i) const { return i < size() && (token(i).shape & kAllUpper) != 0; }
  bool joiner(uint32_t i) const { return i < size() && is_joiner(word(i)); }
  bool glued(uint32_t i) const { return i < size() && !(token(i).shape & kSpaceBefore); }
  bool comma(uint32_t i) const { return i < size() && word(i) == ","; }
  bool same_sentence(uint32_t a, uint32_t b) const {
    return b < size() && sentence[a] == sentence[b];
  }
  bool starts_sentence(uint32_t i) const { return document.sentences[sentence[i]].first == i; }
  bool possessive(uint32_t i) const {
    return i < size() && (word(i) == "'s" || word(i) == "\u2019s");
  }
  bool seen_lower(Key form) const;
  // The word before token i in its sentence, quotation marks skipped; -1: none.
  int64_t before(uint32_t i) const;
};

void mark_words(Reader& reader);  // uses, marks, caseless, lower_words
// The candidate of exactly these tokens; a new one where there is none.
Candidate& candidate_at(Reader& reader, TokenRange range);
// First token of the run of name words that ends before `last`.
uint32_t run_begin(const Reader& reader, uint32_t last);
// May these words be the name of a place that no table holds?
bool plausible_unknown(const Reader& reader, TokenRange range);
void add_roads(Reader& reader);       // streets without a noun: "the 300 block of Monroe"
void add_facilities(Reader& reader);  // unknown names with a facility's or landmark's noun
void collect_candidates(
    Reader& reader);  // from dictionaries, gazetteer, facility nouns and appositions
void select_longest(Reader& reader);  // no two overlap any more
void score_candidates(Reader& reader);
void append_mentions(Reader& reader);  // those that score above nought
void link_places(Reader& reader);      // part_of and what follows
// Relation, distance, locates; levels: 3 for the name of a country, 2 of a division, 1 else.
void relate_places(Reader& reader, const std::vector<int>& levels);
void relate(const Reader& reader, PlaceMention& mention);  // relation and distance of one
void read_uses(Reader& reader);                            // demonym, metonym, unnamed facilities
void mark_elsewhere(Reader& reader);                       // places of care, custody and home

}  // namespace sitrep::placing
