// Tolls grow: a later, higher number replaces an earlier one; else the number that most sources
// give stands.
#include <algorithm>
#include <iterator>
#include <tuple>

#include "core/reasons.h"
#include "incidents/tolls.h"

namespace sitrep::incidents {

namespace {

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

auto time_of(const Count& c) {
  return std::pair(c.member->published.value_or(Day::min()),
                   c.member->coding->report.published_minute.value_or(-1));
}

// "Twelve" says more than "at least twelve", and that more than "dozens".
int exactness(const Quantity& q) {
  if (q.best && q.low == q.best && q.high == q.best) return 2;
  return q.best && q.low == q.best ? 1 : 0;
}

int completeness(const Event& e) {
  return e.killed.known() + e.wounded.known() + e.abducted.known();
}

template <typename Rank>
const Count* highest(const std::vector<Count>& counts, Rank&& rank) {
  const Count* best = nullptr;
  for (const Count& c : counts) {
    if (best == nullptr || rank(c) > rank(*best)) best = &c;
  }
  return best;
}

// A source vouches for its last word only.
std::vector<Count> last_words(const std::vector<Count>& counts) {
  std::vector<Count> out;
  for (const Count& c : counts) {
    const bool taken_back = std::ranges::any_of(counts, [&](const Count& other) {
      return other.member->source == c.member->source && published_later(*other.member, *c.member);
    });
    if (!taken_back && !c.unsure) out.push_back(c);
  }
  return out;
}

const Count* lowest_vouched_for(const std::vector<Count>& counts) {
  return highest(counts, [](const Count& c) { return -c.quantity->low.value_or(c.best); });
}

// None that is far off; figures where there are any.
std::vector<Count> firmest(const std::vector<Count>& counts) {
  std::vector<Count> out;
  std::ranges::copy_if(counts, std::back_inserter(out),
                       [&](const Count& c) { return !far_off(c, counts); });
  if (out.empty()) return counts;
  const Counting best = std::ranges::max(out, {}, &Count::counting).counting;
  std::erase_if(out, [&](const Count& c) { return c.counting != best; });
  return out;
}

const Count* best_supported(const std::vector<Count>& all) {
  const auto counts = firmest(all);
  Votes<int64_t> votes;
  for (const Count& c : counts) votes.add(c.best, c.member->source);
  std::vector<Count> standing;
  for (const Count& c : counts) {
    if (!superseded(c, counts)) standing.push_back(c);
  }
  const Count* best = highest(standing, [&](const Count& c) {
    return std::tuple(votes.sources(c.best), time_of(c).first, c.best);
  });
  return best == nullptr ? nullptr : &*std::ranges::find(all, best->member, &Count::member);
}

const Count* chosen(const std::vector<Count>& counts, const std::vector<Count>& last, Rule rule) {
  switch (rule) {
    case Rule::conservative:
      return lowest_vouched_for(last.empty() ? counts : last);
    case Rule::representative:
      return best_supported(counts);
    case Rule::informative:
      return highest(counts, [](const Count& c) {
        return std::tuple(exactness(*c.quantity), completeness(*c.member->event), time_of(c),
                          c.best);
      });
    case Rule::latest:
      return highest(counts, [](const Count& c) { return std::pair(time_of(c), c.best); });
  }
  return nullptr;
}

// "Shot, not said to have died": who was hit, by a report that knows of no death.
bool hit_alone(const Count& wounded) {
  return std::ranges::all_of(wounded.member->event->claims, [&](const Claim& claim) {
    const auto* said = std::get_if<Quantity>(&claim.value);
    const bool this_one = claim.field == Field::wounded && said && said->best == wounded.best;
    return !this_one || claim.why.starts_with(kShotAlone);
  });
}

// Those who were shot and are known to have died are no wounded: by the dead that the incident has
// beyond those that a report tells of.
void take_off_the_dead(const Group& group, std::vector<Count>& wounded) {
  const auto killed = merged_toll(group, &Event::killed).best.value_or(0);
  for (Count& c : wounded) {
    const auto told = c.member->event->killed.best.value_or(0);
    if (told < killed && hit_alone(c)) c.best = std::max<int64_t>(0, c.best - killed + told);
  }
}

}  // namespace

Quantity merged_toll(const Group& group, Quantity Event::*toll) {
  const TollField field = toll == &Event::killed    ? kKilled
                          : toll == &Event::wounded ? kWounded
                                                    : kAbducted;
  auto counts = counts_of(group, field);
  if (toll == &Event::wounded) take_off_the_dead(group, counts);
  const auto last = last_words(counts);
  const Count* best = chosen(counts, last, group.rule);
  if (best == nullptr) return {};
  Quantity out;
  out.best =
      group.rule == Rule::conservative ? best->quantity->low.value_or(best->best) : best->best;
  out.text = best->quantity->text;
  widen(out, counts);
  return out;
}

}  // namespace sitrep::incidents
