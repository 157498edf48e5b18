// One step of building: codings in, incidents reconciled, all of it or nothing.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/seat_store.h"
#include "ledger/sheet.h"
#include "ledger/sqlite.h"
#include "sitrep/ledger.h"

namespace sitrep::ledger {

using Members = std::map<std::string, std::vector<std::string>>;  // of incidents, by id

// What a step did besides adding, for incidents to keep their ids.
struct Change {
  // "REPORT/EVENT" of a report that was coded again -> what it is now; empty: it is gone.
  std::map<std::string, std::string> moved;
  Members ids;  // what people gave an id to, in place of what it stands for
};

// Makes the incidents anew from what the ledger holds: reports, corrections. How many there are.
// Within the caller's transaction.
uint64_t reconcile_reports(Database& database, const Change& change, const Knowledge& knowledge,
                           const Ledger::Recode& recode,
                           SeatStore::Since since = SeatStore::Since::others);

BuildSummary add_sheets(Database& database, Sheets sheets, const Knowledge& knowledge,
                        const Ledger::Recode& recode);

}  // namespace sitrep::ledger
