// Tolls grow: a later, higher number replaces an earlier one; else the number that most sources
// give stands.
#include <algorithm>
#include <tuple>

#include "incidents/group.h"

namespace sitrep::incidents {

namespace {

struct Count {
  const Quantity* quantity;
  const Member* member;
  int64_t best;
};

std::vector<Count> counts_of(const Group& group, Quantity Event::*toll) {
  std::vector<Count> counts;
  for (const Member& m : group.members) {
    const Quantity& q = m.event->*toll;
    const auto best = q.best ? q.best : q.low ? q.low : q.high;
    if (best) counts.push_back({&q, &m, *best});
  }
  return counts;
}

bool replaced(const Count& count, const std::vector<Count>& all) {
  return std::ranges::any_of(all, [&](const Count& later) {
    return later.best > count.best && later.member->published && count.member->published &&
           *later.member->published > *count.member->published;
  });
}

// Low and high over what all reports allow. "At least nine" leaves the top open, unless another
// report closes it there or higher.
void widen(Quantity& out, const std::vector<Count>& counts) {
  std::optional<int64_t> closed, open;
  for (const Count& c : counts) {
    out.low = std::min(out.low.value_or(c.best), c.quantity->low.value_or(c.best));
    auto& top = c.quantity->high ? closed : open;
    top = std::max(top.value_or(c.best), c.quantity->high.value_or(c.best));
  }
  if (closed && *closed >= open.value_or(*closed)) out.high = closed;
}

}  // namespace

Quantity merged_toll(const Group& group, Quantity Event::*toll) {
  const auto counts = counts_of(group, toll);
  Votes<int64_t> votes;
  for (const Count& c : counts) votes.add(c.best, c.member->source);
  const Count* best = nullptr;
  const auto rank = [&](const Count& c) {
    return std::tuple(votes.sources(c.best), c.member->published.value_or(Day::min()), c.best);
  };
  for (const Count& c : counts) {
    if (!replaced(c, counts) && (best == nullptr || rank(c) > rank(*best))) best = &c;
  }
  if (best == nullptr) return {};
  Quantity out;
  out.best = best->best;
  out.text = best->quantity->text;
  widen(out, counts);
  return out;
}

}  // namespace sitrep::incidents
