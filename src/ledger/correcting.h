// A correction: checked, written to the log, and the incidents made anew with it; all of it or
// nothing.
#pragma once

#include <vector>

#include "ledger/sqlite.h"
#include "sitrep/ledger.h"

namespace sitrep::ledger {

// Gives the lines that it added to the log.
std::vector<Correction> make_correction(Database& database, const CorrectionOrder& order,
                                        const Knowledge& knowledge, const Ledger::Recode& recode);

// Those that were made on an incident or speak of an event that it joins; empty id: all.
std::vector<Correction> find_corrections(Database& database, const std::string& incident);

}  // namespace sitrep::ledger
