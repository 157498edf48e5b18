// What several commands do first.
#pragma once

#include <string>
#include <vector>

#include "cli/call.h"
#include "cli/console.h"
#include "intake/columns.h"
#include "output/countries.h"
#include "output/terminal.h"
#include "sitrep/incident.h"
#include "sitrep/knowledge.h"
#include "sitrep/ledger.h"

namespace sitrep::cli {

Result<Knowledge> open_knowledge(const Call& call);
// With the places of the user's files; their bad lines are noted.
Result<Knowledge> open_to_code(const Call& call, Console& console);
Result<std::vector<ColumnChoice>> columns_of(const Call& call);
Result<Ledger> open_to_read(const Call& call);

// An existing ledger, the names of countries, and the incidents that the filters leave.
struct Selection {
  Ledger ledger;
  output::Countries countries;
  std::vector<Incident> incidents;
};
Result<Selection> select(const Call& call);

// Chooses the incidents' values by the rule that was asked for, from the stored codings; the ledger
// stays as it is.
Result<void> tell_by_rule(const Call& call, const Ledger& ledger, const Knowledge& knowledge,
                          std::vector<Incident>& incidents);

// All codings of the incidents' reports.
Result<std::vector<Coding>> codings_of(const Ledger& ledger,
                                       const std::vector<Incident>& incidents);

std::string user();  // of the machine; empty: not known

output::Screen screen_of(const Console& console);

// To the file that -o names, or to standard output.
int deliver(const Call& call, Console& console, std::string_view text);

}  // namespace sitrep::cli
