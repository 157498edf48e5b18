// The incidents of a ledger: those that stand, what they were, and which ids became which.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "ledger/sqlite.h"
#include "ledger/words.h"
#include "sitrep/incident.h"

namespace sitrep::ledger {

class IncidentStore {
 public:
  explicit IncidentStore(Database& database);

  // Members of those that stand, by id. Reads them, for replace().
  std::map<std::string, std::vector<std::string>> members();

  // Makes these the incidents that stand: new and changed ones are written, changed and gone ones
  // go to the history.
  void replace(std::vector<Incident>& incidents, WordsOf& words);

 private:
  struct Standing {
    int64_t number = 0;
    int revision = 0;
    std::string digest;
    std::set<std::string> merged;  // ids that it took in earlier
  };

  void read_standing();
  void finish_merges(Incident& incident, const std::set<std::string>& ids) const;
  void write(Incident& incident, const std::string& body);
  void insert(const Incident& incident, const std::string& digest, const std::string& body);
  void insert_lists(const Incident& incident);
  void archive(const std::string& id);
  void remove(const std::string& id);
  int next_revision(const std::string& id);

  Database& database_;
  std::map<std::string, Standing> standing_;
  Statement insert_;
  Statement insert_words_;
  Statement insert_report_;
  Statement insert_member_;
  Statement insert_merge_;
};

}  // namespace sitrep::ledger
