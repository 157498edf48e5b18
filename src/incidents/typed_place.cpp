#include "incidents/typed_place.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

#include "core/text.h"
#include "grounding/atlas.h"
#include "grounding/atlas_senses.h"
#include "knowledge/lexicon_builder.h"

namespace sitrep {

namespace {

using knowledge::Gazetteer;
using knowledge::GazetteerRow;
using knowledge::Kind;
using knowledge::Lexicon;
using Places = std::vector<Where>;

constexpr double kOnePlace = 25;  // kilometres within which two records of a name are one place
constexpr double kNamed = 10;     // kilometres to the place that a bare point is said to be near
constexpr size_t kMostShown = 5;

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

std::vector<std::string_view> parts_of(std::string_view typed) {
  std::vector<std::string_view> parts;
  for (const std::string_view part : split(typed, ',')) parts.push_back(trim(part));
  return parts;
}

class PlaceReader {
 public:
  PlaceReader(const Lexicon& lexicon, const Gazetteer& gazetteer)
      : lexicon_(lexicon), gazetteer_(gazetteer) {}

  Result<Where> read(std::string_view typed) const {
    const auto parts = parts_of(typed);
    if (parts.empty() || parts[0].empty()) return fail(Code::usage, "where: no place is given");
    const auto lat = number(parts[0]);
    if (lat) return point(*lat, parts);
    Places places = with_id(typed);
    if (places.empty()) places = named(parts[0]);
    for (size_t i = 1; i < parts.size(); ++i)
      std::erase_if(places, [&](const Where& place) { return !lies_in(place, parts[i]); });
    drop_doubles(places);
    drop_namesake_divisions(places);
    return one_of(std::move(places), typed);
  }

 private:
  Result<Where> point(double lat, const std::vector<std::string_view>& parts) const {
    const auto lon = parts.size() == 2 ? number(parts[1]) : std::nullopt;
    if (!lon) return fail(Code::usage, "where: a point is two numbers, like 36.34,43.13");
    if (std::abs(lat) > 90 || std::abs(*lon) > 180) {
      return fail(Code::usage, fmt::format("where: no point of the earth is at {}, {}: latitudes "
                                           "end at 90, longitudes at 180",
                                           lat, *lon));
    }
    Where where = around(lat, *lon);
    where.lat = lat;
    where.lon = *lon;
    return where;
  }

  // A point is in the country of the next populated place, and near it where it is close.
  Where around(double lat, double lon) const {
    const GazetteerRow* next = nullptr;
    double least = 1e9;
    for (const GazetteerRow& row : gazetteer_.rows()) {
      if (std::abs(row.lat - lat) > 5) continue;
      const double km = distance_km(lat, lon, row.lat, row.lon);
      if (km < least) least = km, next = &row;
    }
    Where where;
    where.precision = PlacePrecision::exact;
    if (!next) return where;
    where.country = std::string_view(next->country, 2);
    where.admin1 = gazetteer_.admin1(*next);
    if (least > kNamed) return where;
    where.name = gazetteer_.name(*next);
    where.precision = PlacePrecision::near;
    return where;
  }

  Places with_id(std::string_view id) const {
    Places out;
    for (const auto& place : lexicon_.places()) {
      if (place.id == id) out.push_back(of(place));
    }
    if (!id.starts_with("geonames:")) return out;
    for (const GazetteerRow& row : gazetteer_.rows()) {
      if (row.geonames_id && id_of(row) == id) out.push_back(of(row));
    }
    return out;
  }

  Places named(std::string_view name) const {
    Places out;
    const std::vector<Key> keys = knowledge::phrase_words(name);
    std::vector<knowledge::Word> words;
    for (const Key word : keys) words.push_back({.form = word, .lemma = word});
    std::vector<knowledge::Hit> hits;
    lexicon_.find(words, hits);
    for (const knowledge::Hit& hit : hits) {
      if (hit.first == 0 && hit.last == words.size()) add(hit, out);
    }
    for (const uint32_t row : gazetteer_.find(knowledge::phrase_key(name)))
      out.push_back(of(gazetteer_.row(row)));
    return out;
  }

  void add(const knowledge::Hit& hit, Places& out) const {
    if (hit.kind == Kind::place && !lexicon_.places()[hit.entry].people)
      out.push_back(of(lexicon_.places()[hit.entry]));
    if (hit.kind == Kind::division) out.push_back(of(lexicon_.divisions()[hit.entry]));
    if (hit.kind == Kind::country) out.push_back(of(lexicon_.countries()[hit.entry]));
  }

