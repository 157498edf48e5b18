// Where reports of one incident contradict each other. Saying less, or saying it with more reserve,
// is no contradiction.
#pragma once

#include <algorithm>
#include <vector>

#include "incidents/group.h"

namespace sitrep::incidents {

// By field, then kind. Two sources never disagree by being copies of each other. `whole` holds the
// aftermath as well: who tells of an arrest may deny the deed.
std::vector<Disagreement> disagreements(const Group& group, const Group& whole);

// One side in the making: who holds a value, and on what words.
class Side {
 public:
  explicit Side(ClaimValue value) : value_(std::move(value)) {}
  void hold(const Member& member);
  void cite(const Group& group, const Member& member, const Claim& claim);
  void release(const std::set<std::string>& reports);  // keeps their claims
  const std::set<std::string>& reports() const { return reports_; }
  const std::set<uint32_t>& sources() const { return sources_; }
  const std::vector<std::string>& claims() const { return claims_; }
  Position position() const;

 private:
  ClaimValue value_;
  std::set<std::string> reports_;
  std::set<uint32_t> sources_;
  std::vector<std::string> claims_;
};

Disagreement make_disagreement(Field field, DisagreementKind kind, const std::vector<Side>& sides);
bool apart(const Side& a, const Side& b);  // no source holds both
// Some source holds the one and not the other, and the other way round; who tells of both is
// neither.
bool each_has_its_own(const Side& a, const Side& b);

// Calls each(claim) for a member's affirmed claims about a field.
template <typename Each>
void affirmed_claims(const Member& member, Field field, Each&& each) {
  for (const Claim& claim : member.event->claims) {
    if (claim.field == field && claim.polarity == Polarity::affirmed) each(claim);
  }
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

void find_denials(const Group& group, const Group& whole, std::vector<Disagreement>& out);
void find_day_conflicts(const Group& group, std::vector<Disagreement>& out);
void find_place_conflicts(const Group& group, std::vector<Disagreement>& out);
void find_outcome_conflicts(const Group& group, std::vector<Disagreement>& out);
void find_weapon_conflicts(const Group& group, std::vector<Disagreement>& out);
void find_means_conflicts(const Group& group, std::vector<Disagreement>& out);
void find_actor_conflicts(const Group& group, std::vector<Disagreement>& out);
void find_toll_conflicts(const Group& group, std::vector<Disagreement>& out);
void find_damage_conflicts(const Group& group, std::vector<Disagreement>& out);

}  // namespace sitrep::incidents
