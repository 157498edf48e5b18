// What a ledger keeps of a report's versions.
#pragma once

#include <string>
#include <vector>

#include "ledger/sqlite.h"
#include "sitrep/ledger.h"

namespace sitrep::ledger {

// Throws not_found where no version has this id or uri.
std::vector<ReportVersion> find_versions(Database& database, const std::string& report);

}  // namespace sitrep::ledger
