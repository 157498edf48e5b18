// One step of building: codings in, incidents reconciled, all of it or nothing.
#pragma once

#include <vector>

#include "ledger/sqlite.h"
#include "sitrep/ledger.h"

namespace sitrep::ledger {

BuildSummary add_codings(Database& database, std::vector<Coding> codings,
                         const Knowledge& knowledge, const Ledger::Recode& recode);

}  // namespace sitrep::ledger
