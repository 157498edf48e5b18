// Numbers that cannot both be true: an update where the later report counts more, a conflict
// otherwise.
#include <algorithm>
#include <array>

#include "core/text.h"
#include "incidents/compare.h"
#include "incidents/disagreements.h"
#include "incidents/tolls.h"

namespace sitrep::incidents {

namespace {

constexpr std::array kTolls = {kKilled, kWounded, kAbducted};

struct TollSide {
  Quantity quantity;
  const Member* first;  // of those who hold it, the earliest published
  Side side;
};

// A number that is the names of the dead counted is at least so many: "commander A and his aide B".
bool counts_names(const std::string& text) {
  const bool figure = std::ranges::any_of(text, is_digit);
  const bool names = std::ranges::any_of(text, is_upper) && text.find(' ') != std::string::npos;
  return names && !figure && !is_upper(text.front());
}

Quantity as_said(const Quantity& quantity) {
  Quantity out = quantity;
  if (counts_names(quantity.text)) out.high.reset();
  return out;
}

void cite_claims(const Group& group, const TollField& field, const Count& count, Side& side) {
  for (const Claim& claim : count.member->event->claims) {
    const auto* said = std::get_if<Quantity>(&claim.value);
    if (claim.field == field.field && said != nullptr && said->best == count.quantity->best)
      side.cite(group, *count.member, claim);
  }
}

std::vector<TollSide> toll_sides(const Group& group, const TollField& field) {
  std::vector<TollSide> sides;
  for (const Count& count : counts_of(group, field)) {
    if (!count.quantity->best) continue;
    const Quantity q = as_said(*count.quantity);
    auto side =
        std::ranges::find_if(sides, [&](const TollSide& s) { return s.quantity.best == q.best; });
    if (side == sides.end()) side = sides.insert(sides.end(), {q, count.member, Side(q)});
    side->side.hold(*count.member);
    if (published_later(*side->first, *count.member)) side->first = count.member;
    cite_claims(group, field, count, side->side);
  }
  std::ranges::sort(sides, {}, [](const TollSide& s) { return *s.quantity.best; });
  return sides;
}

bool in_one_report(const Side& a, const Side& b) {
  return std::ranges::any_of(a.reports(),
                             [&](const std::string& r) { return b.reports().contains(r); });
}

// The higher number came after the lower one, as news; one outlet may raise its own.
bool grew(const TollSide& less, const TollSide& more) {
  return published_later(*more.first, *less.first) && more.first->event->phase == Phase::news &&
         !in_one_report(less.side, more.side);
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
      const bool update = grew(sides[i], sides[j]);
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
