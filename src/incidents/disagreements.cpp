#include "incidents/disagreements.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/text.h"
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

void Side::release(const std::set<std::string>& reports) {
  std::erase_if(reports_, [&](const std::string& r) { return reports.contains(r); });
}

Position Side::position() const {
  return {.value = value_, .reports = {reports_.begin(), reports_.end()}, .claims = claims_};
}

Disagreement make_disagreement(Field field, DisagreementKind kind, const std::vector<Side>& sides) {
  Disagreement out{.field = field, .kind = kind, .positions = {}};
  for (const Side& side : sides) out.positions.push_back(side.position());
  return out;
}

bool each_has_its_own(const Side& a, const Side& b) {
  return !std::ranges::includes(a.sources(), b.sources()) &&
         !std::ranges::includes(b.sources(), a.sources());
}

bool apart(const Side& a, const Side& b) {
  return std::ranges::none_of(a.sources(), [&](uint32_t s) { return b.sources().contains(s); });
}

namespace {

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

// From afar or planted on the spot: no witness takes the one for the other and is right.
enum class Means : uint8_t { afar, planted };

std::optional<Means> means_of(const Item& item) {
  switch (reach(item.kind)) {
    case Reach::indirect:
    case Reach::drone:
    case Reach::air:
      return Means::afar;
    case Reach::planted:
      return item.kind == "aerial_bomb" || generic_class(item.kind) ? std::nullopt
                                                                    : std::optional(Means::planted);
    default:
      return std::nullopt;
  }
}

struct MeansSide {
  Means means;
  Side side;
};

void hold_means(const Group& group, const Member& m, const Item& item,
                std::vector<MeansSide>& sides) {
  const Means means = *means_of(item);
  auto side = std::ranges::find(sides, means, &MeansSide::means);
  if (side == sides.end()) side = sides.insert(sides.end(), {means, Side(item)});
  side->side.hold(m);
  affirmed_claims(m, Field::instruments, [&](const Claim& claim) {
    const auto* said = std::get_if<Item>(&claim.value);
    if (said != nullptr && means_of(*said) == means) side->side.cite(group, m, claim);
  });
}

struct ActorSide {
  const Party* party;
  bool claimed;    // by itself
  bool in_person;  // not only one of a camp
  bool individual;
  Side side;
};

// "33rd".
bool is_ordinal(std::string_view word) {
  const auto letters = std::ranges::find_if_not(word, is_digit);
  const std::string_view ending(letters, word.end());
  constexpr std::array<std::string_view, 4> kEndings = {"st", "nd", "rd", "th"};
  return letters != word.begin() && std::ranges::find(kEndings, ending) != kEndings.end();
}

// "PDF" of "PDF fighters", where not all words are in capitals.
bool is_acronym(std::string_view word, std::string_view name) {
  return word.size() > 1 && std::ranges::all_of(word, is_upper) &&
         std::ranges::any_of(name, is_lower);
}

// A name, not what somebody is: "its forces", "Armed men" are none, "33rd battalion" and "PDF
// fighters" are.
bool is_name(std::string_view name) {
  const auto words = split(name, ' ');
  const bool borrowed = !words.empty() && (words[0] == "its" || words[0] == "his" ||
                                           words[0] == "their" || words[0] == "our");
  if (borrowed || words.empty()) return false;
  if (words.size() > 1 && (is_ordinal(words[0]) || is_acronym(words[0], name))) return true;
  return std::ranges::any_of(words.begin() + 1, words.end(),
                             [](std::string_view w) { return !w.empty() && is_upper(w[0]); });
}

// Somebody in particular: in the dictionary, of a nation, or a name.
bool held_responsible(const Perpetrator& p) {
  const Party& party = p.party;
  const bool somebody = !party.actor_id.empty() || !party.nation.empty() || is_name(party.name);
  return somebody && p.status != Status::denied;
}

bool is_state(const Party& party) {
  return party.kind == PartyKind::state || party.kind == PartyKind::state_forces ||
         party.kind == PartyKind::international;
}

bool is_armed_group(const Party& party) {
  return party.kind == PartyKind::rebel || party.kind == PartyKind::militia ||
         party.kind == PartyKind::armed_group;
}

// "The air force", "a mortar battalion": part of some army, and the words do not say of whose.
bool of_some_army(const Party& party) {
  constexpr std::array<std::string_view, 7> kParts = {
      "force", "battalion", "brigade", "regiment", "division", "unit", "squadron"};
  constexpr std::array<std::string_view, 4> kOwners = {"government", "regime", "state", "army"};
  const std::string name = normal(party.name);
  const auto words = split(name, ' ');
  const auto among = [](const auto& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
  };
  const bool owned = party.name.find('\'') != std::string::npos ||
                     std::ranges::any_of(words, [&](auto word) { return among(kOwners, word); });
  return !words.empty() && !owned && among(kParts, words.back());
}

// Nobody in particular, but of one of the two camps: "government forces", "terrorist groups".
bool of_a_camp(const Perpetrator& p) {
  const bool forces = p.party.kind == PartyKind::state_forces && !of_some_army(p.party);
  return p.status != Status::denied && (forces || is_armed_group(p.party));
}

bool of_two_camps(const Party& a, const Party& b) {
  return (is_state(a) && is_armed_group(b)) || (is_armed_group(a) && is_state(b));
}

// Two groups by their names are two, though of one country.
bool could_be_one(const Party& a, const Party& b, const knowledge::Lexicon& lexicon) {
  const auto group = [](const Party& p) {
    return is_armed_group(p) && (!p.actor_id.empty() || is_name(p.name));
  };
  return group(a) && group(b) ? allied(a, b, lexicon) : related(a, b, lexicon);
}

// What only one side can have done: elsewhere guards and soldiers shoot back.
bool one_sided(EventType type) {
  return type == EventType::shelling || type == EventType::air_strike ||
         type == EventType::strike || type == EventType::bombing ||
         type == EventType::chemical_attack;
}

bool struck(const Item& item, const Party& party) {
  if (item.effect == Effect::none) return false;
  const bool foes = item.kind == "fighter" && is_state(party);  // a nation's rebels are not its own
  const bool named = !party.name.empty() &&
                     words_within(item.name.empty() ? item.description : item.name, party.name);
  return named ||
         (!foes && !party.nation.empty() && item.nation == party.nation && is_state(party));
}

// A report may tell of the same party as a victim: then another's word that it fired is more likely
// a slip of reading than an accusation.
bool is_victim(const Group& group, const Party& party) {
  const auto blamed_by = [&](const Member& m) {
    return std::ranges::any_of(m.event->perpetrators, [&](const Perpetrator& p) {
      return held_responsible(p) && same_party(p.party, party);
    });
  };
  return std::ranges::any_of(group.members, [&](const Member& m) {
    if (blamed_by(m)) return false;
    const auto hit = [&](const Item& item) { return struck(item, party); };
    return std::ranges::any_of(m.event->human_targets, hit) ||
           std::ranges::any_of(m.event->physical_targets, hit);
  });
}

// Who says that somebody did it.
struct Accusation {
  const Party* by;
  const Party* whom;
};

std::vector<Accusation> accusations(const Group& group) {
  std::vector<Accusation> out;
  for (const Member& m : group.members) {
    affirmed_claims(m, Field::perpetrators, [&](const Claim& claim) {
      const auto* whom = std::get_if<Party>(&claim.value);
      if (whom != nullptr && claim.speaker && claim.certainty != Certainty::claimed)
        out.push_back({&claim.speaker->party, whom});
    });
  }
  return out;
}

// "The border guards of Aria say that Boria's fired first", and Boria's that Aria's did: each
// account has one culprit, whatever both sides did and suffered.
class MutualBlame {
 public:
  explicit MutualBlame(const Group& group) : lexicon_(*group.lexicon), said_(accusations(group)) {}

