// When and where it happened: the best supported of the most precise values; nothing is averaged.
#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "core/dates.h"
#include "core/text.h"
#include "incidents/compare.h"
#include "incidents/group.h"

namespace sitrep::incidents {

namespace {

constexpr double kOneSpotKm = 15;
constexpr double kNearestDays = 3;  // a report this close to the event knows its hour best

using Span = std::pair<Day, Day>;

Span span_of(const When& when) { return {*when.start, when.end.value_or(*when.start)}; }

double date_weight(const Member& m) {
  const When& when = m.event->when;
  double weight = precise(when)                            ? 3.0
                  : when.precision == DatePrecision::week  ? 1.0
                  : when.precision == DatePrecision::month ? 0.5
                                                           : 0.2;
  if (when.basis == Basis::inferred) weight *= 0.4;
  if (m.event->phase == Phase::background) weight *= 0.6;
  const bool fresh =
      m.published && std::abs(days_between(*when.start, *m.published)) <= kNearestDays;
  return fresh ? weight * 1.2 : weight;
}

bool holds(const Span& outer, const Span& inner) {
  return outer != inner && outer.first <= inner.first && inner.second <= outer.second;
}

// Coarser ranges around one speak for it, a little.
double support(const Votes<Span>& votes, const Span& span) {
  double sum = votes.total(span);
  for (const auto& [other, by] : votes.values()) {
    if (holds(other, span)) sum += 0.1 * votes.total(other);
  }
  return sum;
}

Votes<Span> date_votes(const Group& group) {
  Votes<Span> votes;
  for (const Member& m : group.members) {
    if (m.event->when.known()) votes.add(span_of(m.event->when), m.source, date_weight(m));
  }
  return votes;
}

PartOfDay part_of_day(const Group& group, const Span& span) {
  Votes<PartOfDay> votes;
  for (const Member& m : group.members) {
    const When& when = m.event->when;
    if (!when.known() || span_of(when) != span || when.part_of_day == PartOfDay::none) continue;
    votes.add(when.part_of_day, m.source, date_weight(m));
  }
  PartOfDay best = PartOfDay::none;
  for (const auto& [part, by] : votes.values()) {
    if (best == PartOfDay::none || votes.total(part) > votes.total(best)) best = part;
  }
  return best;
}

int precision_rank(DatePrecision p) {
  return p == DatePrecision::unknown ? 99 : static_cast<int>(p);
}

bool speaks_of_care(std::string_view name) {
  constexpr std::array<std::string_view, 4> kCare = {"hospital", "clinic", "medical", "infirmary"};
  return std::ranges::any_of(
      kCare, [&](std::string_view word) { return contains_ignoring_case(name, word); });
}

// A hospital that nobody says was hit is where the victims were taken.
bool takes_victims(const Group& group, const Where& where) {
  if (!speaks_of_care(where.name)) return false;
  const auto of_care = [](const Item& item) {
    return speaks_of_care(item.name) || speaks_of_care(item.description);
  };
  return std::ranges::none_of(group.members, [&](const Member& m) {
    return std::ranges::any_of(m.event->physical_targets, of_care);
  });
}

auto where_rank(const Group& group, const Member& m) {
  const Where& w = m.event->where;
  Votes<int> near;
  size_t same_name = 0;
  for (const Member& other : group.members) {
    const Where& o = other.event->where;
    same_name += o.name == w.name;
    if (pinpointed(w) != pinpointed(o)) continue;
    const bool agrees = pinpointed(w) ? kilometres(w, o) <= kOneSpotKm
                                      : o.precision == w.precision && o.country == w.country &&
                                            o.admin1 == w.admin1;
    if (agrees) near.add(0, other.source);
  }
  const int level = pinpointed(w)                            ? 3
                    : w.precision == PlacePrecision::unknown ? 0
                                                             : static_cast<int>(w.precision);
  return std::tuple(level, !takes_victims(group, w), near.total(0), static_cast<int>(w.precision),
                    !w.gazetteer_id.empty(), same_name);
}

}  // namespace

When merged_when(const Group& group) {
  const Votes<Span> votes = date_votes(group);
  if (votes.empty()) return {};
  Span best = votes.values().begin()->first;
  for (const auto& [span, by] : votes.values()) {
    if (support(votes, span) > support(votes, best)) best = span;
  }
  When out{.start = best.first, .end = best.second};
  for (const Member& m : group.members) {
    const When& when = m.event->when;
    if (!when.known() || span_of(when) != best) continue;
    if (precision_rank(when.precision) < precision_rank(out.precision))
      out.precision = when.precision, out.basis = when.basis;
    if (when.precision == out.precision) out.basis = std::min(out.basis, when.basis);
  }
  out.part_of_day = part_of_day(group, best);
  return out;
}

Where merged_where(const Group& group) {
  const Member* best = nullptr;
  for (const Member& m : group.members) {
    if (best == nullptr || where_rank(group, m) > where_rank(group, *best)) best = &m;
  }
  return best == nullptr ? Where{} : best->event->where;
}

}  // namespace sitrep::incidents
