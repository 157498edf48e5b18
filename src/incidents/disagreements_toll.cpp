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
  const Item* people;   // counted, where they are of a kind; null: people at large
  Count count;          // one that holds it
  const Member* first;  // of those who hold it, the earliest published
  Side side;
};

// The people that a number counts, where they are of a kind; null: people at large.
const Item* counted(const Count& count) {
  for (const Item& item : count.member->event->human_targets) {
    if (item.count.best == count.best && !item.kind.empty() && item.kind != "civilian")
      return &item;
  }
  return nullptr;
}

std::string noun_of(const Item& item) {
  const auto words = split(item.description, ' ');
  return words.empty() ? std::string() : normal(words.back());
}

// "Eight soldiers would have died": what the number counts, though the record lists no such people.
bool counts_such(const Count& count, const TollField& field, std::string_view noun) {
  return std::ranges::any_of(count.member->event->claims, [&](const Claim& claim) {
    const auto* said = std::get_if<Quantity>(&claim.value);
    if (claim.field != field.field || said == nullptr || said->best != count.best) return false;
    return contains_ignoring_case(claim.evidence.text, said->text + " " + std::string(noun));
  });
}

void cite_claims(const Group& group, const TollField& field, const Count& count, Side& side) {
  for (const Claim& claim : count.member->event->claims) {
    const auto* said = std::get_if<Quantity>(&claim.value);
    if (claim.field == field.field && said != nullptr && said->best == count.quantity->best)
      side.cite(group, *count.member, claim);
  }
}

// Does a report also tell the number of another side?
bool tells_of(const Count& count, const TollField& field, int64_t number) {
  return std::ranges::any_of(count.member->event->claims, [&](const Claim& claim) {
    const auto* said = std::get_if<Quantity>(&claim.value);
    return claim.field == field.field && claim.polarity == Polarity::affirmed && said != nullptr &&
           said->best == number;
  });
}

// Who tells of two numbers that others stand by holds neither.
bool undecided(const Count& count, const std::vector<Count>& counts, const TollField& field) {
  const auto other_source = [&](const Count& other) {
    return other.member->source != count.member->source;
  };
  const auto same = [&](const Count& other) {
    return other_source(other) && other.best == count.best;
  };
  const auto rival = [&](const Count& other) {
    return other_source(other) && other.best != count.best && tells_of(count, field, other.best);
  };
  return std::ranges::any_of(counts, same) && std::ranges::any_of(counts, rival);
}

std::vector<TollSide> toll_sides(const Group& group, const TollField& field) {
  std::vector<TollSide> sides;
  const auto counts = counts_of(group, field);
  const bool figured =
      std::ranges::find(counts, Counting::figure, &Count::counting) != counts.end();
  for (const Count& count : counts) {
    const Quantity& q = *count.quantity;
    const bool figure = count.counting == Counting::figure;
    // "two and two" may have counted the same two twice
    if (!q.best || count.counting == Counting::people || (figured && !figure)) continue;
    if (undecided(count, counts, field)) continue;
    auto side =
        std::ranges::find_if(sides, [&](const TollSide& s) { return s.quantity.best == q.best; });
    if (side == sides.end())
      side = sides.insert(sides.end(), {q, counted(count), count, count.member, Side(q)});
    side->side.hold(*count.member);
    if (published_later(*side->first, *count.member)) side->first = count.member;
    cite_claims(group, field, count, side->side);
  }
  std::ranges::sort(sides, {}, [](const TollSide& s) { return *s.quantity.best; });
  return sides;
}

// Eleven policemen may be among 25 people; soldiers and fighters are counted apart.
bool comparable(const TollSide& less, const TollSide& more, const TollField& field) {
  if (less.people == nullptr) return true;
  if (more.people != nullptr) return less.people->kind == more.people->kind;
  return counts_such(more.count, field, noun_of(*less.people));
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

// Who dies of his wounds is wounded no more: "two wounded", then "one died, the other is wounded".
bool died_since(const TollSide& less, const TollSide& more, const TollField& field) {
  const auto dead = [](const TollSide& side) {
    return side.count.member->event->killed.best.value_or(0);
  };
  return field.field == Field::wounded &&
         dead(less) - dead(more) == *more.quantity.best - *less.quantity.best;
}

std::optional<DisagreementKind> judge(const std::vector<TollSide>& sides, const TollField& field,
                                      std::vector<Side>& taking_part) {
  bool conflict = false;
  std::set<size_t> involved;
  for (size_t i = 0; i < sides.size(); ++i) {
    for (size_t j = i + 1; j < sides.size(); ++j) {
      if (!comparable(sides[i], sides[j], field) || died_since(sides[i], sides[j], field)) continue;
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
    const auto kind = judge(toll_sides(group, field), field, sides);
    if (kind) out.push_back(make_disagreement(field.field, *kind, sides));
  }
}

}  // namespace sitrep::incidents
