// Why an incident holds the events that it holds, and which others came near to being of it.
#pragma once

#include <string>

#include "knowledge/lexicon.h"
#include "ledger/sqlite.h"
#include "sitrep/incident.h"

namespace sitrep::ledger {

// Throws not_found.
Explanation explain_incident(Database& database, const std::string& id,
                             const knowledge::Lexicon& lexicon);

}  // namespace sitrep::ledger
