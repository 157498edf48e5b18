// What several routes read from a ledger.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "server/api.h"

namespace sitrep::server {

Outcome<Incident> incident_of(const Ledger& ledger, const std::string& id);
// All codings of the incidents' reports, each once.
Outcome<std::vector<Coding>> codings_of(const Ledger& ledger, std::span<const Incident> incidents);
// `rule`, where it is another than what the ledger keeps.
Outcome<Rule> rule_of(Query& query);
Outcome<void> tell_by_rule(const Api& api, const Ledger& ledger, Rule rule,
                           std::vector<Incident>& incidents);
std::vector<std::string> ids_of(std::span<const RowPtr> rows);

}  // namespace sitrep::server
