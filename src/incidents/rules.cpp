#include "incidents/rules.h"

#include <algorithm>
#include <array>

#include "core/dates.h"
#include "incidents/compare.h"
#include "incidents/kinship.h"

namespace sitrep::incidents {

namespace {

using Rank = std::array<int64_t, 3>;  // the higher, the more it counts

constexpr double kOneAreaKm = 15;

int64_t known_names(const std::vector<Item>& items) {
  return std::ranges::count_if(items, [](const Item& i) { return !generic_name(i.name, i.kind); });
}

Rank rank_of(const When& when) {
  return {-static_cast<int64_t>(when.precision), when.part_of_day != PartOfDay::none,
          when.basis != Basis::inferred};
}

Rank rank_of(const Where& where) {
  return {static_cast<int64_t>(where.precision), !where.gazetteer_id.empty(),
          where.lat.has_value()};
}

Rank rank_of(const std::vector<Perpetrator>& parties) {
  const auto known = std::ranges::count_if(
      parties, [](const Perpetrator& p) { return !p.party.actor_id.empty(); });
  return {known, static_cast<int64_t>(parties.size()), 0};
}

Rank rank_of(const std::vector<Item>& items) {
  return {known_names(items), static_cast<int64_t>(items.size()), 0};
}

const std::vector<Item>& items_of(const Event& event, Field field) {
  if (field == Field::instruments) return event.instruments;
  return field == Field::physical_targets ? event.physical_targets : event.human_targets;
}

// How much an event says of a field; none where it does not speak of it.
std::optional<Rank> says(const Event& event, Field field) {
  switch (field) {
    case Field::when:
      return event.when.known() ? std::optional(rank_of(event.when)) : std::nullopt;
    case Field::where:
      return event.where.precision == PlacePrecision::unknown ? std::nullopt
                                                              : std::optional(rank_of(event.where));
    case Field::perpetrators:
      return event.perpetrators.empty() ? std::nullopt : std::optional(rank_of(event.perpetrators));
    case Field::instruments:
    case Field::physical_targets:
    case Field::human_targets: {
      const auto& items = items_of(event, field);
      return items.empty() ? std::nullopt : std::optional(rank_of(items));
    }
    case Field::damage:
      return event.damage ? std::optional(Rank{*event.damage != Damage::unknown, 0, 0})
                          : std::nullopt;
    case Field::type:
      return event.type == EventType::any ? std::nullopt : std::optional(Rank{});
    default:
      return Rank{};
  }
}

Rank lateness(const Member& m) {
  const int64_t day = m.published ? m.published->time_since_epoch().count() : INT64_MIN;
  return {day, m.coding->report.published_minute.value_or(-1), 0};
}

// What reports say of the type and the ending is not more or less precise.
bool graded(Field field) { return field != Field::type && field != Field::outcome; }

void hull(When& out, const When& when) {
  const Day end = when.end.value_or(*when.start);
  out.start = std::min(out.start.value_or(*when.start), *when.start);
  out.end = std::max(out.end.value_or(end), end);
}

DatePrecision precision_of(int64_t days) {
  if (days <= 1) return DatePrecision::day;
  if (days <= 7) return DatePrecision::week;
  return days <= 31 ? DatePrecision::month : DatePrecision::year;
}

}  // namespace

Group heard(const Group& group, Field field) {
  const bool informative = group.rule == Rule::informative && graded(field);
  if (!informative && group.rule != Rule::latest) return group;
  Group out = group;
  out.members.clear();
  std::optional<Rank> highest;
  for (const Member& m : group.members) {
    const auto said = says(*m.event, field);
    if (!said) continue;
    const Rank rank = informative ? *said : lateness(m);
    if (highest && rank < *highest) continue;
    if (!highest || rank > *highest) out.members.clear();
    highest = rank;
    out.members.push_back(m);
  }
  return highest ? out : group;
}

size_t sources_needed(const Group& group) { return std::min<size_t>(2, group.sources); }

When common_span(const Group& group) {
  When out;
  for (const Member& m : group.members) {
    const When& when = m.event->when;
    if (precise(when) && when.basis != Basis::inferred) hull(out, when), out.basis = when.basis;
  }
  if (out.known()) out.precision = precision_of(days_between(*out.start, *out.end) + 1);
  return out;
}

Where common_area(const Group& group) {
  std::vector<const Where*> places;
  for (const Member& m : group.members) {
    if (pinpointed(m.event->where)) places.push_back(&m.event->where);
  }
  if (places.empty()) return {};
  const Where& first = *places.front();
  const auto all = [&](auto&& same) {
    return std::ranges::all_of(places, [&](const Where* w) { return same(*w); });
  };
  if (all([&](const Where& w) { return kilometres(w, first) <= kOneAreaKm; })) return {};
  if (first.country.empty() || !all([&](const Where& w) { return w.country == first.country; }))
    return {};
  Where out;
  out.country = first.country;
  out.precision = PlacePrecision::country;
  const auto country = group.lexicon->country(first.country);
  out.name = country ? std::string(group.lexicon->countries()[*country].name) : first.country;
  if (first.admin1.empty() || !all([&](const Where& w) { return w.admin1 == first.admin1; }))
    return out;
  out.name = out.admin1 = first.admin1;
  out.precision = PlacePrecision::admin1;
  return out;
}

}  // namespace sitrep::incidents
