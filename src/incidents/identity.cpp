// Ids that outlive reconciling: an incident keeps the id of the earlier one that it is most of.
#include <algorithm>
#include <cstdio>
#include <set>
#include <tuple>

#include "core/hash.h"
#include "incidents/reconcile.h"

namespace sitrep {

namespace {

struct Claimant {
  size_t shared = 0;
  std::string id;
  size_t incident = 0;
};

std::string make_id(std::string_view member, uint32_t attempt) {
  Key k = key(member);
  for (; attempt > 0; --attempt) k = extend(k, attempt);
  char text[12];
  std::snprintf(text, sizeof text, "i%010llx",
                static_cast<unsigned long long>(k & 0xFFFFFFFFFFull));
  return text;
}

// Every pair of a previous id and an incident that share members, most shared first.
std::vector<Claimant> claimants(const std::vector<Incident>& incidents,
                                const std::map<std::string, std::vector<std::string>>& previous) {
  std::map<std::string_view, size_t> holder;
  for (size_t i = 0; i < incidents.size(); ++i) {
    for (const std::string& member : incidents[i].members) holder[member] = i;
  }
  std::vector<Claimant> out;
  for (const auto& [id, members] : previous) {
    std::map<size_t, size_t> shared;
    for (const std::string& member : members) {
      if (const auto found = holder.find(member); found != holder.end()) ++shared[found->second];
    }
    for (const auto& [incident, n] : shared) out.push_back({n, id, incident});
  }
  std::ranges::sort(out, [](const Claimant& a, const Claimant& b) {
    return std::tie(b.shared, a.id, a.incident) < std::tie(a.shared, b.id, b.incident);
  });
  return out;
}

void keep_ids(std::vector<Incident>& incidents, const std::vector<Claimant>& all,
              std::set<std::string>& kept) {
  for (const Claimant& c : all) {
    Incident& incident = incidents[c.incident];
    if (incident.id.empty() && kept.insert(c.id).second) incident.id = c.id;
  }
}

// An id that nobody kept went into the incident that has most of its members.
void record_merges(std::vector<Incident>& incidents, const std::vector<Claimant>& all,
                   const std::set<std::string>& kept) {
  std::set<std::string> done;
  for (const Claimant& c : all) {
    if (!kept.contains(c.id) && done.insert(c.id).second)
      incidents[c.incident].merged_from.push_back(c.id);
  }
  for (Incident& incident : incidents) std::ranges::sort(incident.merged_from);
}

}  // namespace

void assign_ids(std::vector<Incident>& incidents,
                const std::map<std::string, std::vector<std::string>>& previous,
                const std::function<bool(const std::string&)>& taken) {
  for (Incident& incident : incidents) incident.id.clear();
  const auto all = claimants(incidents, previous);
  std::set<std::string> used;
  keep_ids(incidents, all, used);
  record_merges(incidents, all, used);
  for (const auto& [id, members] : previous) used.insert(id);
  for (Incident& incident : incidents) {
    for (uint32_t attempt = 0; incident.id.empty() && !incident.members.empty(); ++attempt) {
      std::string id = make_id(incident.members.front(), attempt);
      if (used.insert(id).second && !taken(id)) incident.id = std::move(id);
    }
  }
  const auto place = [](const Incident& i) {
    return std::tuple(i.when.start.value_or(Day::max()), i.id);
  };
  std::ranges::stable_sort(incidents, {}, place);
}

}  // namespace sitrep
