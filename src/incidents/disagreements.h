// Where reports of one incident contradict each other. Saying less, or saying it with more reserve,
// is no contradiction.
#pragma once

#include <vector>

#include "incidents/group.h"

namespace sitrep::incidents {

// By field, then kind. Two sources never disagree by being copies of each other.
std::vector<Disagreement> disagreements(const Group& group);

// One side in the making: who holds a value, and on what words.
class Side {
 public:
  explicit Side(ClaimValue value) : value_(std::move(value)) {}
  void hold(const Member& member);
  void cite(const Group& group, const Member& member, const Claim& claim);
  const std::set<std::string>& reports() const { return reports_; }
  const std::set<uint32_t>& sources() const { return sources_; }
  Position position() const;

 private:
  ClaimValue value_;
  std::set<std::string> reports_;
  std::set<uint32_t> sources_;
  std::vector<std::string> claims_;
};

Disagreement make_disagreement(Field field, DisagreementKind kind, const std::vector<Side>& sides);
bool apart(const Side& a, const Side& b);  // no source holds both

void find_denials(const Group& group, std::vector<Disagreement>& out);
void find_day_conflicts(const Group& group, std::vector<Disagreement>& out);
void find_weapon_conflicts(const Group& group, std::vector<Disagreement>& out);
void find_actor_conflicts(const Group& group, std::vector<Disagreement>& out);
void find_toll_conflicts(const Group& group, std::vector<Disagreement>& out);
void find_damage_conflicts(const Group& group, std::vector<Disagreement>& out);

}  // namespace sitrep::incidents
