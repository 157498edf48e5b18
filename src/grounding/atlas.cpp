#include "grounding/atlas.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/text.h"
#include "grounding/atlas_choice.h"
#include "grounding/atlas_names.h"
#include "grounding/atlas_relations.h"
#include "language/analyser.h"

namespace sitrep {

namespace atlas {

namespace {

using knowledge::Kind;
using placing::Sense;

constexpr double kSure = 0.25;            // belief from which a point is given
constexpr uint32_t kNeighbourhood = 300;  // tokens to a place that an unknown one may be near
constexpr double kBeside = 20;            // tokens within which no place stands nearer than another
constexpr double kElsewhere = 0.3;        // of the weight, for a town where victims were taken
constexpr double kSureOfArea =
    0.7;  // summed belief from which a division or country is given instead

std::string name_for(const Work& work, const PlaceMention& mention, const Sense& sense) {
  const auto& lexicon = work.sources.lexicon;
  const Document& document = work.sources.document;
  if (!sense.gazetteer) {
    if (sense.kind == Kind::place) return std::string(lexicon.places()[sense.entry].name);
    if (sense.kind == Kind::division) return std::string(lexicon.divisions()[sense.entry].name);
    return std::string(lexicon.countries()[sense.entry].name);
  }
  const auto& row = work.sources.gazetteer.row(sense.entry);
  const bool shouted = document.tokens[mention.tokens.first].shape & kAllUpper;
  return std::string(shouted ? work.sources.gazetteer.name(row) : document.slice(mention.tokens));
}

std::string id_of(const Work& work, const Sense& sense) {
  if (sense.gazetteer) {
    const uint32_t id = work.sources.gazetteer.row(sense.entry).geonames_id;
    return id ? fmt::format("geonames:{}", id) : std::string();
  }
  return sense.kind == Kind::place ? std::string(work.sources.lexicon.places()[sense.entry].id)
                                   : std::string();
}

std::string why_of(const Work& work, const Sense& sense) {
  const auto& lexicon = work.sources.lexicon;
  if (sense.gazetteer) return "gazetteer";
  if (sense.kind == Kind::place) return lexicon.describe(lexicon.places()[sense.entry].source);
  if (sense.kind == Kind::division)
    return lexicon.describe(lexicon.divisions()[sense.entry].source);
  return lexicon.describe(lexicon.countries()[sense.entry].source);
}

void set_point(PlaceMention& mention, double lat, double lon) {
  mention.where.lat = lat, mention.where.lon = lon;
}

// A relation or a facility without a point of its own is only near the name's point.
PlacePrecision honest(const PlaceMention& mention, PlacePrecision precision) {
  if (precision == PlacePrecision::country || precision == PlacePrecision::admin1) return precision;
  const bool beside = !mention.relation.empty() && mention.relation != "from";
  const bool without_point =
      mention.facility_kind != knowledge::PlaceKind::city && precision != PlacePrecision::exact;
  return beside || without_point || mention.distance_km > 0 ? PlacePrecision::near : precision;
}

void place_at(const Work& work, PlaceMention& mention, const Reading& reading) {
  mention.where.name = name_for(work, mention, reading.sense);
  set_point(mention, reading.lat, reading.lon);
  mention.where.country = reading.country;
  mention.where.admin1 = reading.admin1;
  mention.where.gazetteer_id = id_of(work, reading.sense);
  mention.where.precision = honest(mention, reading.precision);
  if (reading.precision != PlacePrecision::country && !reading.people)
    mention.demonym = false;  // "Palestine schools", of Texas
  mention.facility |= reading.precision == PlacePrecision::exact;
  mention.wide = reading.sort == Sort::county;
  mention.why = why_of(work, reading.sense);
}

void place_in_country(const Work& work, PlaceMention& mention, std::string_view code) {
  mention.where.country = code;
  mention.where.precision = PlacePrecision::country;
  if (const auto country = work.sources.lexicon.country(code)) {
    const auto& c = work.sources.lexicon.countries()[*country];
    set_point(mention, c.lat, c.lon);
    mention.why = work.sources.lexicon.describe(c.source);
  }
}

void place_in_area(PlaceMention& mention, const Reading& best) {
  mention.where.country = best.country;
  mention.where.admin1 = best.admin1;
  mention.where.precision = PlacePrecision::admin1;
  set_point(mention, best.lat, best.lon);
  mention.why = "gazetteer";
}

double shared(const Name& name, const Reading& best, bool area) {
  double sum = 0;
  for (const Reading& r : name.readings) {
    if (area ? r.area == best.area && r.area != kNoKey : r.country == best.country) sum += r.share;
  }
  return sum;
}

void place_mention(const Work& work, PlaceMention& mention, const Name& name) {
  const Reading& best = name.readings[name.best()];
  mention.confidence = best.share;
  if (best.share >= kSure) return place_at(work, mention, best);
  mention.where.name = work.sources.document.slice(mention.tokens);
  const double area = shared(name, best, true);
  const double country = shared(name, best, false);
  mention.confidence = std::max(area, country);
  if (area >= kSureOfArea)
    place_in_area(mention, best);
  else if (country >= kSureOfArea)
    place_in_country(work, mention, best.country);
}

bool has_point(const PlaceMention& mention) {
  const PlacePrecision p = mention.where.precision;
  return (p == PlacePrecision::city || p == PlacePrecision::exact || p == PlacePrecision::near) &&
         !mention.demonym;
}

bool is_area(const PlaceMention& mention) {
  const PlacePrecision p = mention.where.precision;
  return (p == PlacePrecision::admin1 || p == PlacePrecision::country) && !mention.demonym;
}

bool agrees(const Work& work, const PlaceMention& mention, const Where& area) {
  if (!area.country.empty() && mention.where.country != area.country) return false;
  return area.precision != PlacePrecision::admin1 ||
         area_of(work.sources.lexicon, area.country, area.admin1) ==
             area_of(work.sources.lexicon, mention.where.country, mention.where.admin1);
}

// 1 at the point itself, 1/2 some 80 km off.
double nearness(const Where& where, double lat, double lon) {
  const double x = (where.lat.value_or(0) - lat) / 0.7;
  const double y = (where.lon.value_or(0) - lon) / 0.9;
  return 1 / (1 + x * x + y * y);
}

// How many of the report's mentions lie about this point, as far as they are sure; the outlet's
// town is as good as one of them.
double support(const Work& work, const PlaceMention& at) {
  double sum = work.home.town ? nearness(at.where, work.home.lat, work.home.lon) : 0;
  for (const PlaceMention& other : work.places) {
    if (!has_point(other)) continue;
    sum += other.confidence *
           nearness(at.where, other.where.lat.value_or(0), other.where.lon.value_or(0));
  }
  return sum;
}

// The mention with a point, inside `area` where that says anything, that stands near in the text
// and where the report is about.
const PlaceMention* neighbour(const Work& work, uint32_t self, const Where& area) {
  const PlaceMention* best = nullptr;
  double most = 0;
  for (uint32_t i = 0; i < work.places.size(); ++i) {
    const PlaceMention& other = work.places[i];
    if (i == self || work.names[work.name_of[i]].nowhere() || !has_point(other)) continue;
    const uint32_t at = work.places[self].tokens.first, there = other.tokens.first;
    const uint32_t apart = at > there ? at - there : there - at;
    if (apart >= kNeighbourhood || !agrees(work, other, area)) continue;
    const double value =
        support(work, other) / (kBeside + apart) * (other.elsewhere ? kElsewhere : 1.0);
    if (value > most) best = &other, most = value;
  }
  return best;
}

// Where no point stands near: the division or country that is named nearest in the text, if only
// one country is.
const PlaceMention* area_near(const Work& work, uint32_t self) {
  const PlaceMention* best = nullptr;
  uint32_t least = kNeighbourhood;
  std::string_view country;
  for (uint32_t i = 0; i < work.places.size(); ++i) {
    const PlaceMention& other = work.places[i];
    if (i == self || work.names[work.name_of[i]].nowhere() || !is_area(other)) continue;
    if (country.empty()) country = other.where.country;
    if (country != other.where.country) return nullptr;
    const uint32_t at = work.places[self].tokens.first, there = other.tokens.first;
    const uint32_t apart = at > there ? at - there : there - at;
    if (apart < least) best = &other, least = apart;
  }
  return best;
}

void borrow(PlaceMention& mention, const PlaceMention& from, double trust) {
  const std::string name = std::move(mention.where.name);
  mention.where = from.where;
  mention.where.name = name;
  mention.where.gazetteer_id.clear();
  if (has_point(from)) mention.where.precision = PlacePrecision::near;
  mention.confidence = from.confidence * trust;
  mention.why = from.why;
}

// What is named as around an unknown place, here or where else the report names it.
const PlaceMention* around_of(const Work& work, uint32_t index) {
  const PlaceMention& mention = work.places[index];
  if (mention.part_of) return &work.places[*mention.part_of];
  for (const uint32_t other : work.names[work.name_of[index]].mentions) {
    if (work.places[other].part_of) return &work.places[*work.places[other].part_of];
  }
  return nullptr;
}

// What a place is told by: "X, 20 km north of Y".
const PlaceMention* way_to(const Work& work, uint32_t index) {
  constexpr uint32_t kBehind = 2;
  const auto end = std::min(index + kBehind + 1, static_cast<uint32_t>(work.places.size()));
  for (uint32_t i = index + 1; i < end; ++i) {
    if (work.places[i].locates == index) return &work.places[i];
  }
  return nullptr;
}

// Nothing in the report says where: somewhere about the town that the outlet is of.
void place_at_home(PlaceMention& mention, const knowledge::OutletHome& home) {
  if (!home.town || mention.demonym) return;
  mention.where.country = home.country;
  mention.where.admin1 = home.admin1;
  mention.where.precision = PlacePrecision::admin1;
  set_point(mention, home.lat, home.lon);
  mention.confidence = 0.3;
  mention.why = "outlet";
}

// A name that no table holds takes the place around it: near a city, or its division or country.
void place_by_surroundings(const Work& work, uint32_t index) {
  PlaceMention& mention = work.places[index];
  mention.where.name = work.sources.document.slice(mention.tokens);
  const PlaceMention* way = way_to(work, index);
  if (way && has_point(*way)) return borrow(mention, *way, 0.8);
  const PlaceMention* around = around_of(work, index);
  if (around && has_point(*around)) return borrow(mention, *around, 0.8);
  const PlaceMention* near = neighbour(work, index, around ? around->where : Where{});
  if (near)
    borrow(mention, *near, 0.5);
  else if (around)
    borrow(mention, *around, 0.8);
  else if (const PlaceMention* area = work.home.town ? nullptr : area_near(work, index))
    borrow(mention, *area, 0.5);
  else
    place_at_home(mention, work.home);
}

// "The San Jose neighbourhood in western San Salvador": no town of that name far from the city.
bool strays(const Work& work, uint32_t index) {
  constexpr double kCityKm = 50;
  const PlaceMention& mention = work.places[index];
  if (mention.facility_kind != knowledge::PlaceKind::neighbourhood || !has_point(mention))
    return false;
  const PlaceMention* around = around_of(work, index);
  return around && has_point(*around) &&
         distance_km(*mention.where.lat, *mention.where.lon, *around->where.lat,
                     *around->where.lon) > kCityKm;
}

}  // namespace

void ground(Work& work, const Document& dateline, const PlaceContext& context) {
  placing::NameFinder finder(work.sources.lexicon, work.sources.gazetteer);
  gather_names(work, finder);
  add_dateline(work, finder, dateline);
  add_nations(work, context.nations, context.publisher);
  decide(work.names, home_of(work.sources.lexicon, work.home));
  for (uint32_t i = 0; i < work.places.size(); ++i) {
    const Name& name = work.names[work.name_of[i]];
    if (!name.nowhere()) place_mention(work, work.places[i], name);
  }
  move_by_distances(work.places);
  for (uint32_t i = 0; i < work.places.size(); ++i) {
    if (work.names[work.name_of[i]].nowhere() || strays(work, i)) place_by_surroundings(work, i);
  }
  meet_between(work.places);
}

}  // namespace atlas

double distance_km(double lat1, double lon1, double lat2, double lon2) {
  constexpr double kRadians = std::numbers::pi / 180;
  const double a = lat1 * kRadians, b = lat2 * kRadians;
  const double dlat = std::sin((b - a) / 2), dlon = std::sin((lon2 - lon1) * kRadians / 2);
  const double h = dlat * dlat + std::cos(a) * std::cos(b) * dlon * dlon;
  return 12742.0 * std::asin(std::min(1.0, std::sqrt(h)));
}

void ground_places(const Document& document, const knowledge::Lexicon& lexicon,
                   const knowledge::Gazetteer& gazetteer, const PlaceContext& context,
                   std::vector<PlaceMention>& places) {
  if (places.empty()) return;
  Document dateline;
  if (!context.dateline.empty()) tokenise(context.dateline, dateline);
  atlas::Work work{{document, lexicon, gazetteer}, places, context.home};
  atlas::ground(work, dateline, context);
}

}  // namespace sitrep
