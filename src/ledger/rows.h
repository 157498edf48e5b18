// The incidents and reports of a ledger by what lists need of them, read without their records.
#pragma once

#include <string>
#include <vector>

#include "ledger/sqlite.h"
#include "sitrep/ledger.h"

namespace sitrep::ledger {

std::vector<IncidentMark> read_marks(Database& database);
std::vector<IncidentRow> read_rows(Database& database, const std::vector<int64_t>& numbers);
std::vector<int64_t> numbers_telling(Database& database, const std::string& text);
std::vector<ReportHead> read_heads(Database& database, const std::vector<std::string>& ids);
std::vector<std::string> incidents_of(Database& database, const std::string& report);

}  // namespace sitrep::ledger
