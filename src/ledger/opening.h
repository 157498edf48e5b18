// Opening a ledger file: what is no ledger is refused before SQLite touches it.
#pragma once

#include <string>

#include "ledger/sqlite.h"
#include "sitrep/ledger.h"

namespace sitrep::ledger {

inline constexpr int kFormat = 13;                      // schema.sql, seats, pair scores
inline constexpr int kEarliestFormat = 10;              // that can be read (upgrading.h)
inline constexpr uint32_t kApplicationId = 0x53545250;  // "STRP", in the file's header
inline constexpr int kBusyTimeout = 5000;               // milliseconds to wait for another writer
inline constexpr uint64_t kCheckedAtOpen = 16u << 20;   // bytes; Ledger::check is for larger ones

Database open_database(const std::string& path, Ledger::Access access);

// Throws corrupt_ledger with what SQLite found. `quick`: without comparing indexes with tables.
void check_pages(Database& database, bool quick);

}  // namespace sitrep::ledger
