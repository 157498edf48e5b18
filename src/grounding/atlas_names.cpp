#include "grounding/atlas_names.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace sitrep::atlas {

namespace {

constexpr double kOfDemonym = 0.4;    // of a place's weight as evidence for others
constexpr double kOfNation = 0.2;     // the same of a body or group of a country
constexpr double kOfPublisher = 0.7;  // and of a publisher that is called after one

// What a name is worth that stands so often in the report.
double repeated(size_t times) { return 1 + 0.5 * std::log(static_cast<double>(times)); }

uint32_t name_index(Work& work, placing::NameFinder& finder, uint32_t mention) {
  const PlaceMention& place = work.places[mention];
  Key k = placing::name_key(work.sources.document, place.tokens);
  k = extend(k, place.demonym ? 3 : place.county ? 2 : 1);
  if (names_division(work.sources, place)) k = extend(k, 4);
  if (place.facility_kind != knowledge::PlaceKind::city)
    k = extend(k, 16 + static_cast<Key>(place.facility_kind));
  if (place.unnamed && place.part_of)
    k = extend(k, placing::name_key(work.sources.document, work.places[*place.part_of].tokens));
  const auto [known, added] = work.by_key.try_emplace(k, static_cast<uint32_t>(work.names.size()));
  if (!added) return known->second;
  Name name;
  name.key = k;
  name.demonym = place.demonym;
  name.neighbourhood = place.facility_kind == knowledge::PlaceKind::neighbourhood;
  name.readings = readings_of(work.sources, finder, place, work.places);
  work.names.push_back(std::move(name));
  return static_cast<uint32_t>(work.names.size() - 1);
}

void link_enclosing(Work& work) {
  for (uint32_t i = 0; i < work.places.size(); ++i) {
    if (!work.places[i].part_of) continue;
    Name& inner = work.names[work.name_of[i]];
    const uint32_t outer = work.name_of[*work.places[i].part_of];
    if (outer == work.name_of[i]) continue;
    inner.enclosing.push_back(outer);
    auto& holds = work.names[outer].holds;
    if (std::find(holds.begin(), holds.end(), work.name_of[i]) == holds.end())
      holds.push_back(work.name_of[i]);
    inner.enclosing_areas.push_back(placing::area_key(
        work.sources.lexicon,
        work.sources.document.slice(work.places[*work.places[i].part_of].tokens)));
  }
}

}  // namespace

void gather_names(Work& work, placing::NameFinder& finder) {
  for (uint32_t i = 0; i < work.places.size(); ++i) {
    work.name_of.push_back(name_index(work, finder, i));
    work.names[work.name_of.back()].mentions.push_back(i);
  }
  link_enclosing(work);
  for (Name& name : work.names)
    name.weight = (name.demonym ? kOfDemonym : 1.0) * repeated(name.mentions.size());
}

namespace {

void add_country(Work& work, std::string_view code, double weight) {
  const auto country = work.sources.lexicon.country(code);
  if (!country) return;
  Name name;
  name.demonym = true;
  name.weight = weight;
  name.readings = {country_reading(work.sources.lexicon.countries()[*country],
                                   {.entry = *country, .kind = knowledge::Kind::country})};
  work.names.push_back(std::move(name));
}

}  // namespace

void add_nations(Work& work, std::span<const std::string_view> nations,
                 std::string_view publisher) {
  std::map<std::string_view, size_t> times;
  for (const std::string_view nation : nations) ++times[nation];
  for (const auto& [nation, count] : times) add_country(work, nation, kOfNation * repeated(count));
  if (!publisher.empty()) add_country(work, publisher, kOfPublisher);
}

namespace {

// The index of a name of the dateline; none where nothing is called so.
std::optional<uint32_t> add_name(Work& work, placing::NameFinder& finder, const Document& dateline,
                                 TokenRange range) {
  if (range.first >= range.last) return std::nullopt;
  PlaceMention place;
  place.tokens = range;
  Name name;
  name.weight = 1.5;
  name.readings =
      readings_of({dateline, work.sources.lexicon, work.sources.gazetteer}, finder, place, {});
  if (name.readings.empty()) return std::nullopt;
  work.names.push_back(std::move(name));
  return static_cast<uint32_t>(work.names.size() - 1);
}

}  // namespace

// "TRIPOLI, Lebanon": a town, and what it lies in.
void add_dateline(Work& work, placing::NameFinder& finder, const Document& dateline) {
  const auto count = static_cast<uint32_t>(dateline.tokens.size());
  uint32_t comma = 0;
  while (comma < count && dateline.word(comma) != ",") ++comma;
  const TokenRange area{std::min(comma + 1, count), count};
  const auto inner = add_name(work, finder, dateline, {0, comma});
  const auto outer = add_name(work, finder, dateline, area);
  if (!inner || !outer) return;
  work.names[*inner].enclosing.push_back(*outer);
  work.names[*outer].holds.push_back(*inner);
  work.names[*inner].enclosing_areas.push_back(
      placing::area_key(work.sources.lexicon, dateline.slice(area)));
}

}  // namespace sitrep::atlas
