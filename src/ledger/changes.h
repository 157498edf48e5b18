// What a step did to the incidents that stand: which changed, came, went, were merged or split.
#pragma once

#include <map>
#include <set>
#include <string>

#include "ledger/sqlite.h"
#include "sitrep/ledger.h"

namespace sitrep::ledger {

struct StandingIncident {
  int revision = 0;
  std::set<std::string> reports;
};
using Standing = std::map<std::string, StandingIncident>;  // by id

Standing standing(Database& database);

// Fills all of the summary that is about incidents. What an incident lost is told by its reports,
// since an event of a report that is coded again may have another number.
void compare(const Standing& before, const Standing& after, Database& database,
             RecodeSummary& summary);

}  // namespace sitrep::ledger
