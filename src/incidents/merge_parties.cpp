// Who did it, how firmly, and on whose word.
#include <algorithm>

#include "core/text.h"
#include "incidents/group.h"
#include "incidents/kinship.h"
#include "incidents/rules.h"

namespace sitrep::incidents {

namespace {

struct Accusation {
  const Perpetrator* perpetrator;
  const Member* member;
};

using Suspect = std::vector<Accusation>;  // all that is said of one party

std::vector<Accusation> accusations_of(const Group& group) {
  std::vector<Accusation> all;
  for (const Member& m : group.members) {
    for (const Perpetrator& p : m.event->perpetrators) all.push_back({&p, &m});
  }
  // Those in the actor dictionary first, then those of a known nation: vaguer names join them.
  std::ranges::stable_sort(all, std::greater{}, [](const Accusation& a) {
    return std::pair(!a.perpetrator->party.actor_id.empty(), !a.perpetrator->party.nation.empty());
  });
  return all;
}

std::vector<Suspect> suspects_of(const Group& group) {
  std::vector<Suspect> suspects;
  for (const Accusation& a : accusations_of(group)) {
    const auto fits = [&](const Suspect& s) {
      return same_party(s.front().perpetrator->party, a.perpetrator->party);
    };
    const auto suspect = std::ranges::find_if(suspects, fits);
    if (suspect != suspects.end()) {
      suspect->push_back(a);
    } else {
      suspects.push_back({a});
    }
  }
  return suspects;
}

// A claim of responsibility stands above all; what most report as fact is a fact; else the firmest
// word.
Status status_of(const Suspect& suspect) {
  Votes<Status> votes;
  for (const Accusation& a : suspect) votes.add(a.perpetrator->status, a.member->source);
  if (votes.sources(Status::claimed) > 0) return Status::claimed;
  const size_t hedged = std::max({votes.sources(Status::accused), votes.sources(Status::suspected),
                                  votes.sources(Status::possible)});
  if (votes.sources(Status::reported) > 0 && votes.sources(Status::reported) >= hedged)
    return Status::reported;
  for (const Status s : {Status::accused, Status::suspected, Status::possible, Status::reported}) {
    if (votes.sources(s) > 0) return s;
  }
  return Status::denied;
}

Party name_of(const Suspect& suspect) {
  Votes<std::string> votes;
  for (const Accusation& a : suspect) votes.add(a.perpetrator->party.name, a.member->source);
  const Accusation* best = &suspect.front();
  for (const Accusation& a : suspect) {
    if (votes.total(a.perpetrator->party.name) > votes.total(best->perpetrator->party.name))
      best = &a;
  }
  Party party = best->perpetrator->party;
  for (const Accusation& a : suspect) {
    const Party& other = a.perpetrator->party;
    if (party.actor_id.empty()) party.actor_id = other.actor_id;
    if (party.kind == PartyKind::unknown) party.kind = other.kind;
    if (party.nation.empty()) party.nation = other.nation;
  }
  return party;
}

void add_speaker(std::vector<std::string>& by, const Claim& claim) {
  if (!claim.speaker || claim.polarity == Polarity::denied) return;
  const std::string& speaker = claim.speaker->party.name;
  const auto same = [&](const std::string& known) { return normal(known) == normal(speaker); };
  if (!speaker.empty() && std::ranges::none_of(by, same)) by.push_back(speaker);
}

std::vector<std::string> speakers_of(const Group& group, const Suspect& suspect) {
  std::vector<std::string> by;
  for (const Member& m : group.members) {
    for (const Claim& claim : m.event->claims) {
      const auto* party = std::get_if<Party>(&claim.value);
      if (claim.field != Field::perpetrators || party == nullptr) continue;
      const auto meant = [&](const Accusation& a) {
        return same_party(a.perpetrator->party, *party);
      };
      if (std::ranges::any_of(suspect, meant)) add_speaker(by, claim);
    }
  }
  return by;
}

size_t sources_of(const Suspect& suspect) {
  std::set<uint32_t> sources;
  for (const Accusation& a : suspect) sources.insert(a.member->source);
  return sources.size();
}

// By the conservative rule two sources must name a party, or itself.
bool vouched_for(const Group& group, const Suspect& suspect) {
  if (group.rule != Rule::conservative || status_of(suspect) == Status::claimed) return true;
  return sources_of(suspect) >= sources_needed(group);
}

}  // namespace

std::vector<IncidentPerpetrator> merged_perpetrators(const Group& group) {
  auto suspects = suspects_of(group);
  std::ranges::stable_sort(suspects, std::greater{}, sources_of);
  std::vector<IncidentPerpetrator> out;
  for (const Suspect& suspect : suspects) {
    if (!vouched_for(group, suspect)) continue;
    out.push_back({name_of(suspect), status_of(suspect), speakers_of(group, suspect)});
  }
  return out;
}

}  // namespace sitrep::incidents
