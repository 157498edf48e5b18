// The reports of a ledger: which version of each is current, what it said, what it was before.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "incidents/archive.h"
#include "ledger/sheet.h"
#include "ledger/sqlite.h"

namespace sitrep::ledger {

// What became of the codings that were given.
struct Arrivals {
  uint64_t added = 0;
  uint64_t known = 0;
  uint64_t revised = 0;
  bool changed() const { return added + revised > 0; }
};

class ReportStore {
 public:
  explicit ReportStore(Database& database) : database_(database) {}

  // New and changed reports are pending from then on.
  Arrivals put(const Sheets& sheets);
  std::vector<Filed> some(const std::vector<uint32_t>& numbers);  // in that order
  // The same for `read_sheets` to unpack.
  std::vector<Filed> packed(const std::vector<uint32_t>& numbers);
  std::vector<Filed> some(const std::vector<std::string>& ids);  // in that order; throws not_found
  std::vector<std::string> ids();
  bool has(const std::string& id,
           const std::string& sha256);  // as a report's current version or an earlier one

  void set_coding(uint32_t report, const std::string& packed);
  void pend(uint32_t report, const std::string& sketch);
  bool dated(uint32_t report);  // by what it says itself
  std::vector<uint32_t> numbers();
  std::vector<uint32_t> undated();  // by what they say themselves
  void set_recoding(uint32_t report, const Coding& coding, const std::string& packed,
                    const std::string& sketch);
  void drop_recoding(uint32_t report, const std::string& sketch);
  void set_duplicate(uint32_t report, const std::string& original);

 private:
  Database& database_;
};

}  // namespace sitrep::ledger
