// With what, upon whom, by whom, with what effect.
#include <algorithm>

#include "incidents/compare.h"

namespace sitrep::incidents {

namespace {

bool share(const std::vector<Key>& a, const std::vector<Key>& b) {
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) return true;
    *x < *y ? ++x : ++y;
  }
  return false;
}

void compare_counts(const Face& a, const Face& b, Tally& tally) {
  bool same = false;
  bool other = false;
  for (const WeaponKey& x : a.weapons) {
    for (const WeaponKey& y : b.weapons) {
      if (!x.count.best || !y.count.best || x.reach != y.reach) continue;
      same |= x.count.best == y.count.best && *x.count.best > 1;
      other |= !compatible(x.count, y.count);
    }
  }
  if (same) return tally.add(weight::same_weapon_count);
  if (other) tally.add(weight::other_weapon_count);
}

void compare_people(const Face& a, const Face& b, Tally& tally) {
  if (a.people.empty() || b.people.empty()) return;
  bool surname = false;
  for (const PersonKey& x : a.people) {
    for (const PersonKey& y : b.people) {
      if (x.full == y.full && x.full != x.surname) return tally.add(weight::same_person);
      surname |= x.surname == y.surname;
    }
  }
  tally.add(surname ? weight::same_surname : weight::other_person);
}

bool known(const PartyKey& p) { return !p.actor_id.empty() || p.nation != kNoKey; }

// 4 the same, 3 kindred, 2 cannot be told, 1 unlike, 0 unlike and both told as fact.
int closeness(const Doer& a, const Doer& b, const knowledge::Lexicon& lexicon) {
  if (same_party(a.party, b.party)) return 4;
  if (related(a.party, b.party, lexicon)) return 3;
  if (!known(a.party) || !known(b.party)) return 2;
  return a.as_fact && b.as_fact ? 0 : 1;
}

// What two events have among their targets, things or people.
struct Common {
  bool both = false;  // both tell of such a target
  bool like = false;
  bool telling = false;
  bool kin = false;
  bool all_telling = true;
};

Common common(const std::vector<TargetKey>& a, const std::vector<TargetKey>& b, bool person) {
  Common out;
  for (const TargetKey& x : a) {
    for (const TargetKey& y : b) {
      if (x.person != person || y.person != person) continue;
      out.both = true;
      out.like |= x.head == y.head;
      out.telling |= x.head == y.head && x.telling;
      out.kin |= x.kind == y.kind && x.kind != kNoKey;
      out.all_telling &= x.telling && y.telling;
    }
  }
  return out;
}

struct CommonWeights {
  Weight telling;
  Weight like;
  Weight kin;
  Weight other;
  Weight other_telling;
};
constexpr CommonWeights kThings{weight::telling_thing, weight::like_thing, weight::kin_thing,
                                weight::other_thing, weight::other_telling_thing};
constexpr CommonWeights kPeople{weight::telling_people, weight::like_people, weight::kin_people,
                                weight::other_people, weight::other_telling_people};

void compare_heads(const Common& found, const CommonWeights& w, Tally& tally) {
  if (!found.both) return;
  tally.add(found.telling       ? w.telling
            : found.like        ? w.like
            : found.all_telling ? w.other_telling
            : found.kin         ? w.kin
                                : w.other);
}

// Which of two reports came later, where that is known.
enum class Later : uint8_t { none, first, second };

struct Pair {
  Later later;
  Weight other_toll;
};

Pair pair_of(const Face& a, const Face& b) {
  const auto& one = a.story->published;
  const auto& other = b.story->published;
  Pair pair{Later::none, of_one_report(a, b) ? weight::other_toll_there : weight::other_toll};
  if (one && other && *one != *other) pair.later = *one > *other ? Later::first : Later::second;
  return pair;
}

void compare_toll(const Quantity& a, const Quantity& b, const Pair& pair, Tally& tally) {
  if (!a.best || !b.best) return;
  if (*a.best == *b.best) {
    if (*a.best == 0) return;
    return tally.add(*a.best >= 4 ? weight::same_high_toll : weight::same_toll);
  }
  if (compatible(a, b)) return;
  const Later higher = *a.best > *b.best ? Later::first : Later::second;
  tally.add(pair.later == higher ? weight::growing_toll : pair.other_toll);
}

}  // namespace

bool compatible(const Quantity& a, const Quantity& b) {
  const auto low = [](const Quantity& q) { return q.low ? *q.low : q.best.value_or(0); };
  const auto open = [](const Quantity& q) { return q.low && !q.high; };
  const auto high = [](const Quantity& q) { return q.high ? *q.high : q.best.value_or(0); };
  return (open(a) || high(a) >= low(b)) && (open(b) || high(b) >= low(a));
}

void compare_weapons(const Face& a, const Face& b, Tally& tally) {
  if (a.weapons.empty() || b.weapons.empty()) return;
  bool same = false;
  bool kin = false;
  bool could = false;
  for (const WeaponKey& x : a.weapons) {
    for (const WeaponKey& y : b.weapons) {
      same |= x.weapon_class == y.weapon_class;
      kin |= x.reach == y.reach;
      could |= compatible(x.reach, y.reach);
    }
  }
  if (same || kin) {
    tally.add(same ? weight::same_weapon : weight::kin_weapon);
    return compare_counts(a, b, tally);
  }
  if (!could) tally.add(of_one_report(a, b) ? weight::other_weapon_there : weight::other_weapon);
}

void compare_targets(const Face& a, const Face& b, Tally& tally) {
  compare_people(a, b, tally);
  if (share(a.target_names, b.target_names)) return tally.add(weight::same_target);
  compare_heads(common(a.targets, b.targets, false), kThings, tally);
  compare_heads(common(a.targets, b.targets, true), kPeople, tally);
}

void compare_actors(const Face& a, const Face& b, const knowledge::Lexicon& lexicon, Tally& tally) {
  int best = -1;
  for (const Doer& x : a.doers) {
    for (const Doer& y : b.doers) best = std::max(best, closeness(x, y, lexicon));
  }
  if (best == 4) tally.add(weight::same_actor);
  if (best == 3) tally.add(weight::kin_actor);
  if (best == 1) tally.add(weight::unlike_actor);
  if (best == 0) tally.add(weight::other_actor);
}

void compare_tolls(const Face& a, const Face& b, Tally& tally) {
  const Pair pair = pair_of(a, b);
  compare_toll(a.killed, b.killed, pair, tally);
  compare_toll(a.wounded, b.wounded, pair, tally);
  compare_toll(a.abducted, b.abducted, pair, tally);
}

}  // namespace sitrep::incidents
