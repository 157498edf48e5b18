// One says that it was so, another that it was not.
#include <algorithm>
#include <array>

#include "core/text.h"
#include "incidents/disagreements.h"
#include "incidents/kinship.h"

namespace sitrep::incidents {

namespace {

bool valued(const Claim& claim) { return !std::holds_alternative<std::monostate>(claim.value); }

bool same_weapon(const Item& a, const Item& b) {
  if (generic_name(a.name, a.kind) || generic_name(b.name, b.kind)) {
    return !a.kind.empty() && (a.kind == b.kind || reach(a.kind) == reach(b.kind));
  }
  return words_within(a.name, b.name);
}

// "Columna Movil Jaime Martinez", as its own report is signed, and "the Jaime Martinez column".
bool share_name(const Party& a, const Party& b) {
  if (a.kind != PartyKind::unknown && b.kind != PartyKind::unknown) return false;
  const auto words = party_key(a).words, others = party_key(b).words;
  return std::ranges::count_if(
             words, [&](Key word) { return std::ranges::find(others, word) != others.end(); }) > 1;
}

bool same_denier(const Party& a, const Party& b) { return same_party(a, b) || share_name(a, b); }

bool same_value(const ClaimValue& a, const ClaimValue& b) {
  if (a.index() != b.index()) return false;
  if (const auto* text = std::get_if<std::string>(&a)) return *text == std::get<std::string>(b);
  if (const auto* party = std::get_if<Party>(&a)) return same_denier(*party, std::get<Party>(b));
  if (const auto* item = std::get_if<Item>(&a)) return same_weapon(*item, std::get<Item>(b));
  if (const auto* toll = std::get_if<Quantity>(&a))
    return toll->best && toll->best == std::get<Quantity>(b).best;
  return false;
}

bool has_toll(const Quantity& toll, const ClaimValue& value) {
  const auto* said = std::get_if<Quantity>(&value);
  return said != nullptr && said->best && toll.best == said->best;
}

// "Denied having bombed the market", of an air strike: such words leave the means open.
bool covers(const std::string& denied, std::string_view told) {
  constexpr std::array kOpen = {EventType::bombing, EventType::strike};
  constexpr std::array kBlasts = {EventType::air_strike, EventType::shelling,
                                  EventType::drone_attack, EventType::bombing, EventType::strike};
  const auto among = [](const auto& types, std::string_view type) {
    return std::ranges::any_of(types, [&](EventType t) { return name(t) == type; });
  };
  return denied == told || (among(kOpen, denied) && among(kBlasts, told));
}

// Does the event, taken whole, hold what the value says?
bool holds(const Event& event, Field field, const ClaimValue& value) {
  switch (field) {
    case Field::type:
      return std::holds_alternative<std::string>(value) &&
             covers(std::get<std::string>(value), name(event.type));
    case Field::outcome:
      return std::holds_alternative<std::string>(value) &&
             std::get<std::string>(value) == name(event.outcome);
    case Field::instruments: {
      const auto* item = std::get_if<Item>(&value);
      if (item == nullptr) return false;
      if (reach(item->kind) == Reach::air && event.type == EventType::air_strike) return true;
      return std::ranges::any_of(event.instruments,
                                 [&](const Item& i) { return same_weapon(i, *item); });
    }
    case Field::perpetrators: {
      const auto* party = std::get_if<Party>(&value);
      return party != nullptr && std::ranges::any_of(event.perpetrators, [&](const Perpetrator& p) {
               return p.status != Status::denied && same_denier(p.party, *party);
             });
    }
    case Field::killed:
      return has_toll(event.killed, value);
    case Field::wounded:
      return has_toll(event.wounded, value);
    case Field::abducted:
      return has_toll(event.abducted, value);
    default:
      return false;
  }
}

bool deniable(Field f) {
  return f == Field::type || f == Field::outcome || f == Field::instruments ||
         f == Field::perpetrators || f == Field::killed || f == Field::wounded ||
         f == Field::abducted;
}

// "Denied that a third man had died": says nothing against the first two.
bool one_more(const ClaimValue& value) {
  const auto* toll = std::get_if<Quantity>(&value);
  if (toll == nullptr) return false;
  constexpr std::array<std::string_view, 7> kMore = {"second", "third",   "fourth", "fifth",
                                                     "sixth",  "further", "another"};
  return std::ranges::any_of(split(toll->text, ' '), [&](std::string_view word) {
    return std::ranges::find(kMore, normal(word)) != kMore.end();
  });
}

// "Denied that a third man died after the shootings": the shootings are not denied.
bool beside_one_more(const Event& event, const Claim& claim) {
  return claim.field == Field::type && std::ranges::any_of(event.claims, [&](const Claim& other) {
           return other.polarity == Polarity::denied && one_more(other.value) &&
                  other.evidence.start == claim.evidence.start &&
                  other.evidence.end == claim.evidence.end;
         });
}

// "Denied that its men had killed the foreman": that he is dead is not denied.
bool beside_doer(const Event& event, const Claim& claim) {
  if (!std::holds_alternative<Quantity>(claim.value)) return false;
  return std::ranges::any_of(event.claims, [&](const Claim& other) {
    return other.field == Field::perpetrators && other.polarity == Polarity::denied &&
           valued(other) && other.evidence.start == claim.evidence.start &&
           other.evidence.end == claim.evidence.end;
  });
}

std::string speaker_of(const Claim& claim) {
  return claim.speaker ? normal(claim.speaker->party.name) : std::string();
}

class Denial {
 public:
  Denial(const Group& group, const Claim& claim)
      : group_(group),
        field_(claim.field),
        value_(claim.value),
        yes_(claim.value),
        no_(std::monostate{}) {}

