// Reports coded again with other knowledge: what comes out as before is left alone.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "ledger/sheet.h"
#include "ledger/sqlite.h"
#include "sitrep/ledger.h"

namespace sitrep::ledger {

RecodeSummary recode_reports(Database& database, const Knowledge& knowledge,
                             const Ledger::Recode& recode, Ledger::RecodeOptions options);

// The versions of the knowledge that codings were made with.
std::set<std::string> versions_of(const Sheets& sheets);
// Once codings of these versions are added: whether all reports are coded alike with one knowledge
// is known no longer, where it was another.
void forget_recoding(Database& database, const std::set<std::string>& versions);

}  // namespace sitrep::ledger
