#include "sitrep/incident_filter.h"

#include <algorithm>

#include "core/text.h"

namespace sitrep {

namespace {

std::string in_capitals(std::string text) {
  for (char& c : text) c = is_lower(c) ? static_cast<char>(c - 32) : c;
  return text;
}

template <typename T, typename Value>
bool among(const std::vector<T>& wanted, const Value& value) {
  return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

bool holds(const GeoBox& box, const Where& where) {
  if (!where.lat || !where.lon || *where.lat < box.south || *where.lat > box.north) return false;
  const bool east_of_west = *where.lon >= box.west;
  const bool west_of_east = *where.lon <= box.east;
  return box.west <= box.east ? east_of_west && west_of_east : east_of_west || west_of_east;
}

}  // namespace

Matcher::Matcher(const IncidentFilter& filter) : filter_(filter) {
  for (const std::string& country : filter.countries) countries_.push_back(in_capitals(country));
  for (const std::string& actor : filter.actors) actors_.push_back(normal(actor));
}

bool Matcher::operator()(const IncidentRow& row) const {
  if (row.rejected && filter_.rejected == Rejected::hidden) return false;
  if (filter_.phase && row.phase != *filter_.phase) return false;
  if (filter_.disputed && !row.disputed) return false;
  if (!among(filter_.types, row.type)) return false;
  if (!filter_.grades.empty() && !(row.grade && among(filter_.grades, *row.grade))) return false;
  const auto killed = row.killed ? row.killed : row.least_killed;
  if (filter_.min_killed && killed.value_or(-1) < *filter_.min_killed) return false;
  return in_time(row) && in_place(row) && told_by(row) && done_by(row);
}

bool Matcher::in_time(const IncidentRow& row) const {
  if (!filter_.since && !filter_.until) return true;
  if (!row.when.start) return false;
  const Day last = row.when.end.value_or(*row.when.start);
  return !(filter_.since && last < *filter_.since) &&
         !(filter_.until && *row.when.start > *filter_.until);
}

bool Matcher::in_place(const IncidentRow& row) const {
  return among(countries_, row.where.country) && among(filter_.places, row.where.name) &&
         among(filter_.precisions, row.where.precision) &&
         (!filter_.box || holds(*filter_.box, row.where));
}

bool Matcher::told_by(const IncidentRow& row) const {
  return filter_.outlets.empty() ||
         std::ranges::any_of(row.tellers, [&](const IncidentRow::Teller& teller) {
           return among(filter_.outlets, teller.outlet);
         });
}

bool Matcher::done_by(const IncidentRow& row) const {
  return actors_.empty() || std::ranges::any_of(row.actors, [&](const IncidentRow::Actor& actor) {
           return (!actor.actor_id.empty() && among(filter_.actors, actor.actor_id)) ||
                  among(actors_, normal(actor.name));
         });
}

}  // namespace sitrep