  bool about(const Claim& claim) const {
    return claim.field == field_ && same_value(value_, claim.value);
  }

  // Takes each member's word; a member that only denies does not affirm by what its record holds.
  void hear(const Group& whole) {
    for (const Member& m : group_.members) hear(m);
    for (const Member& m : whole.members) {
      if (!among(group_, m)) hear_denied(m);
    }
  }

  void report(std::vector<Disagreement>& out) const {
    const bool one_voice =
        yes_.sources() == no_.sources() && yes_.sources().size() == 1 && !two_speakers_;
    // Of a type, an event must have it: a word in passing is no position.
    if (yes_.reports().empty() || one_voice || (field_ == Field::type && !held_)) return;
    // That one passes on a number and its denial is told by the denial's side alone.
    const bool of_toll = std::holds_alternative<Quantity>(value_);
    if (of_toll && std::ranges::includes(no_.reports(), yes_.reports())) return;
    // Who tells of both, where others tell of one, is heard for the answer.
    Side yes = yes_;
    if (!std::ranges::includes(both_, yes_.reports())) yes.release(both_);
    out.push_back(make_disagreement(field_, DisagreementKind::denial, {yes, no_}));
  }

 private:
  static bool among(const Group& group, const Member& m) {
    return std::ranges::find(group.members, m.event, &Member::event) != group.members.end();
  }

  // Of the aftermath: it denies, but tells of no such deed.
  void hear_denied(const Member& m) {
    for (const Claim& claim : m.event->claims) {
      if (claim.polarity == Polarity::denied && about(claim)) no_.cite(group_, m, claim);
    }
  }

  void hear(const Member& m) {
    bool denied = false;
    bool affirmed = false;
    for (const Claim& claim : m.event->claims) {
      if (!about(claim)) continue;
      const bool no = claim.polarity == Polarity::denied;
      (no ? no_ : yes_).cite(group_, m, claim);
      (no ? denied : affirmed) = true;
      (no ? no_speakers_ : yes_speakers_).insert(speaker_of(claim));
    }
    if (denied && affirmed) both_.insert(m.report());
    two_speakers_ |= denied && affirmed && yes_speakers_ != no_speakers_;
    const bool held = !denied && holds(*m.event, field_, value_);
    if (held) yes_.hold(m);
    held_ |= held;
  }

  const Group& group_;
  Field field_;
  ClaimValue value_;
  Side yes_;
  Side no_;
  std::set<std::string> yes_speakers_;
  std::set<std::string> no_speakers_;
  std::set<std::string> both_;  // reports that tell of both
  bool two_speakers_ = false;
  bool held_ = false;  // some event, taken whole, holds the value
};

}  // namespace

void find_denials(const Group& group, const Group& whole, std::vector<Disagreement>& out) {
  std::vector<Denial> denials;
  for (const Member& m : whole.members) {
    for (const Claim& claim : m.event->claims) {
      if (claim.polarity != Polarity::denied || !deniable(claim.field) || !valued(claim)) continue;
      if (one_more(claim.value) || beside_one_more(*m.event, claim)) continue;
      if (beside_doer(*m.event, claim)) continue;
      if (claim.certainty == Certainty::claimed) continue;  // "has not claimed it" denies nothing
      const auto known = [&](const Denial& d) { return d.about(claim); };
      if (std::ranges::none_of(denials, known)) denials.emplace_back(group, claim);
    }
  }
  for (Denial& denial : denials) {
    denial.hear(whole);
    denial.report(out);
  }
}

}  // namespace sitrep::incidents
