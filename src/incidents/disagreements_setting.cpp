// When, where and how it ended: days, places and endings that exclude each other.
#include <algorithm>
#include <array>

#include "core/dates.h"
#include "core/text.h"
#include "incidents/compare.h"
#include "incidents/disagreements.h"
#include "incidents/kinship.h"

namespace sitrep::incidents {

namespace {

// Nearer than this two places may be a base and its town, or a town and its outskirts.
constexpr double kOtherPlaceKm = 20;

// Outlets mistake a day by one or two; who is further off tells of something else.
constexpr int64_t kMostDaysOff = 3;

struct DaySide {
  When when;
  Side side;
  std::vector<const Member*> holders;
};

bool late(PartOfDay part) { return part == PartOfDay::evening || part == PartOfDay::night; }
bool early(PartOfDay part) { return part == PartOfDay::early_morning || part == PartOfDay::night; }

// "Friday night" and "early Saturday" are one night, told from two ends or in two time zones; and a
// night is named after the day before or the day behind it.
bool meet_at_midnight(const When& a, const When& b) {
  const When& before = *a.start < *b.start ? a : b;
  const When& after = *a.start < *b.start ? b : a;
  return days_between(before.end.value_or(*before.start), *after.start) == 1 &&
         late(before.part_of_day) && early(after.part_of_day);
}

int64_t days_off(const When& a, const When& b) {
  const When& before = *a.start < *b.start ? a : b;
  const When& after = *a.start < *b.start ? b : a;
  return days_between(before.end.value_or(*before.start), *after.start);
}

bool exclude(const When& a, const When& b) {
  return !overlap(a, b) && !meet_at_midnight(a, b) && days_off(a, b) <= kMostDaysOff;
}

// The day of a burial, a statement or a death in hospital, which stands in the same sentence, is
// easily taken for that of the deed.
bool dates_something_else(const Event& event, const Claim& claim) {
  const std::string& text = claim.evidence.text;
  const auto says = [&](std::string_view word) { return contains_ignoring_case(text, word); };
  const bool in_care = says("hospital") || says("medical") || says("clinic");
  if (says("buried") || says("funeral")) return true;
  if (says("died") && (in_care || says("injuries") || says("wounds"))) return true;
  return std::ranges::any_of(event.claims, [&](const Claim& other) {
    return other.certainty == Certainty::claimed && other.evidence.start == claim.evidence.start &&
           !text.empty();
  });
}

// A day counts as a position only where words say it.
std::vector<DaySide> day_sides(const Group& group) {
  std::vector<DaySide> sides;
  for (const Member& m : group.members) {
    const When& when = m.event->when;
    if (!precise(when) || when.basis == Basis::inferred) continue;
    auto side = std::ranges::find_if(sides, [&](const DaySide& s) {
      return s.when.start == when.start && s.when.end == when.end;
    });
    if (side == sides.end()) side = sides.insert(sides.end(), {when, Side(when), {}});
    if (side->when.part_of_day == PartOfDay::none) side->when.part_of_day = when.part_of_day;
    side->side.hold(m);
    side->holders.push_back(&m);
    affirmed_claims(m, Field::when, [&](const Claim& claim) {
      const auto* said = std::get_if<When>(&claim.value);
      const bool day = said != nullptr && overlap(*said, when);
      if (day && !dates_something_else(*m.event, claim)) side->side.cite(group, m, claim);
    });
  }
  std::erase_if(sides, [](const DaySide& s) { return s.side.claims().empty(); });
  return sides;
}

bool in_one_sentence(const Coding& coding, const Evidence& a, const Evidence& b) {
  return std::ranges::any_of(coding.sentences, [&](const auto& sentence) {
    const auto holds = [&](const Evidence& e) {
      return sentence.first <= e.start && e.start < sentence.second;
    };
    return holds(a) && holds(b);
  });
}

// Who names both days in a sentence that tells of the event may mean the other one.
bool names(const Member& m, const When& when) {
  return std::ranges::any_of(m.coding->times, [&](const TimeReading& time) {
    if (!time.when || !precise(*time.when) || !overlap(*time.when, when)) return false;
    return std::ranges::any_of(m.event->triggers, [&](const Evidence& word) {
      return in_one_sentence(*m.coding, word, time.span);
    });
  });
}

bool same_thing(const Item& a, const Item& b) {
  if (!a.name.empty() && words_within(a.name, b.name)) return true;
  const auto noun = [](const Item& item) {
    const auto words = split(item.description, ' ');
    return words.empty() ? std::string() : normal(words.back());
  };
  return !noun(a).empty() && noun(a) == noun(b);
}

// One killed here and one there is a chance.
bool same_toll(const Quantity& a, const Quantity& b) {
  return a.best.value_or(0) > 1 && a.best == b.best;
}

bool some_alike(const std::vector<Item>& a, const std::vector<Item>& b) {
  return std::ranges::any_of(a, [&](const Item& x) {
    return std::ranges::any_of(b, [&](const Item& y) { return same_thing(x, y); });
  });
}

bool one_facility(const Where& a, const Where& b) {
  return a.precision == PlacePrecision::exact && b.precision == PlacePrecision::exact &&
         words_within(a.name, b.name);
}

// Two of one town and type on two days are mostly two, unless they agree in what was hit or in how
// many.
bool agree_otherwise(const Event& a, const Event& b) {
  return one_facility(a.where, b.where) || same_toll(a.killed, b.killed) ||
         same_toll(a.wounded, b.wounded) || same_toll(a.abducted, b.abducted) ||
         some_alike(a.physical_targets, b.physical_targets) ||
         std::ranges::any_of(a.human_targets, [&](const Item& person) {
           return !person.name.empty() && some_alike({person}, b.human_targets);
         });
}

bool agree_otherwise(const DaySide& a, const DaySide& b) {
  return std::ranges::any_of(a.holders, [&](const Member* one) {
    return std::ranges::any_of(b.holders, [&](const Member* other) {
      return agree_otherwise(*one->event, *other->event);
    });
  });
}

bool only_then(const DaySide& side, const When& other) {
  return std::ranges::any_of(side.holders, [&](const Member* m) { return !names(*m, other); });
}

struct PlaceSide {
  const Where* where;
  Side side;
  std::vector<const Member*> holders;
};

// "Camp Hope base" and "Camp Hope" are one, wherever the gazetteer has the second.
bool one_place(const Where& a, const Where& b) {
  return kilometres(a, b) <= kOtherPlaceKm || words_within(a.name, b.name);
}

bool says_place(const Claim& claim, const Where& where) {
  const auto* said = std::get_if<Where>(&claim.value);
  return said != nullptr && pinpointed(*said) && one_place(*said, where);
}

void hold_place(const Group& group, const Member& m, const Where& where, Side& side) {
  side.hold(m);
  affirmed_claims(m, Field::where, [&](const Claim& claim) {
    if (says_place(claim, where)) side.cite(group, m, claim);
  });
}

std::vector<PlaceSide> place_sides(const Group& group) {
  std::vector<PlaceSide> sides;
  for (const Member& m : group.members) {
    const Where& where = m.event->where;
    if (!pinpointed(where)) continue;
    auto side =
        std::ranges::find_if(sides, [&](const PlaceSide& s) { return one_place(*s.where, where); });
    if (side == sides.end()) side = sides.insert(sides.end(), {&where, Side(where), {}});
    hold_place(group, m, where, side->side);
    side->holders.push_back(&m);
  }
  std::erase_if(sides, [](const PlaceSide& s) { return s.side.claims().empty(); });
  return sides;
}

// "And not, as first reported, in Beni": names it to say that it was elsewhere.
bool rules_out(const Member& m, const Where& where) {
  return std::ranges::any_of(m.event->claims, [&](const Claim& claim) {
    return claim.field == Field::where && claim.polarity == Polarity::denied &&
           says_place(claim, where);
  });
}

// A report that names both places may mean the other one.
bool names(const Member& m, const Where& where) {
  if (rules_out(m, where)) return false;
  return std::ranges::any_of(m.coding->places, [&](const PlaceReading& place) {
    return pinpointed(place.where) && one_place(place.where, where);
  });
}

bool only_here(const PlaceSide& side, const Where& other) {
  return std::ranges::any_of(side.holders, [&](const Member* m) { return !names(*m, other); });
}

bool harmed(const Item& item) {
  return item.effect == Effect::destroyed || item.effect == Effect::damaged;
}

// 0: no damage or victims are told of, 1: some, 2: much.
int severity(const Event& e) {
  const auto destroyed = [](const Item& item) { return item.effect == Effect::destroyed; };
  if (e.damage == Damage::major || std::ranges::any_of(e.physical_targets, destroyed)) return 2;
  const bool victims = e.killed.best.value_or(0) > 0 || e.wounded.best.value_or(0) > 0;
  return victims || e.damage == Damage::minor || std::ranges::any_of(e.physical_targets, harmed);
}

// In so many words: "two drones hit the hangars". What is recalled in passing is too short for it.
bool struck(const Event& e) {
  const bool may_be_stopped = e.type == EventType::drone_attack || e.type == EventType::shelling ||
                              e.type == EventType::strike;
  if (!may_be_stopped || e.phase != Phase::news) return false;
  constexpr std::array<std::string_view, 6> kStrikes = {"hit",     "hits",   "hitting",
                                                        "strikes", "struck", "striking"};
  return !e.physical_targets.empty() && std::ranges::any_of(e.triggers, [&](const Evidence& word) {
    return std::ranges::find(kStrikes, normal(word.text)) != kStrikes.end();
  });
}

bool was_stopped(const Event& e) { return averted(e.outcome) && !struck(e); }

// "Both missiles reached their targets."
bool said_to_have_hit(const Event& e) {
  return std::ranges::any_of(e.claims, [](const Claim& claim) {
    const auto* ending = std::get_if<std::string>(&claim.value);
    return claim.field == Field::outcome && claim.polarity == Polarity::affirmed &&
           ending != nullptr && *ending == name(Outcome::completed);
  });
}

bool reached(const Event& e, int harm_when_stopped) {
  return e.outcome == Outcome::completed &&
         (severity(e) > harm_when_stopped || struck(e) || said_to_have_hit(e));
}

// Rockets foiled by a strike on their launchers: the strike that others tell of is another deed.
bool foils_another(const Group& group, const Event& e) {
  return e.outcome == Outcome::foiled && std::ranges::none_of(group.members, [&](const Member& m) {
           return m.event->outcome == Outcome::completed && m.event->type == e.type;
         });
}

int least_harm_stopped(const Group& group) {
  int least = 2;
  for (const Member& m : group.members) {
    if (was_stopped(*m.event)) least = std::min(least, severity(*m.event));
  }
  return least;
}

struct EndingSide {
  bool averted;
  Side side;
};

void cite_ending(const Group& group, const Member& m, EndingSide& ending) {
  ending.side.hold(m);
  affirmed_claims(m, Field::outcome, [&](const Claim& claim) {
    const auto* said = std::get_if<std::string>(&claim.value);
    const bool stopped = said != nullptr && *said != name(Outcome::completed);
    if (said != nullptr && stopped == ending.averted) ending.side.cite(group, m, claim);
  });
  if (ending.averted || was_stopped(*m.event)) return;
  for (const Field field : {Field::damage, Field::physical_targets, Field::killed}) {
    affirmed_claims(m, field, [&](const Claim& claim) { ending.side.cite(group, m, claim); });
  }
}

// Names a side by the ending that it holds.
void hold_ending(const Group& group, const Member& m, bool stopped, std::vector<EndingSide>& all) {
  const Outcome ending = stopped ? m.event->outcome : Outcome::completed;
  auto side = std::ranges::find(all, stopped, &EndingSide::averted);
  if (side == all.end()) side = all.insert(all.end(), {stopped, Side(std::string(name(ending)))});
  cite_ending(group, m, *side);
}

struct DamageSide {
  Damage damage;
  Side side;
};

}  // namespace

void find_day_conflicts(const Group& group, std::vector<Disagreement>& out) {
  const auto sides = contradicting(day_sides(group), [](const DaySide& a, const DaySide& b) {
    return exclude(a.when, b.when) && only_then(a, b.when) && only_then(b, a.when) &&
           agree_otherwise(a, b);
  });
  if (sides.size() > 1)
    out.push_back(make_disagreement(Field::when, DisagreementKind::conflict, sides));
}

// Who names both places holds neither.
void find_place_conflicts(const Group& group, std::vector<Disagreement>& out) {
  const auto all = place_sides(group);
  std::vector<Side> sides;
  for (const PlaceSide& one : all) {
    const auto rival = [&](const PlaceSide& other) {
      return !one_place(*one.where, *other.where) && only_here(one, *other.where) &&
             only_here(other, *one.where) && apart(one.side, other.side);
    };
    if (std::ranges::none_of(all, rival)) continue;
    Side side{*one.where};
    for (const Member* m : one.holders) {
      const auto named = [&](const PlaceSide& other) {
        return rival(other) && names(*m, *other.where);
      };
      if (std::ranges::none_of(all, named)) hold_place(group, *m, *one.where, side);
    }
    sides.push_back(std::move(side));
  }
  if (sides.size() > 1)
    out.push_back(make_disagreement(Field::where, DisagreementKind::conflict, sides));
}

// Shot down by one account; by another it hit its target, did damage or had victims, or more of
// them. Who tells of the attack alone says less; who tells of both, of some shot down and some that
// hit, holds neither. Who passes on that others say it hit is heard for them, where somebody holds
// that it was shot down.
void find_outcome_conflicts(const Group& group, std::vector<Disagreement>& out) {
  const int least = least_harm_stopped(group);
  std::vector<EndingSide> all;
  std::vector<const Member*> both;
  for (const Member& m : group.members) {
    const bool stopped = was_stopped(*m.event) && severity(*m.event) == least;
    if (!stopped && !reached(*m.event, least)) continue;
    if (foils_another(group, *m.event)) continue;
    if (stopped && said_to_have_hit(*m.event)) {
      both.push_back(&m);
    } else {
      hold_ending(group, m, stopped, all);
    }
  }
  const auto holds = [&](bool stopped) {
    return std::ranges::find(all, stopped, &EndingSide::averted) != all.end();
  };
  const bool passed_on = !holds(false) && holds(true);
  for (const Member* m : both) hold_ending(group, *m, !passed_on, all);
  const auto sides = contradicting(all, [](const EndingSide&, const EndingSide&) { return true; });
  if (sides.size() > 1)
    out.push_back(make_disagreement(Field::outcome, DisagreementKind::conflict, sides));
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

}  // namespace sitrep::incidents
