#include "grounding/atlas_senses.h"

#include <algorithm>
#include <functional>

namespace sitrep::atlas {

namespace {

using knowledge::Country;
using knowledge::GazetteerRow;
using knowledge::Kind;
using knowledge::PlaceKind;
using placing::Sense;

constexpr size_t kMostReadings = 64;

Sort sort_of(PlaceKind kind) {
  if (placing::is_facility(kind)) return Sort::point;
  switch (kind) {
    case PlaceKind::city:
    case PlaceKind::town:
    case PlaceKind::village:
    case PlaceKind::neighbourhood:
    case PlaceKind::district:
      return Sort::town;
    default:
      return Sort::region;
  }
}

Reading division_reading(const knowledge::Division& division, Sense sense) {
  Reading reading{.sense = sense,
                  .lat = division.lat,
                  .lon = division.lon,
                  .country = division.country,
                  .admin1 = division.name};
  if (reading.admin1.ends_with(" state")) reading.admin1.remove_suffix(6);
  reading.sort = Sort::division;
  reading.precision = PlacePrecision::admin1;
  return reading;
}

Reading place_reading(const knowledge::Place& place, Sense sense) {
  Reading reading{.sense = sense,
                  .lat = place.lat,
                  .lon = place.lon,
                  .country = place.country,
                  .admin1 = place.admin1};
  reading.sort = sort_of(place.kind);
  reading.people = place.people;
  reading.precision = precision_of(place.kind);
  if (place.kind == PlaceKind::region && place.country.empty())
    reading.precision = PlacePrecision::unknown;
  return reading;
}

constexpr uint8_t kNationalCapitalFlag = 1;
constexpr uint32_t kSeatPeople = 50'000;

// GeoNames calls one city a country's capital; news means the seat of the government, too, where
// that is another ("La Paz").
bool is_seat(const Sources& s, const GazetteerRow& row) {
  if (row.feature != 'P' || row.population < kSeatPeople) return false;
  const auto index = s.lexicon.country({row.country, 2});
  if (!index) return false;
  const Country& country = s.lexicon.countries()[*index];
  const std::string_view name = s.gazetteer.name(row);
  return country.capital == name ||
         std::find(country.seats.begin(), country.seats.end(), name) != country.seats.end();
}

Reading row_reading(const Sources& s, const GazetteerRow& row, Sense sense) {
  Reading reading{.sense = sense,
                  .lat = row.lat,
                  .lon = row.lon,
                  .country = {row.country, 2},
                  .admin1 = s.gazetteer.admin1(row)};
  reading.population = row.population;
  reading.capital = is_seat(s, row) ? row.flags | kNationalCapitalFlag : row.flags;
  if (row.feature == 'A')
    reading.sort = Sort::county;
  else if (row.feature != 'P')
    reading.sort = Sort::point, reading.precision = PlacePrecision::exact;
  else if (row.population == 0)
    reading.sort = Sort::hamlet;
  return reading;
}

Reading reading_of(const Sources& s, Sense sense) {
  if (sense.gazetteer) return row_reading(s, s.gazetteer.row(sense.entry), sense);
  switch (sense.kind) {
    case Kind::place:
      return place_reading(s.lexicon.places()[sense.entry], sense);
    case Kind::division:
      return division_reading(s.lexicon.divisions()[sense.entry], sense);
    default:
      return country_reading(s.lexicon.countries()[sense.entry], sense);
  }
}

bool demonym_kind(Kind kind) { return kind == Kind::adjective || kind == Kind::people; }

// A demonym points to its country; a name that is one, too, to places.
void keep_kind(std::vector<Sense>& senses, bool demonym) {
  const bool places = std::any_of(senses.begin(), senses.end(),
                                  [](const Sense& s) { return !demonym_kind(s.kind); });
  const bool people = std::any_of(senses.begin(), senses.end(),
                                  [](const Sense& s) { return demonym_kind(s.kind); });
  if (demonym && people)
    std::erase_if(senses, [](const Sense& s) { return !demonym_kind(s.kind); });
  else if (places)
    std::erase_if(senses, [](const Sense& s) { return demonym_kind(s.kind); });
}

// The dictionary's entry and the gazetteer's for the same spot are one place.
void merge_twins(std::vector<Reading>& readings) {
  for (size_t i = 0; i < readings.size(); ++i) {
    Reading& a = readings[i];
    const bool area = a.precision == PlacePrecision::admin1;
    if (a.sense.gazetteer || (!area && a.precision != PlacePrecision::city)) continue;
    const double reach = area ? 0.7 : 0.3;
    std::erase_if(readings, [&](const Reading& b) {
      const bool twin = b.sense.gazetteer && b.country == a.country &&
                        (b.sort == Sort::county) == area && std::abs(a.lat - b.lat) < reach &&
                        std::abs(a.lon - b.lon) < reach;
      if (twin) a.population = std::max(a.population, b.population), a.capital |= b.capital;
      return twin;
    });
  }
}

// The street "Monroe" is none of the towns, states and countries of that name.
void drop_settled(const Sources& s, std::vector<Sense>& senses) {
  std::erase_if(senses, [&](const Sense& sense) {
    if (!sense.gazetteer)
      return sense.kind != Kind::place ||
             sort_of(s.lexicon.places()[sense.entry].kind) == Sort::town;
    const char feature = s.gazetteer.row(sense.entry).feature;
    return feature == 'P' || feature == 'A';
  });
}

// Nor is the "California neighborhood" the state.
void drop_areas(const Sources& s, std::vector<Sense>& senses) {
  std::erase_if(senses, [&](const Sense& sense) {
    return sense.gazetteer ? s.gazetteer.row(sense.entry).feature == 'A'
                           : sense.kind != Kind::place;
  });
}

// Only the divisions, where there are some.
void keep_divisions(const Sources& s, std::vector<Sense>& senses) {
  const auto is_division = [&](const Sense& sense) {
    return sense.gazetteer ? s.gazetteer.row(sense.entry).feature == 'A'
                           : sense.kind == Kind::division;
  };
  if (std::ranges::any_of(senses, is_division)) std::erase_if(senses, std::not_fn(is_division));
}

bool is_division_noun(const Sources& s, uint32_t token) {
  return (s.lexicon.place_use(s.document.tokens[token].form) & knowledge::kDivisionNoun) != 0;
}

std::vector<Sense> senses_of(const Sources& s, placing::NameFinder& finder,
                             const PlaceMention& mention, const std::vector<PlaceMention>& places) {
  std::vector<Sense> senses;
  if (mention.unnamed && mention.part_of) {
    const auto found =
        finder.find_facility(s.document, places[*mention.part_of].tokens, mention.facility_kind);
    senses.assign(found.begin(), found.end());
    std::erase_if(senses,
                  [](const Sense& sense) { return sense.gazetteer || sense.kind != Kind::place; });
    return senses;
  }
  if (mention.facility_kind !=
      PlaceKind::city) {  // "Kirkuk" of "Kirkuk airport" may be known with its noun only
    const auto found = finder.find_facility(s.document, mention.tokens, mention.facility_kind);
    senses.assign(found.begin(), found.end());
    std::erase_if(senses,
                  [](const Sense& sense) { return sense.gazetteer || sense.kind != Kind::place; });
    if (!senses.empty()) return senses;
  }
  const auto found = mention.county ? finder.find_county(s.document, mention.tokens)
                                    : finder.find(s.document, mention.tokens, true);
  senses.assign(found.begin(), found.end());
  if (mention.facility_kind == PlaceKind::road) drop_settled(s, senses);
  if (mention.facility_kind == PlaceKind::neighbourhood) drop_areas(s, senses);
  if (names_division(s, mention)) keep_divisions(s, senses);
  keep_kind(senses, mention.demonym);
  return senses;
}

}  // namespace

Reading country_reading(const Country& country, Sense sense) {
  Reading reading{.sense = sense,
                  .lat = country.lat,
                  .lon = country.lon,
                  .country = country.code,
                  .admin1 = {}};
  reading.sort = Sort::country;
  reading.precision = PlacePrecision::country;
  return reading;
}

bool names_division(const Sources& s, const PlaceMention& mention) {
  constexpr uint32_t kListed = 10;  // words of a list up to its noun
  if (mention.demonym || mention.facility_kind != PlaceKind::city) return false;
  const Document& d = s.document;
  const TokenRange at = mention.tokens;
  const Sentence& sentence = d.sentences[d.sentence_of(at.first)];
  if (at.first >= sentence.first + 2 && d.tokens[at.first - 1].form == key("of") &&
      is_division_noun(s, at.first - 2))
    return true;
  const uint32_t end = std::min(sentence.last, at.last + kListed);
  for (uint32_t i = at.last; i < end; ++i) {
    const std::string_view word = d.word(i);
    if (is_division_noun(s, i)) return i == at.last || word.ends_with('s');
    if (word != "," && word != "and" && !(d.tokens[i].shape & kCapitalised)) return false;
  }
  return false;
}

PlacePrecision precision_of(PlaceKind kind) {
  if (placing::is_facility(kind)) return PlacePrecision::exact;
  switch (kind) {
    case PlaceKind::city:
    case PlaceKind::town:
    case PlaceKind::village:
    case PlaceKind::neighbourhood:
    case PlaceKind::district:
    case PlaceKind::island:
      return PlacePrecision::city;
    case PlaceKind::region:
    case PlaceKind::division:
      return PlacePrecision::admin1;
    case PlaceKind::country:
      return PlacePrecision::country;
    default:
      return PlacePrecision::near;
  }
}

size_t Name::best() const {
  size_t best = 0;
  for (size_t i = 1; i < readings.size(); ++i) {
    if (readings[i].share > readings[best].share) best = i;
  }
  return best;
}

bool Name::nowhere() const {
  double sum = 0;
  for (const Reading& reading : readings) sum += reading.share;
  return sum < 0.5;
}

Key area_of(const knowledge::Lexicon& lexicon, std::string_view country, std::string_view admin1) {
  if (admin1.empty() || country.empty()) return kNoKey;
  return extend(placing::area_key(lexicon, admin1), key(country));
}

std::vector<Reading> readings_of(const Sources& sources, placing::NameFinder& finder,
                                 const PlaceMention& mention,
                                 const std::vector<PlaceMention>& places) {
  std::vector<Reading> readings;
  for (const Sense sense : senses_of(sources, finder, mention, places)) {
    readings.push_back(reading_of(sources, sense));
  }
  merge_twins(readings);
  if (readings.size() > kMostReadings) {
    std::stable_sort(readings.begin(), readings.end(), [](const Reading& x, const Reading& y) {
      return x.sense.gazetteer != y.sense.gazetteer ? y.sense.gazetteer
                                                    : x.population > y.population;
    });
    readings.resize(kMostReadings);
  }
  for (Reading& reading : readings)
    reading.area = area_of(sources.lexicon, reading.country, reading.admin1);
  return readings;
}

}  // namespace sitrep::atlas
