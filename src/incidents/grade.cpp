#include "incidents/grade.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/text.h"
#include "incidents/kinship.h"

namespace sitrep::incidents {

namespace {

using Sources = std::set<uint32_t>;

constexpr size_t kMostNamed = 3;

std::string counted_sources(size_t n) {
  constexpr std::array<std::string_view, 10> kWords = {"no",   "one", "two",   "three", "four",
                                                       "five", "six", "seven", "eight", "nine"};
  const std::string number = n < kWords.size() ? std::string(kWords[n]) : std::to_string(n);
  return fmt::format("{} independent source{}", number, n == 1 ? "" : "s");
}

std::string listed(const std::vector<std::string>& names) {
  const size_t shown = std::min(names.size(), kMostNamed);
  std::string out = fmt::format("{}", fmt::join(names.begin(), names.begin() + shown, ", "));
  return shown < names.size() ? out + " and others" : out;
}

bool unsure(Certainty c) {
  return c == Certainty::unverified || c == Certainty::possible || c == Certainty::suspected;
}

bool is_authority(const Claim& claim) {
  if (claim.polarity != Polarity::affirmed || !claim.speaker || unsure(claim.certainty))
    return false;
  const PartyKind kind = claim.speaker->party.kind;
  return kind == PartyKind::state || kind == PartyKind::state_forces ||
         kind == PartyKind::international;
}

// --- the whole record

// Sources by what they say of whether it happened at all. Who denies one means of it ("no aircraft
// took part") and tells of the incident all the same affirms it.
struct Standing {
  Sources affirm;
  Sources deny;
  Sources sure;  // of `affirm`, those without reserve
  std::string authority;
};

void hear(const Member& m, Standing& standing) {
  bool affirmed = false;
  bool denied = false;
  bool sure = false;
  for (const Claim& claim : m.event->claims) {
    if (claim.field != Field::type && claim.field != Field::outcome) continue;
    const bool no = claim.polarity == Polarity::denied;
    (no ? denied : affirmed) = true;
    sure |= !no && !unsure(claim.certainty);
    if (standing.authority.empty() && is_authority(claim))
      standing.authority = claim.speaker->party.name;
  }
  if (denied && !affirmed) standing.deny.insert(m.source);
  if (!affirmed) return;
  standing.affirm.insert(m.source);
  if (sure) standing.sure.insert(m.source);
}

bool accepted(const Incident& incident) {
  return std::ranges::any_of(incident.perpetrators, [](const IncidentPerpetrator& p) {
    return p.status == Status::claimed;
  });
}

bool outcome_disputed(const Incident& incident) {
  return std::ranges::any_of(incident.disagreements, [](const Disagreement& d) {
    return d.field == Field::outcome && d.kind != DisagreementKind::update;
  });
}

std::vector<std::string> names_of(const Group& group) {
  std::vector<std::string> names;
  for (const IndependentSource& voice : group.voices) {
    if (!voice.name.empty()) names.push_back(voice.name);
  }
  return names;
}

std::string sources_reason(const Group& group) {
  const auto names = names_of(group);
  const std::string count = counted_sources(group.sources);
  return names.empty() ? count : fmt::format("{}: {}", count, listed(names));
}

Grade standing_grade(const Group& group, const Incident& incident, const Standing& standing) {
  if (!standing.deny.empty())
    return standing.deny.size() >= standing.sure.size() ? Grade::discounted : Grade::contested;
  if (outcome_disputed(incident)) return Grade::contested;
  if (group.sources < 2 || standing.sure.empty()) return Grade::weak;
  return accepted(incident) || !standing.authority.empty() ? Grade::confirmed : Grade::fair;
}

Assessment record_grade(const Group& group, const Incident& incident) {
  Standing standing;
  for (const Member& m : group.members) hear(m, standing);
  Assessment out;
  out.grade = standing_grade(group, incident, standing);
  out.reasons.push_back(sources_reason(group));
  if (!standing.deny.empty())
    out.reasons.push_back(fmt::format("{} den{} that it happened",
                                      counted_sources(standing.deny.size()),
                                      standing.deny.size() == 1 ? "ies" : "y"));
  if (outcome_disputed(incident)) out.reasons.emplace_back("how it ended is in dispute");
  if (!standing.affirm.empty() && standing.sure.empty())
    out.reasons.emplace_back("all who tell of it do so with reserve");
  if (accepted(incident)) out.reasons.emplace_back("responsibility for it was accepted");
  if (!standing.authority.empty())
    out.reasons.push_back(fmt::format("on the word of {}", standing.authority));
  return out;
}

// --- who did it

struct Charge {
  const IncidentPerpetrator* party;
  Sources named_by;
  Sources denied_by;
  bool own_denial = false;
};

void hear(const Member& m, Charge& charge) {
  const auto same = [&](const Party& p) { return same_party(p, charge.party->party); };
  for (const Perpetrator& p : m.event->perpetrators) {
    if (p.status != Status::denied && same(p.party)) charge.named_by.insert(m.source);
  }
  for (const Claim& claim : m.event->claims) {
    const auto* party = std::get_if<Party>(&claim.value);
    const bool denial = claim.field == Field::perpetrators && party != nullptr &&
                        claim.polarity == Polarity::denied && same(*party);
    if (!denial) continue;
    charge.denied_by.insert(m.source);
    charge.own_denial |= claim.speaker && same_party(claim.speaker->party, charge.party->party);
  }
}

std::vector<Charge> charges_of(const Group& group, const Incident& incident) {
  std::vector<Charge> charges;
  for (const IncidentPerpetrator& p : incident.perpetrators) {
    Charge charge{&p, {}, {}, false};
    for (const Member& m : group.members) hear(m, charge);
    charges.push_back(std::move(charge));
  }
  return charges;
}

bool stands(const Charge& c) { return c.party->status != Status::denied; }

// Two parties that cannot both be meant.
bool competing(const std::vector<Charge>& charges, const knowledge::Lexicon& lexicon) {
  for (const Charge& a : charges) {
    for (const Charge& b : charges) {
      if (&a == &b || !stands(a) || !stands(b)) continue;
      const bool known = !a.party->party.actor_id.empty() && !b.party->party.actor_id.empty();
      if (known && !related(a.party->party, b.party->party, lexicon)) return true;
    }
  }
  return false;
}

Grade charge_grade(const std::vector<Charge>& charges, const knowledge::Lexicon& lexicon) {
  const auto any = [&](auto&& is) { return std::ranges::any_of(charges, is); };
  if (!any(stands)) return Grade::discounted;
  if (competing(charges, lexicon)) return Grade::contested;
  if (any([](const Charge& c) { return c.party->status == Status::claimed; }))
    return any([](const Charge& c) { return !c.denied_by.empty(); }) ? Grade::contested
                                                                     : Grade::confirmed;
  if (any([](const Charge& c) { return !c.denied_by.empty(); })) return Grade::contested;
  const bool backed = any([](const Charge& c) { return stands(c) && c.named_by.size() > 1; });
  return backed ? Grade::fair : Grade::weak;
}

std::string charge_reason(const Charge& c) {
  const std::string& name = c.party->party.name;
  if (c.party->status == Status::claimed) return fmt::format("{} accepted responsibility", name);
  if (c.party->status == Status::denied) return fmt::format("it was denied that {} did it", name);
  return fmt::format(
      "{} is {} by {}", name,
      c.party->status == Status::reported ? "named" : ::sitrep::name(c.party->status),
      counted_sources(std::max<size_t>(c.named_by.size(), 1)));
}

// "asked, the ministry would not say", "no group has claimed it".
void add_silences(const Group& group, std::vector<std::string>& reasons) {
  for (const Member& m : group.members) {
    for (const Claim& claim : m.event->claims) {
      const bool silent =
          claim.field == Field::perpetrators && std::holds_alternative<std::monostate>(claim.value);
      if (!silent) continue;
      const std::string who = claim.speaker ? claim.speaker->party.name : std::string();
      std::string reason = claim.polarity == Polarity::denied ? "no group has claimed it"
                           : who.empty() ? "those asked would not say who did it"
                                         : fmt::format("{} would not say who did it", who);
      if (std::ranges::find(reasons, reason) == reasons.end()) reasons.push_back(std::move(reason));
    }
  }
}

Assessment attribution_grade(const Group& group, const Incident& incident) {
  Assessment out;
  const auto charges = charges_of(group, incident);
  if (charges.empty()) {
    out.reasons.emplace_back("nobody is named as responsible");
  } else {
    out.grade = charge_grade(charges, *group.lexicon);
  }
  for (const Charge& charge : charges) {
    out.reasons.push_back(charge_reason(charge));
    if (charge.own_denial) {
      out.reasons.push_back(fmt::format("{} denied it", charge.party->party.name));
    } else if (!charge.denied_by.empty() && stands(charge)) {
      out.reasons.push_back(fmt::format("a part of {} in it was denied", charge.party->party.name));
    }
  }
  if (competing(charges, *group.lexicon)) out.reasons.emplace_back("more than one party is named");
  add_silences(group, out.reasons);
  return out;
}

}  // namespace

Grades grades(const Group& group, const Incident& incident) {
  return {record_grade(group, incident), attribution_grade(group, incident)};
}

}  // namespace sitrep::incidents
