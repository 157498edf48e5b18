// Numbers that cannot both be true: an update where the later report counts more, a conflict
// otherwise.
#include <algorithm>
#include <array>

#include "core/dates.h"
#include "incidents/compare.h"
#include "incidents/disagreements.h"

namespace sitrep::incidents {

namespace {

struct TollField {
  Field field;
  Quantity Event::*toll;
};
constexpr std::array kTolls = {TollField{Field::killed, &Event::killed},
                               TollField{Field::wounded, &Event::wounded},
                               TollField{Field::abducted, &Event::abducted}};

struct TollSide {
  Quantity quantity;
  std::optional<Day> first;  // earliest and latest publication of those who hold it
  std::optional<Day> last;
  Side side;
};

void widen(TollSide& side, const Member& m) {
  side.side.hold(m);
  if (!m.published) return;
  side.first = std::min(side.first.value_or(*m.published), *m.published);
  side.last = std::max(side.last.value_or(*m.published), *m.published);
}

std::vector<TollSide> toll_sides(const Group& group, const TollField& field) {
  std::vector<TollSide> sides;
  for (const Member& m : group.members) {
    const Quantity& q = m.event->*field.toll;
    if (!q.best) continue;
    auto side =
        std::ranges::find_if(sides, [&](const TollSide& s) { return s.quantity.best == q.best; });
    if (side == sides.end()) side = sides.insert(sides.end(), {q, {}, {}, Side(q)});
    widen(*side, m);
    for (const Claim& claim : m.event->claims) {
      const auto* said = std::get_if<Quantity>(&claim.value);
      if (claim.field == field.field && said != nullptr && said->best == q.best)
        side->side.cite(group, m, claim);
    }
  }
  std::ranges::sort(sides, {}, [](const TollSide& s) { return *s.quantity.best; });
  return sides;
}

// The higher number came after the lower one.
bool grew(const TollSide& less, const TollSide& more) {
  return less.first && more.first && *more.first > *less.first;
}

bool contradict(const TollSide& a, const TollSide& b) {
  return apart(a.side, b.side) && !compatible(a.quantity, b.quantity);
}

std::optional<DisagreementKind> judge(const std::vector<TollSide>& sides,
                                      std::vector<Side>& taking_part) {
  bool conflict = false;
  std::set<size_t> involved;
  for (size_t i = 0; i < sides.size(); ++i) {
    for (size_t j = i + 1; j < sides.size(); ++j) {
      const bool update = grew(sides[i], sides[j]) && apart(sides[i].side, sides[j].side);
      if (!update && !contradict(sides[i], sides[j])) continue;
      conflict |= !update;
      involved.insert({i, j});
    }
  }
  for (const size_t i : involved) taking_part.push_back(sides[i].side);
  if (involved.empty()) return std::nullopt;
  return conflict ? DisagreementKind::conflict : DisagreementKind::update;
}

}  // namespace

void find_toll_conflicts(const Group& group, std::vector<Disagreement>& out) {
  for (const TollField& field : kTolls) {
    std::vector<Side> sides;
    const auto kind = judge(toll_sides(group, field), sides);
    if (kind) out.push_back(make_disagreement(field.field, *kind, sides));
  }
}

}  // namespace sitrep::incidents
