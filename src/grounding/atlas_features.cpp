#include "grounding/atlas_features.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "grounding/atlas.h"

namespace sitrep::atlas {

const std::array<std::string_view, kFeatures> kFeatureNames = {
    "country",       "division",       "county",         "region",
    "town",          "point",          "city",           "hamlet",
    "population",    "behind_largest", "capital",        "division_capital",
    "under_country", "under_division", "united_states",  "united_kingdom",
    "other_english", "inside",         "outside",        "holds",
    "country_named", "division_named", "country_shared", "division_shared",
    "near_anchors",  "near_readings",  "at_home",        "home_division",
    "near_home"};

namespace {

constexpr double kAnchorKm = 100;
constexpr double kReadingKm = 50;
constexpr double kHomeKm = 75;  // a station is heard, a paper read as far as twice that
constexpr double kReach = 4;    // in the distances above: beyond it nearness is nought
constexpr double kDegreeKm = 111.2;

double saturate(double votes) { return votes / (votes + 1); }

bool is_area(const Reading& reading) {
  return reading.precision == PlacePrecision::country ||
         reading.precision == PlacePrecision::admin1 ||
         reading.precision == PlacePrecision::unknown;
}

double votes_for(const boost::unordered_flat_map<Key, double>& votes, Key key) {
  const auto found = votes.find(key);
  return found == votes.end() ? 0 : found->second;
}

// "Kherson", the city: news seldom means the region that is called after it.
bool is_seat_of(const Reading& city, const Reading& division) {
  constexpr double kWithinKm = 400;  // the centre of Timbuktu lies far in the desert
  return (city.capital & 2) != 0 && city.country == division.country &&
         distance_km(city.lat, city.lon, division.lat, division.lon) < kWithinKm;
}

bool lies_in(const Reading& inner, const Reading& outer) {
  if (inner.country != outer.country) return false;
  if (outer.precision == PlacePrecision::country) return true;
  if (outer.area != kNoKey && inner.area == outer.area) return true;
  if (outer.sort == Sort::division) return false;
  return distance_km(inner.lat, inner.lon, outer.lat, outer.lon) < 80;
}

// Of anchors by latitude, those from `lat` - `degrees` to `lat` + `degrees`.
std::span<const Anchor> band(const std::vector<Anchor>& anchors, double lat, double degrees) {
  const auto below = [](const Anchor& anchor, double value) { return anchor.lat < value; };
  const auto first = std::lower_bound(anchors.begin(), anchors.end(), lat - degrees, below);
  const auto last = std::lower_bound(first, anchors.end(), lat + degrees, below);
  return {first, last};
}

// 1 at the point itself, 1/2 at `scale`; nought beyond its reach.
double nearness(const Anchor& anchor, const Reading& reading, double scale) {
  const double cosine = std::cos(reading.lat * std::numbers::pi / 180);
  const double x = (anchor.lon - reading.lon) * cosine * kDegreeKm / scale;
  const double y = (anchor.lat - reading.lat) * kDegreeKm / scale;
  const double square = x * x + y * y;
  return square > kReach * kReach ? 0 : 1 / (1 + square);
}

void sort_by_latitude(std::vector<Anchor>& anchors) {
  std::sort(anchors.begin(), anchors.end(), [](const Anchor& a, const Anchor& b) {
    return a.lat != b.lat ? a.lat < b.lat : a.name < b.name;
  });
}

}  // namespace

bool speaks_english(std::string_view country) {
  constexpr std::string_view kEnglish[] = {"US", "GB", "CA", "AU", "IE", "NZ"};
  return std::ranges::find(kEnglish, country) != std::end(kEnglish);
}

Home home_of(const knowledge::Lexicon& lexicon, const knowledge::OutletHome& home) {
  const Anchor town{home.lat, home.lon, home.town ? 1.0 : 0.0, 0};
  return {home.country, area_of(lexicon, home.country, home.admin1), town};
}

Evidence::Evidence(const std::vector<Name>& names, const Home& home)
    : names_(names), home_(home), nearest_(names.size(), 0) {
  for (uint32_t i = 0; i < names.size(); ++i) {
    if (names[i].readings.empty()) continue;
    count(names[i]);
    if (names[i].demonym) continue;
    const Reading& best = names[i].readings[names[i].best()];
    if (!is_area(best)) anchors_.push_back({best.lat, best.lon, best.share, i});
    for (const Reading& r : names[i].readings) {
      if (!is_area(r)) points_.push_back({r.lat, r.lon, std::pow(r.share + 1e-4, 0.25), i});
    }
  }
  sort_by_latitude(anchors_);
  sort_by_latitude(points_);
}

void Evidence::count(const Name& name) {
  for (const Reading& reading : name.readings) {
    const double vote = reading.share * name.weight;
    if (vote < 0.01) continue;
    const bool named = reading.sort == Sort::country || reading.sort == Sort::division;
    (named ? named_countries_ : countries_)[key(reading.country)] += vote;
    if (reading.area != kNoKey) (named ? named_areas_ : areas_)[reading.area] += vote;
  }
}

// What the name itself gave to a country or division is not evidence for it.
void Evidence::add_votes(const Name& name, const Reading& reading, Features& features) const {
  double own[4] = {};
  for (const Reading& other : name.readings) {
    const bool named = other.sort == Sort::country || other.sort == Sort::division;
    const double vote = other.share * name.weight;
    if (vote < 0.01) continue;
    if (other.country == reading.country) own[named ? 0 : 2] += vote;
    if (other.area == reading.area) own[named ? 1 : 3] += vote;
  }
  const auto rest = [](double all, double own_part) {
    return saturate(std::max(0.0, all - own_part));
  };
  const Key country = key(reading.country);
  features[kCountryNamed] = rest(votes_for(named_countries_, country), own[0]);
  features[kCountryShared] = rest(votes_for(countries_, country), own[2]);
  if (reading.area == kNoKey) return;
  features[kDivisionNamed] = rest(votes_for(named_areas_, reading.area), own[1]);
  features[kDivisionShared] = rest(votes_for(areas_, reading.area), own[3]);
}

double Evidence::for_other_countries(uint32_t name, const Reading& reading) const {
  const Key own = key(reading.country);
  double sum = 0;
  for (const Votes* votes : {&named_countries_, &countries_}) {
    for (const auto& [country, vote] : *votes) sum += country == own ? 0 : vote;
  }
  for (const Reading& other : names_[name].readings)
    sum -= other.country == reading.country ? 0 : other.share * names_[name].weight;
  return sum;
}

Evidence::Rivalry Evidence::rivalry(uint32_t name, const Reading& reading) const {
  Votes votes = named_countries_;
  for (const auto& [country, vote] : countries_) votes[country] += vote;
  for (const Reading& other : names_[name].readings)
    votes[key(other.country)] -= other.share * names_[name].weight;
  Rivalry found;
  for (const auto& [country, vote] : votes) {
    double& of = country == key(reading.country) ? found.own : found.leading;
    of = std::max(of, vote);
  }
  return found;
}

double Evidence::near_anchors(uint32_t name, const Reading& reading) const {
  double sum = 0;
  for (const Anchor& anchor : band(anchors_, reading.lat, kAnchorKm * kReach / kDegreeKm)) {
    if (anchor.name != name) sum += anchor.share * nearness(anchor, reading, kAnchorKm);
  }
  return saturate(sum);
}

// Each other name counts once, by its reading that is nearest and likeliest.
double Evidence::near_readings(uint32_t name, const Reading& reading) {
  double sum = 0;
  const auto near = band(points_, reading.lat, kReadingKm * kReach / kDegreeKm);
  for (const Anchor& point : near) {
    if (point.name == name) continue;
    const double value = point.share * nearness(point, reading, kReadingKm);
    double& most = nearest_[point.name];
    if (value <= most) continue;
    sum += value - most;
    most = value;
  }
  for (const Anchor& point : near) nearest_[point.name] = 0;
  return saturate(sum);
}

void Evidence::add_enclosure(const Name& name, const Reading& reading, Features& features) const {
  double inside = 0, said = 0;
  for (size_t i = 0; i < name.enclosing.size(); ++i) {
    const Name& outer = names_[name.enclosing[i]];
    if (reading.area != kNoKey &&
        reading.area == extend(name.enclosing_areas[i], key(reading.country))) {
      ++inside, ++said;
      continue;
    }
    if (outer.readings.empty()) continue;
    ++said;
    for (const Reading& around : outer.readings)
      inside += lies_in(reading, around) ? around.share : 0;
  }
  if (said == 0) return;
  features[kInside] = inside / said;
  features[kOutside] = 1 - inside / said;
}

// A name that encloses others should hold them: "Georgia" around "Atlanta" is the state.
double Evidence::holds(const Name& name, const Reading& reading) const {
  double sum = 0;
  for (const uint32_t inner : name.holds) {
    double held = 0;
    for (const Reading& r : names_[inner].readings) held += lies_in(r, reading) ? r.share : 0;
    if (!names_[inner].readings.empty()) sum += held - 0.5;
  }
  return std::clamp(sum, -1.0, 1.0);
}

void Evidence::add_home(const Reading& reading, Features& features) const {
  features[kAtHome] = !home_.country.empty() && reading.country == home_.country;
  features[kHomeDivision] = home_.area != kNoKey && reading.area == home_.area;
  if (!is_area(reading))
    features[kNearHome] = home_.town.share * nearness(home_.town, reading, kHomeKm);
}

void Evidence::add(uint32_t name, const Reading& reading, Features& features) {
  add_votes(names_[name], reading, features);
  add_enclosure(names_[name], reading, features);
  features[kHolds] = holds(names_[name], reading);
  add_home(reading, features);
  if (is_area(reading)) return;
  features[kNearAnchors] = near_anchors(name, reading);
  features[kNearReadings] = near_readings(name, reading);
}

void add_fixed_features(const Name& name, const Reading& reading, Features& features) {
  uint32_t largest = 0;
  bool country = false, division = false;
  for (const Reading& other : name.readings) {
    largest = std::max(largest, other.population);
    country |= other.sort == Sort::country;
    division |= other.sort == Sort::division && !is_seat_of(reading, other);
  }
  const double size = std::log10(reading.population + 1.0);
  features[static_cast<size_t>(reading.sort)] = 1;
  const bool town = reading.sort == Sort::town || reading.sort == Sort::city;
  features[kPopulation] = town ? size : 0;
  const bool settled = town || reading.sort == Sort::hamlet;
  // Dictionaries say of no town how large it is.
  const bool counted = reading.sense.gazetteer || reading.population > 0;
  features[kBehindLargest] = settled && counted ? std::log10(largest + 1.0) - size : 0;
  features[kUnderCountry] = settled && country;
  features[kUnderDivision] = settled && division;
  features[kNationalCapital] = reading.capital & 1;
  features[kDivisionCapital] = (reading.capital & 2) != 0;
  if (reading.sort == Sort::country) return;
  features[kUnitedStates] = reading.country == "US";
  features[kUnitedKingdom] = reading.country == "GB";
  const bool first = reading.country == "US" || reading.country == "GB";
  features[kOtherEnglish] = !first && speaks_english(reading.country);
}

}  // namespace sitrep::atlas
