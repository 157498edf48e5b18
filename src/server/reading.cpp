#include "server/reading.h"

#include <set>

#include "incidents/retell.h"

namespace sitrep::server {

Outcome<Incident> incident_of(const Ledger& ledger, const std::string& id) {
  auto incident = ledger.incident(id);
  if (!incident) return Trouble(Problem(incident.error()));
  return std::move(*incident);
}

Outcome<std::vector<Coding>> codings_of(const Ledger& ledger, std::span<const Incident> incidents) {
  std::set<std::string> ids;
  for (const Incident& incident : incidents) {
    for (const ReportRef& report : incident.reports) ids.insert(report.id);
  }
  auto codings = ledger.codings({ids.begin(), ids.end()});
  if (!codings) return Trouble(Problem(codings.error()));
  return std::move(*codings);
}

Outcome<Rule> rule_of(Query& query) {
  const std::string text = query.one("rule");
  if (text.empty()) return Rule::representative;
  const auto rule = parse<Rule>(text);
  if (!rule)
    return trouble(
        400, "rule: '" + text + "' is none of conservative, representative, informative or latest");
  return *rule;
}

Outcome<void> tell_by_rule(const Api& api, const Ledger& ledger, Rule rule,
                           std::vector<Incident>& incidents) {
  if (rule == Rule::representative || incidents.empty()) return {};
  const auto codings = codings_of(ledger, incidents);
  if (!codings) return Trouble(codings.error());
  const Retelling retelling(*codings, api.knowledge.lexicon(), rule);
  for (Incident& incident : incidents) incident = retelling(incident);
  return {};
}

std::vector<std::string> ids_of(std::span<const RowPtr> rows) {
  std::vector<std::string> ids;
  ids.reserve(rows.size());
  for (const RowPtr& row : rows) ids.push_back(row->id);
  return ids;
}

}  // namespace sitrep::server
