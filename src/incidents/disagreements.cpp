#include "incidents/disagreements.h"

#include <algorithm>
#include <tuple>

#include "core/dates.h"
#include "core/text.h"
#include "incidents/compare.h"
#include "incidents/kinship.h"

namespace sitrep::incidents {

void Side::hold(const Member& member) {
  reports_.insert(member.report());
  sources_.insert(member.source);
}

void Side::cite(const Group& group, const Member& member, const Claim& claim) {
  hold(member);
  const std::string id = claim_id(group, member, claim);
  if (std::ranges::find(claims_, id) == claims_.end()) claims_.push_back(id);
}

Position Side::position() const {
  return {.value = value_, .reports = {reports_.begin(), reports_.end()}, .claims = claims_};
}

Disagreement make_disagreement(Field field, DisagreementKind kind, const std::vector<Side>& sides) {
  Disagreement out{.field = field, .kind = kind, .positions = {}};
  for (const Side& side : sides) out.positions.push_back(side.position());
  return out;
}

bool apart(const Side& a, const Side& b) {
  return std::ranges::none_of(a.sources(), [&](uint32_t s) { return b.sources().contains(s); });
}

namespace {

// Calls each(claim) for a member's affirmed claims about a field.
template <typename Each>
void affirmed_claims(const Member& member, Field field, Each&& each) {
  for (const Claim& claim : member.event->claims) {
    if (claim.field == field && claim.polarity == Polarity::affirmed) each(claim);
  }
}

struct DaySide {
  When when;
  Side side;
};

bool meet_at_midnight(const When& a, const When& b) {
  const When& before = *a.start < *b.start ? a : b;
  const When& after = *a.start < *b.start ? b : a;
  return days_between(before.end.value_or(*before.start), *after.start) == 1 &&
         before.part_of_day == PartOfDay::night && after.part_of_day == PartOfDay::early_morning;
}

bool exclude(const When& a, const When& b) { return !overlap(a, b) && !meet_at_midnight(a, b); }

std::vector<DaySide> day_sides(const Group& group) {
  std::vector<DaySide> sides;
  for (const Member& m : group.members) {
    const When& when = m.event->when;
    if (!precise(when) || when.basis == Basis::inferred) continue;
    auto side = std::ranges::find_if(sides, [&](const DaySide& s) {
      return s.when.start == when.start && s.when.end == when.end;
    });
    if (side == sides.end()) side = sides.insert(sides.end(), {when, Side(when)});
    side->side.hold(m);
    affirmed_claims(m, Field::when, [&](const Claim& claim) {
      const auto* said = std::get_if<When>(&claim.value);
      if (said != nullptr && overlap(*said, when)) side->side.cite(group, m, claim);
    });
  }
  return sides;
}

// Keeps the sides that contradict at least one other.
template <typename Entry, typename Contradict>
std::vector<Side> contradicting(const std::vector<Entry>& entries, Contradict&& contradict) {
  std::vector<Side> sides;
  for (const Entry& one : entries) {
    const auto other = [&](const Entry& e) {
      return &e != &one && apart(one.side, e.side) && contradict(one, e);
    };
    if (std::ranges::any_of(entries, other)) sides.push_back(one.side);
  }
  return sides;
}

struct WeaponSide {
  const Item* item;
  Side side;
};

void hold_weapon(const Group& group, const Member& m, const Item& item,
                 std::vector<WeaponSide>& sides) {
  auto side = std::ranges::find_if(
      sides, [&](const WeaponSide& s) { return words_within(s.item->name, item.name); });
  if (side == sides.end()) side = sides.insert(sides.end(), {&item, Side(item)});
  side->side.hold(m);
  affirmed_claims(m, Field::instruments, [&](const Claim& claim) {
    const auto* said = std::get_if<Item>(&claim.value);
    if (said != nullptr && words_within(said->name, item.name)) side->side.cite(group, m, claim);
  });
}

struct ActorSide {
  const Party* party;
  Side side;
};

bool stated_fact(const Perpetrator& p) {
  const bool known = !p.party.actor_id.empty() || !p.party.nation.empty();
  return known && (p.status == Status::reported || p.status == Status::claimed);
}

void hold_actor(const Group& group, const Member& m, const Party& party,
                std::vector<ActorSide>& sides) {
  auto side =
      std::ranges::find_if(sides, [&](const ActorSide& s) { return same_party(*s.party, party); });
  if (side == sides.end()) side = sides.insert(sides.end(), {&party, Side(party)});
  side->side.hold(m);
  affirmed_claims(m, Field::perpetrators, [&](const Claim& claim) {
    const auto* said = std::get_if<Party>(&claim.value);
    if (said != nullptr && same_party(*said, party)) side->side.cite(group, m, claim);
  });
}

struct DamageSide {
  Damage damage;
  Side side;
};

}  // namespace

void find_day_conflicts(const Group& group, std::vector<Disagreement>& out) {
  const auto sides = contradicting(
      day_sides(group), [](const DaySide& a, const DaySide& b) { return exclude(a.when, b.when); });
  if (sides.size() > 1)
    out.push_back(make_disagreement(Field::when, DisagreementKind::conflict, sides));
}

void find_weapon_conflicts(const Group& group, std::vector<Disagreement>& out) {
  std::map<std::string, std::vector<WeaponSide>> by_class;
  for (const Member& m : group.members) {
    for (const Item& item : m.event->instruments) {
      if (!generic_name(item.name, item.kind)) hold_weapon(group, m, item, by_class[item.kind]);
    }
  }
  for (const auto& [kind, all] : by_class) {
    const auto sides =
        contradicting(all, [](const WeaponSide&, const WeaponSide&) { return true; });
    if (sides.size() > 1)
      out.push_back(make_disagreement(Field::instruments, DisagreementKind::conflict, sides));
  }
}

void find_actor_conflicts(const Group& group, std::vector<Disagreement>& out) {
  std::vector<ActorSide> all;
  for (const Member& m : group.members) {
    for (const Perpetrator& p : m.event->perpetrators) {
      if (stated_fact(p)) hold_actor(group, m, p.party, all);
    }
  }
  const auto sides = contradicting(all, [&](const ActorSide& a, const ActorSide& b) {
    return !related(*a.party, *b.party, *group.lexicon);
  });
  if (sides.size() > 1)
    out.push_back(make_disagreement(Field::perpetrators, DisagreementKind::conflict, sides));
}

void find_damage_conflicts(const Group& group, std::vector<Disagreement>& out) {
  std::vector<DamageSide> all;
  for (const Member& m : group.members) {
    const auto damage = m.event->damage;
    if (damage != Damage::none && damage != Damage::major) continue;
    auto side = std::ranges::find(all, *damage, &DamageSide::damage);
    if (side == all.end())
      side = all.insert(all.end(), {*damage, Side(std::string(name(*damage)))});
    side->side.hold(m);
    affirmed_claims(m, Field::damage,
                    [&](const Claim& claim) { side->side.cite(group, m, claim); });
  }
  const auto sides = contradicting(all, [](const DamageSide&, const DamageSide&) { return true; });
  if (sides.size() > 1)
    out.push_back(make_disagreement(Field::damage, DisagreementKind::conflict, sides));
}

std::vector<Disagreement> disagreements(const Group& group) {
  std::vector<Disagreement> out;
  find_denials(group, out);
  find_day_conflicts(group, out);
  find_weapon_conflicts(group, out);
  find_actor_conflicts(group, out);
  find_toll_conflicts(group, out);
  find_damage_conflicts(group, out);
  std::ranges::stable_sort(out, {},
                           [](const Disagreement& d) { return std::pair(d.field, d.kind); });
  return out;
}

}  // namespace sitrep::incidents
