#include "grounding/atlas_names.h"

#include <algorithm>
#include <cmath>

namespace sitrep::atlas {

namespace {

uint32_t name_index(Work& work, placing::NameFinder& finder, uint32_t mention) {
  const PlaceMention& place = work.places[mention];
  Key k = placing::name_key(work.sources.document, place.tokens);
  k = extend(k, place.demonym ? 3 : place.county ? 2 : 1);
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
  for (Name& name : work.names) {
    const double mentions = static_cast<double>(name.mentions.size());
    name.weight = (name.demonym ? 0.4 : 1.0) * (1 + 0.5 * std::log(mentions));
  }
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