  bool between(const Party& a, const Party& b) const { return blames(a, b) && blames(b, a); }
  bool involves(const Party& party) const {
    return std::ranges::any_of(said_, [&](const Accusation& a) {
      return same_party(*a.whom, party) && between(party, *a.by);
    });
  }

 private:
  bool blames(const Party& by, const Party& whom) const {
    return !related(by, whom, lexicon_) && std::ranges::any_of(said_, [&](const Accusation& a) {
      return related(*a.by, by, lexicon_) && related(*a.whom, whom, lexicon_);
    });
  }

  const knowledge::Lexicon& lexicon_;
  std::vector<Accusation> said_;
};

struct Blame {
  const Perpetrator* perpetrator;
  const Member* member;
};

void hold_actor(const Group& group, const Blame& blame, std::vector<ActorSide>& sides) {
  const Member& m = *blame.member;
  const Party& party = blame.perpetrator->party;
  auto side =
      std::ranges::find_if(sides, [&](const ActorSide& s) { return same_party(*s.party, party); });
  if (side == sides.end())
    side = sides.insert(sides.end(), {&party, false, held_responsible(*blame.perpetrator),
                                      blame.perpetrator->individual, Side(party)});
  side->claimed |= blame.perpetrator->status == Status::claimed;
  side->side.hold(m);
  affirmed_claims(m, Field::perpetrators, [&](const Claim& claim) {
    const auto* said = std::get_if<Party>(&claim.value);
    if (said != nullptr && same_party(*said, party)) side->side.cite(group, m, claim);
  });
}

// Who passes on both of two accounts holds neither, where others hold one.
void release_undecided(std::vector<Side>& sides) {
  std::map<std::string, size_t> held;
  for (const Side& side : sides) {
    for (const std::string& report : side.reports()) ++held[report];
  }
  for (Side& side : sides) {
    std::set<std::string> both;
    for (const std::string& report : side.reports()) {
      if (held[report] > 1) both.insert(report);
    }
    if (both.size() < side.reports().size()) side.release(both);
  }
}

}  // namespace

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

