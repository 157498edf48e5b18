// The reports of a ledger: which version of each is current, what it said, what it was before.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/sheet.h"
#include "ledger/sqlite.h"

namespace sitrep::ledger {

// What became of the codings that were given.
struct Arrivals {
  uint64_t added = 0;
  uint64_t known = 0;
  uint64_t revised = 0;
  std::map<std::string, std::string>
      renamed;  // id of a replaced version -> id of the one in its place

  bool changed() const { return added + revised > 0; }
};

class ReportStore {
 public:
  explicit ReportStore(Database& database) : database_(database) {}

  Arrivals put(const std::vector<Sheet>& sheets);
  std::vector<Filed> all();                                      // by id
  std::vector<Filed> some(const std::vector<std::string>& ids);  // in that order; throws not_found
  std::vector<std::string> ids();
  bool has(const std::string& id,
           const std::string& sha256);  // as a report's current version or an earlier one

  void set_coding(const std::string& id, const std::string& packed);
  void set_recoding(const std::string& id, const Coding& coding, const std::string& packed);
  void drop_recoding(const std::string& id);
  void set_duplicate(const std::string& id, const std::string& original);

 private:
  Database& database_;
};

}  // namespace sitrep::ledger
