// Questions to a ledger about its incidents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/sqlite.h"
#include "sitrep/ledger.h"

namespace sitrep::ledger {

Incident parse_incident(std::string_view json);  // throws corrupt_ledger

std::vector<Incident> find_incidents(Database& database, const IncidentFilter& filter);
// Those that stand, in that order.
std::vector<Incident> incidents_named(Database& database, const std::vector<std::string>& ids);
Incident find_incident(Database& database, const std::string& id);
std::vector<Incident> find_history(Database& database,
                                   const std::string& id);  // oldest first, without the current

// Throws corrupt_ledger when a page, a coding or an incident is damaged.
void check_all(Database& database);

}  // namespace sitrep::ledger
