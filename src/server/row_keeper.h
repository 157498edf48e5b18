// The rows of all incidents in memory, for filters and tables: read once, and after a change of the
// ledger only those that changed.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/ledger_pool.h"
#include "server/revisions.h"
#include "sitrep/incident_filter.h"

namespace sitrep::server {

using RowPtr = std::shared_ptr<const IncidentRow>;

// The newest first, undated ones last; of one day by id.
bool comes_before(const IncidentRow& a, const IncidentRow& b);

struct RowSet {
  std::string revision;
  std::vector<RowPtr> rows;                                               // in that order
  std::unordered_map<int64_t, std::pair<std::string, RowPtr>> by_number;  // with its revision
};
using RowSetPtr = std::shared_ptr<const RowSet>;

class RowKeeper {
 public:
  RowKeeper(LedgerPool& pool, Revisions& revisions) : pool_(pool), revisions_(revisions) {}

  Result<RowSetPtr> present();
  // In their order. Words are looked up in the ledger.
  Result<std::vector<RowPtr>> select(const RowSet& set, const IncidentFilter& filter);

 private:
  Result<RowSetPtr> read(const std::string& revision);
  Result<std::vector<IncidentRow>> read_rows(const std::vector<int64_t>& numbers);
  LedgerPool& pool_;
  Revisions& revisions_;
  std::mutex mutex_;  // one reads, the others wait for what it reads
  RowSetPtr last_;
};

}  // namespace sitrep::server
