// What incidents recall: kept as pairs of incidents that stand, and filled in when they are read,
// so that an incident's own content does not change with what others are.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <memory>
#include <string>
#include <vector>

#include "knowledge/lexicon.h"
#include "ledger/sqlite.h"
#include "sitrep/incident.h"

namespace sitrep::ledger {

class RecallStore {
 public:
  explicit RecallStore(Database& database);

  // Looks for what an incident that was written recalls, or what recalls it.
  void link(int64_t number, const Incident& incident, const knowledge::Lexicon& lexicon);

  // Sets `background` and `recalls`.
  void fill(Incident& incident);

 private:
  struct Other {
    int64_t number = 0;
    std::shared_ptr<const Incident> incident;
  };
  std::vector<Other> others_of(const Incident& incident);
  std::shared_ptr<const Incident> found_now();
  std::vector<std::string> ids(Statement& select, const std::string& id);

  boost::unordered_flat_map<std::string, std::shared_ptr<const Incident>> read_;  // by digest
  Statement forget_;
  Statement insert_;
  Statement others_;
  Statement recalls_;
  Statement background_;
};

}  // namespace sitrep::ledger