  static Where of(const knowledge::Place& place) {
    return {.name = std::string(place.name),
            .lat = place.lat,
            .lon = place.lon,
            .country = std::string(place.country),
            .admin1 = std::string(place.admin1),
            .precision = atlas::precision_of(place.kind),
            .gazetteer_id = std::string(place.id)};
  }

  static Where of(const knowledge::Division& division) {
    return {.name = std::string(division.name),
            .lat = division.lat,
            .lon = division.lon,
            .country = std::string(division.country),
            .admin1 = std::string(division.name),
            .precision = PlacePrecision::admin1,
            .gazetteer_id = {}};
  }

  static Where of(const knowledge::Country& country) {
    return {.name = std::string(country.name),
            .lat = country.lat,
            .lon = country.lon,
            .country = std::string(country.code),
            .admin1 = {},
            .precision = PlacePrecision::country,
            .gazetteer_id = {}};
  }

  Where of(const GazetteerRow& row) const {
    const bool settled = row.feature == 'P' || row.feature == 'A';
    return {.name = std::string(gazetteer_.name(row)),
            .lat = row.lat,
            .lon = row.lon,
            .country = std::string(row.country, 2),
            .admin1 = std::string(gazetteer_.admin1(row)),
            .precision = settled ? PlacePrecision::city : PlacePrecision::exact,
            .gazetteer_id = row.geonames_id ? id_of(row) : std::string()};
  }

  static std::string id_of(const GazetteerRow& row) {
    return fmt::format("geonames:{}", row.geonames_id);
  }

  bool lies_in(const Where& place, std::string_view area) const {
    if (normal(place.admin1) == normal(area) || lower_ascii(place.country) == lower_ascii(area))
      return true;
    const auto country = lexicon_.country(place.country);
    return country && normal(lexicon_.countries()[*country].name) == normal(area);
  }

  // The dictionaries' records come first and the gazetteer's largest places next: those stay.
  static void drop_doubles(Places& places) {
    Places kept;
    for (Where& place : places) {
      const auto same = [&](const Where& other) {
        return other.country == place.country && other.precision == place.precision &&
               distance_km(*other.lat, *other.lon, *place.lat, *place.lon) < kOnePlace;
      };
      if (std::ranges::none_of(kept, same)) kept.push_back(std::move(place));
    }
    places = std::move(kept);
  }

  // "Baghdad" is the city; its province has the words "Baghdad province" for itself.
  static void drop_namesake_divisions(Places& places) {
    const auto holds_city = [&](const Where& division) {
      return division.precision == PlacePrecision::admin1 &&
             std::ranges::any_of(places, [&](const Where& city) {
               return city.precision == PlacePrecision::city && city.country == division.country &&
                      normal(city.admin1) == normal(division.name);
             });
    };
    Places kept;
    std::ranges::remove_copy_if(places, std::back_inserter(kept), holds_city);
    places = std::move(kept);
  }

  static std::string shown(const Where& place) {
    std::string text = place.name;
    if (!place.admin1.empty() && place.admin1 != place.name) text += ", " + place.admin1;
    return fmt::format("{}, {} ({:.3f},{:.3f})", text, place.country, *place.lat, *place.lon);
  }

  static Result<Where> one_of(Places places, std::string_view typed) {
    if (places.size() == 1) return std::move(places[0]);
    if (places.empty()) {
      return fail(Code::usage,
                  fmt::format("where: no place is called '{}'; a point, like 36.34,43.13, can "
                              "stand instead",
                              typed));
    }
    std::vector<std::string> names;
    for (const Where& place : places) {
      if (names.size() < kMostShown) names.push_back(shown(place));
    }
    return fail(Code::usage,
                fmt::format("where: {} places are called '{}': {}{}; add the province or country, "
                            "as in 'Paris, Texas, US', or give the point",
                            places.size(), typed, fmt::join(names, "; "),
                            places.size() > kMostShown ? "; ..." : ""));
  }

  const Lexicon& lexicon_;
  const Gazetteer& gazetteer_;
};

}  // namespace

Result<Where> read_place(std::string_view typed, const Lexicon& lexicon,
                         const Gazetteer& gazetteer) {
  return PlaceReader(lexicon, gazetteer).read(typed);
}

}  // namespace sitrep
