#include "server/suggestions.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/text.h"
#include "knowledge/gazetteer.h"
#include "knowledge/lexicon.h"

namespace sitrep::server {

namespace {

// How well a name fits what was typed; the lower the better, and kNot where it doesn't.
constexpr int kNot = 3;
int fit(std::string_view name, const std::string& wanted) {
  if (wanted.empty()) return 0;
  const std::string plain = normal(name);
  if (plain == wanted) return 0;
  const size_t at = plain.find(wanted);
  if (at == 0) return 1;
  return at != plain.npos && plain[at - 1] == ' ' ? 2 : kNot;
}

template <typename T>
struct Ranked {
  int fit = 0;
  T what;
};

// The best fit first; then what the ledger has most of; then as they come.
template <typename T>
std::vector<T> best(std::vector<Ranked<T>>& found) {
  std::ranges::stable_sort(found, [](const Ranked<T>& a, const Ranked<T>& b) {
    if (a.fit != b.fit) return a.fit < b.fit;
    return a.what.incidents > b.what.incidents;
  });
  if (found.size() > kMostSuggestions) found.erase(found.begin() + kMostSuggestions, found.end());
  std::vector<T> out;
  for (Ranked<T>& each : found) out.push_back(std::move(each.what));
  return out;
}

}  // namespace

std::vector<ActorSuggestion> suggest_actors(std::string_view typed, std::span<const RowPtr> rows,
                                            const knowledge::Lexicon& lexicon) {
  const std::string wanted = normal(typed);
  std::map<std::pair<std::string_view, std::string_view>, size_t> counts;  // id, name
  for (const RowPtr& row : rows) {
    for (const auto& actor : row->actors) ++counts[{actor.actor_id, actor.name}];
  }
  std::map<std::string, Ranked<ActorSuggestion>, std::less<>> found;  // by id, else by name
  const auto add = [&](std::string_view id, std::string_view name, size_t incidents) {
    const int how = fit(name, wanted);
    if (how == kNot) return;
    auto& entry = found[id.empty() ? normal(name) : std::string(id)];
    if (entry.what.name.empty()) entry = {how, {std::string(name), std::string(id), "", "", 0}};
    entry.fit = std::min(entry.fit, how);
    entry.what.incidents += incidents;
  };
  for (const auto& [key, count] : counts) add(key.first, key.second, count);
  for (const knowledge::Actor& actor : lexicon.actors()) {
    if (!wanted.empty()) add(actor.id, actor.name, 0);
  }
  std::vector<Ranked<ActorSuggestion>> all;
  for (auto& [key, entry] : found) {
    if (const auto known = lexicon.actor(entry.what.id)) {
      const knowledge::Actor& actor = lexicon.actors()[*known];
      entry.what.name = actor.name;
      entry.what.kind = name(actor.kind);
      entry.what.country = actor.country;
    }
    all.push_back(std::move(entry));
  }
  return best(all);
}

namespace {

using Places = std::vector<Ranked<PlaceSuggestion>>;

Places places_of_ledger(const std::string& wanted, std::span<const RowPtr> rows) {
  std::map<std::tuple<std::string_view, std::string_view, std::string_view>,
           Ranked<PlaceSuggestion>>
      found;
  for (const RowPtr& row : rows) {
    const Where& where = row->where;
    if (where.name.empty()) continue;
    auto& entry = found[{where.name, where.admin1, where.country}];
    if (entry.what.incidents++ > 0) continue;
    entry.fit = fit(where.name, wanted);
    entry.what.name = where.name;
    entry.what.admin1 = where.admin1;
    entry.what.country = where.country;
    entry.what.value = where.gazetteer_id.empty() ? where.name : where.gazetteer_id;
    entry.what.lat = where.lat;
    entry.what.lon = where.lon;
  }
  Places out;
  for (auto& [key, entry] : found) {
    if (entry.fit != kNot) out.push_back(std::move(entry));
  }
  return out;
}

// The most populous that begin so.
Places places_of_gazetteer(const std::string& wanted, const knowledge::Gazetteer& gazetteer) {
  std::vector<std::pair<uint32_t, const knowledge::GazetteerRow*>> found;  // population
  for (const knowledge::GazetteerRow& row : gazetteer.rows()) {
    if (row.geonames_id != 0 && fit(gazetteer.name(row), wanted) <= 1)
      found.emplace_back(row.population, &row);
  }
  const size_t most = std::min(found.size(), kMostSuggestions);
  std::ranges::partial_sort(found, found.begin() + static_cast<ptrdiff_t>(most), std::greater<>());
  Places out;
  for (const auto& [population, row] : std::span(found).first(most)) {
    PlaceSuggestion place;
    place.name = gazetteer.name(*row);
    place.admin1 = gazetteer.admin1(*row);
    place.country = std::string(row->country, row->country[0] ? 2 : 0);
    place.value = "geonames:" + std::to_string(row->geonames_id);
    place.lat = row->lat;
    place.lon = row->lon;
    out.push_back({fit(place.name, wanted), std::move(place)});
  }
  return out;
}

}  // namespace

std::vector<PlaceSuggestion> suggest_places(std::string_view typed, std::span<const RowPtr> rows,
                                            const knowledge::Gazetteer& gazetteer) {
  const std::string wanted = normal(typed);
  Places all = places_of_ledger(wanted, rows);
  if (!wanted.empty()) {
    for (auto& place : places_of_gazetteer(wanted, gazetteer)) {
      const auto same = [&](const auto& other) { return other.what.value == place.what.value; };
      if (std::ranges::none_of(all, same)) all.push_back(std::move(place));
    }
  }
  return best(all);
}

}  // namespace sitrep::server