// Rockets by one account, a car bomb by another. In a fight there may be both.
void find_means_conflicts(const Group& group, std::vector<Disagreement>& out) {
  if (merged_type(group) == EventType::battle) return;
  std::vector<MeansSide> all;
  for (const Member& m : group.members) {
    for (const Item& item : m.event->instruments) {
      if (means_of(item)) hold_means(group, m, item, all);
    }
  }
  const auto sides = contradicting(all, [](const MeansSide&, const MeansSide&) { return true; });
  if (sides.size() > 1)
    out.push_back(make_disagreement(Field::instruments, DisagreementKind::conflict, sides));
}

// In a fight both sides do it; there only two claims of it, or blame for it, exclude each other.
void find_actor_conflicts(const Group& group, std::vector<Disagreement>& out) {
  const EventType type = merged_type(group);
  const bool fight = type == EventType::battle;
  const MutualBlame mutual(group);
  std::vector<ActorSide> all;
  for (const Member& m : group.members) {
    for (const Perpetrator& p : m.event->perpetrators) {
      const bool both_may = fight && p.status == Status::reported;
      const bool blamed = held_responsible(p) || (one_sided(type) && of_a_camp(p));
      const bool one_did = !both_may && !is_victim(group, p.party);
      if (blamed && (one_did || mutual.involves(p.party))) hold_actor(group, {&p, &m}, all);
    }
  }
  std::vector<Side> sides;
  for (const ActorSide& one : all) {
    const auto rival = [&](const ActorSide& other) {
      const bool both_claim = one.claimed && other.claimed;
      const bool kin = both_claim ? could_be_one(*one.party, *other.party, *group.lexicon)
                                  : related(*one.party, *other.party, *group.lexicon);
      if (&other == &one || kin) return false;
      // a named man may be of the named group
      const bool named = one.in_person && other.in_person && one.individual == other.individual;
      if (!named && !of_two_camps(*one.party, *other.party)) return false;
      return both_claim || mutual.between(*one.party, *other.party) ||
             each_has_its_own(one.side, other.side);
    };
    if (std::ranges::any_of(all, rival)) sides.push_back(one.side);
  }
  if (sides.size() < 2) return;
  release_undecided(sides);
  out.push_back(make_disagreement(Field::perpetrators, DisagreementKind::conflict, sides));
}

std::vector<Disagreement> disagreements(const Group& group, const Group& whole) {
  std::vector<Disagreement> out;
  find_denials(group, whole, out);
  find_day_conflicts(group, out);
  find_place_conflicts(group, out);
  find_outcome_conflicts(group, out);
  find_weapon_conflicts(group, out);
  find_means_conflicts(group, out);
  find_actor_conflicts(group, out);
  find_toll_conflicts(group, out);
  find_damage_conflicts(group, out);
  std::ranges::stable_sort(out, {},
                           [](const Disagreement& d) { return std::pair(d.field, d.kind); });
  return out;
}

}  // namespace sitrep::incidents
