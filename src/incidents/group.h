// The events that make one incident, as the merging of values sees them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "knowledge/lexicon.h"
#include "sitrep/coding.h"
#include "sitrep/incident.h"

namespace sitrep::incidents {

struct Member {
  const Coding* coding = nullptr;
  const Event* event = nullptr;
  uint32_t source = 0;  // its voice: copies, reports of one outlet and who credits it are one
  std::optional<Day> published;
  const std::string& report() const { return coding->report.id; }
};

struct Group {
  std::vector<Member> members;  // by report id, then event id
  uint32_t sources = 0;
  std::vector<IndependentSource> voices;  // by the members' `source`
  std::set<std::string> shared_claims;    // claim ids that two members use
  const knowledge::Lexicon* lexicon = nullptr;
  Rule rule = Rule::representative;
};

// Fills `source`, `sources` and `voices`, and `shared_claims`.
void find_sources(Group& group);
void find_shared_claims(Group& group);

// A claim's id in the incident: its own, or with report and event in front where two share it.
std::string claim_id(const Group& group, const Member& member, const Claim& claim);

// How much speaks for each of some values: a source counts once for a value, with its heaviest word
// for it.
template <typename Value>
class Votes {
 public:
  void add(const Value& value, uint32_t source, double weight = 1) {
    double& w = votes_[value][source];
    w = std::max(w, weight);
  }
  double total(const Value& value) const {
    const auto found = votes_.find(value);
    double sum = 0;
    if (found == votes_.end()) return sum;
    for (const auto& [source, w] : found->second) sum += w;
    return sum;
  }
  size_t sources(const Value& value) const {
    const auto found = votes_.find(value);
    return found == votes_.end() ? 0 : found->second.size();
  }
  bool empty() const { return votes_.empty(); }
  const auto& values() const { return votes_; }  // value -> source -> weight

 private:
  std::map<Value, std::map<uint32_t, double>> votes_;
};

// The record of the group under its rule, without an id.
Incident merged_incident(const Group& group);

// The parts of an incident's record, each from all members.
EventType merged_type(const Group& group);
Outcome merged_outcome(const Group& group);
Phase merged_phase(const Group& group);
When merged_when(const Group& group);
Where merged_where(const Group& group);
std::vector<IncidentPerpetrator> merged_perpetrators(const Group& group);
std::vector<Item> merged_items(const Group& group, std::vector<Item> Event::*items);
std::vector<Item> merged_instruments(const Group& group, EventType type);
Quantity merged_toll(const Group& group, Quantity Event::*toll);
std::optional<Damage> merged_damage(const Group& group);
std::vector<Claim> merged_claims(const Group& group);
std::vector<ReportRef> merged_reports(const Group& group);
double confidence(const Group& group, const Incident& incident);

// Sources whose claims deny a type, directly or by its means ("no aircraft took part").
std::set<uint32_t> deniers(const Group& group, EventType type);
std::set<uint32_t> affirmers(const Group& group, EventType type);

}  // namespace sitrep::incidents
