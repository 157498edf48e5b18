// Ledgers of earlier formats whose tables are those of today, but not what sits where.
#pragma once

#include "ledger/adding.h"

namespace sitrep::ledger {

// Gives all reports the seats of today and groups their events anew, in one atomic step; incidents
// keep their ids, and what people corrected stays. Nothing is done to a ledger of today's format.
void bring_up_to_date(Database& database, const Knowledge& knowledge, const Ledger::Recode& recode);

}  // namespace sitrep::ledger
