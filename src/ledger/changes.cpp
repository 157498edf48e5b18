#include "ledger/changes.h"

#include <algorithm>

namespace sitrep::ledger {

namespace {

using Ids = std::vector<std::string>;
using Holders = std::map<std::string, Ids>;  // of each report

std::string taken_in_by(Database& database, const std::string& id) {
  Statement select(database, "SELECT incident FROM incident_merges WHERE old = ?");
  return select.bind(id).next() ? std::string(select.text(0)) : std::string();
}

// Incidents that hold a report that this one no longer does, and did not hold it before.
Ids takers(const std::string& id, const StandingIncident& then, const Standing& before,
           const Standing& after, const Holders& holders) {
  std::set<std::string> out;
  const auto& now = after.at(id).reports;
  for (const std::string& report : then.reports) {
    const auto found = holders.find(report);
    if (now.contains(report) || found == holders.end()) continue;
    for (const std::string& other : found->second) {
      const auto earlier = before.find(other);
      if (earlier == before.end() || !earlier->second.reports.contains(report)) out.insert(other);
    }
  }
  return {out.begin(), out.end()};
}

Holders holders_of(const Standing& after) {
  Holders out;
  for (const auto& [id, incident] : after) {
    for (const std::string& report : incident.reports) out[report].push_back(id);
  }
  return out;
}

}  // namespace

Standing standing(Database& database) {
  Standing out;
  Statement incidents(database, "SELECT id, revision FROM incidents");
  while (incidents.next())
    out[std::string(incidents.text(0))].revision = static_cast<int>(incidents.integer(1));
  Statement reports(database, "SELECT incident, report FROM incident_reports");
  while (reports.next()) out[std::string(reports.text(0))].reports.emplace(reports.text(1));
  return out;
}

void compare(const Standing& before, const Standing& after, Database& database,
             RecodeSummary& summary) {
  const Holders holders = holders_of(after);
  for (const auto& [id, then] : before) {
    const auto now = after.find(id);
    if (now == after.end()) {
      const std::string into = taken_in_by(database, id);
      into.empty() ? summary.retired.push_back(id) : summary.merged.push_back({id, {into}});
      continue;
    }
    if (now->second.revision != then.revision) summary.changed.push_back(id);
    if (auto others = takers(id, then, before, after, holders); !others.empty())
      summary.split.push_back({id, std::move(others)});
  }
  for (const auto& [id, now] : after) {
    if (!before.contains(id)) summary.arisen.push_back(id);
  }
}

}  // namespace sitrep::ledger
