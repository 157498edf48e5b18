#include "grounding/atlas_relations.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "grounding/atlas.h"

namespace sitrep::atlas {

namespace {

constexpr double kDegreeKm = 111.2;
constexpr double kFarthestKm = 150;  // a longer way is no place any more
constexpr double kRadians = std::numbers::pi / 180;

// Degrees clockwise from north.
std::optional<double> bearing_of(std::string_view relation) {
  constexpr std::pair<std::string_view, double> kBearings[] = {
      {"north of", 0},   {"northeast of", 45},  {"east of", 90},  {"southeast of", 135},
      {"south of", 180}, {"southwest of", 225}, {"west of", 270}, {"northwest of", 315}};
  for (const auto& [words, bearing] : kBearings) {
    if (words == relation) return bearing;
  }
  return std::nullopt;
}

bool has_town_point(const PlaceMention& mention) {
  const PlacePrecision p = mention.where.precision;
  return mention.where.lat && mention.where.lon && !mention.demonym &&
         (p == PlacePrecision::near || p == PlacePrecision::city || p == PlacePrecision::exact);
}

void move(Where& where, double km, double bearing) {
  const double north = std::cos(bearing * kRadians) * km / kDegreeKm;
  const double narrow = std::max(0.01, std::cos(*where.lat * kRadians));
  const double east = std::sin(bearing * kRadians) * km / kDegreeKm / narrow;
  where.lat = std::clamp(*where.lat + north, -90.0, 90.0);
  where.lon = std::remainder(*where.lon + east, 360.0);
  where.precision = PlacePrecision::near;
}

// Halfway between the two, for both.
void meet(PlaceMention& a, PlaceMention& b) {
  if (distance_km(*a.where.lat, *a.where.lon, *b.where.lat, *b.where.lon) > kFarthestKm) return;
  const double lat = (*a.where.lat + *b.where.lat) / 2;
  const double lon = (*a.where.lon + *b.where.lon) / 2;
  a.where.lat = b.where.lat = lat;
  a.where.lon = b.where.lon = lon;
  a.where.precision = b.where.precision = PlacePrecision::near;
}

}  // namespace

void move_by_distances(std::vector<PlaceMention>& places) {
  for (PlaceMention& mention : places) {
    const auto bearing = bearing_of(mention.relation);
    if (has_town_point(mention) && bearing && mention.distance_km > 0 &&
        mention.distance_km <= kFarthestKm)
      move(mention.where, mention.distance_km, *bearing);
  }
}

void meet_between(std::vector<PlaceMention>& places) {
  for (size_t i = 0; i + 1 < places.size(); ++i) {
    PlaceMention &a = places[i], &b = places[i + 1];
    const bool pair = a.relation == "between" && b.relation == "between" && !a.metonym;
    if (pair && has_town_point(a) && has_town_point(b)) meet(a, b), ++i;
  }
}

}  // namespace sitrep::atlas
