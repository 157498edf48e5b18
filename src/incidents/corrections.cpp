#include "incidents/corrections.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/field_value.h"
#include "incidents/codes.h"
#include "incidents/summary.h"
#include "incidents/toll_history.h"

namespace sitrep {

namespace {

using Names = std::vector<std::string>;

// Which events are together and which apart while the log is read: a group for each event that a
// merge or a split spoke of, and the sides that it took in splits.
class Folding {
 public:
  void merge(const Names& members) {
    if (members.empty()) return;
    std::set<size_t> groups;
    for (const std::string& member : members) groups.insert(group_of(member));
    const size_t into = *groups.begin();
    for (auto& [member, group] : groups_) {
      if (groups.contains(group)) group = into;
    }
    reconcile_sides(into);
  }

  void split(const Names& members, const Names& rest) {
    const std::set<std::string> out(members.begin(), members.end());
    Names left;
    for (const std::string& member : rest) {
      if (!out.contains(member)) left.push_back(member);
    }
    if (out.empty() || left.empty()) return;
    const size_t group = next_++;
    for (const std::string& member : out) groups_[member] = group;
    apart_.push_back({{out.begin(), out.end()}, std::move(left)});
  }

  void finish(Corrections& into) {
    std::map<size_t, Names> groups;
    for (const auto& [member, group] : groups_) groups[group].push_back(member);
    for (auto& [group, members] : groups) {
      if (members.size() > 1) into.together.push_back(std::move(members));
    }
    std::ranges::sort(into.together);
    for (auto& apart : apart_) {
      if (!apart.one.empty() && !apart.other.empty()) into.apart.push_back(std::move(apart));
    }
  }

 private:
  size_t group_of(const std::string& member) {
    const auto [found, is_new] = groups_.try_emplace(member, next_);
    next_ += is_new;
    return found->second;
  }

  bool holds(size_t group, const std::string& member) const {
    const auto found = groups_.find(member);
    return found != groups_.end() && found->second == group;
  }

  // A merge outranks the splits between those that it joins: what was split off goes back.
  void reconcile_sides(size_t group) {
    const auto inside = [&](const std::string& member) { return holds(group, member); };
    for (auto& apart : apart_) {
      if (std::ranges::any_of(apart.other, inside)) std::erase_if(apart.one, inside);
    }
  }

  std::map<std::string, size_t> groups_;
  size_t next_ = 0;
  std::vector<Corrections::Apart> apart_;
};

void note(const HeldCorrection& held, std::vector<Corrections::Note>& notes) {
  if (!held.members.empty()) notes.push_back({held.record, held.members});
  if (!held.rest.empty()) notes.push_back({held.record, held.rest});
}

// A value set twice is shown once; the incident itself is merged or split as often as it was.
bool is_outranked(const AppliedCorrection& earlier, const AppliedCorrection& later) {
  if (earlier.kind != later.kind || earlier.field != later.field) return false;
  return earlier.kind == CorrectionKind::correct || earlier.kind == CorrectionKind::reject ||
         earlier.id == later.id;
}

void add(Overrides& overrides, const AppliedCorrection& correction) {
  std::erase_if(overrides, [&](const auto& earlier) { return is_outranked(earlier, correction); });
  overrides.push_back(correction);
}

using Holders = std::map<std::string_view, size_t>;

// The incident that holds most of the events, and how many; of several the first.
std::optional<std::pair<size_t, size_t>> holder_of(const Names& members, const Holders& holders) {
  std::map<size_t, size_t> shares;
  for (const std::string& member : members) {
    const auto found = holders.find(member);
    if (found != holders.end()) ++shares[found->second];
  }
  const auto most =
      std::ranges::max_element(shares, {}, [](const auto& share) { return share.second; });
  if (most == shares.end()) return std::nullopt;
  return *most;
}

}  // namespace

Corrections corrections_of(std::span<const HeldCorrection> in_force) {
  Corrections out;
  Folding folding;
  for (const HeldCorrection& held : in_force) {
    if (held.record.kind == CorrectionKind::merge) folding.merge(held.members);
    if (held.record.kind == CorrectionKind::split) folding.split(held.members, held.rest);
    note(held, out.notes);
  }
  folding.finish(out);
  return out;
}

std::vector<Overrides> overrides_of(const Corrections& corrections,
                                    std::span<const Incident> incidents) {
  std::vector<Overrides> out(incidents.size());
  if (corrections.notes.empty()) return out;
  Holders holders;
  for (size_t i = 0; i < incidents.size(); ++i) {
    for (const std::string& member : incidents[i].members) holders[member] = i;
  }
  for (const Corrections::Note& note : corrections.notes) {
    const auto holder = holder_of(note.members, holders);
    if (!holder) continue;
    const auto [incident, held] = *holder;
    const bool rejects = note.record.kind == CorrectionKind::reject;
    if (rejects && 2 * held < incidents[incident].members.size()) continue;
    add(out[incident], note.record);
  }
  return out;
}

namespace {

// The codes of a corrected record; deaths that nobody corrected stay as the reports' were counted.
void code_again(Incident& incident, bool killed_set) {
  const auto fatalities = incident.codes.acled_fatalities;
  incident.codes = incidents::codes_of(incident);
  incident.codes.ucdp_deaths = incidents::ucdp_deaths(incident.killed);
  if (incident.codes.acled_event_type.empty()) return;
  incident.codes.acled_fatalities =
      killed_set ? incident.killed.best.value_or(0) : fatalities.value_or(0);
}

}  // namespace

Incident apply(const Overrides& overrides, Incident incident, const knowledge::Lexicon& lexicon) {
  if (overrides.empty()) return incident;
  bool killed_set = false;
  for (const AppliedCorrection& correction : overrides) {
    if (correction.kind != CorrectionKind::correct) continue;
    set_field(incident, correction.field, correction.value);
    killed_set |= correction.field == CorrectedField::killed;
  }
  incident.corrections = overrides;
  code_again(incident, killed_set);
  incident.summary = incidents::summary_of(incident, lexicon);
  return incident;
}

std::vector<Incident> correct(std::vector<Incident> incidents, const Corrections& corrections,
                              const knowledge::Lexicon& lexicon) {
  const auto overrides = overrides_of(corrections, incidents);
  for (size_t i = 0; i < incidents.size(); ++i)
    incidents[i] = apply(overrides[i], std::move(incidents[i]), lexicon);
  return incidents;
}

}  // namespace sitrep
