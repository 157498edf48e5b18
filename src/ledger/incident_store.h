// The incidents of a ledger: those that stand, what they were, and which ids became which.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/sqlite.h"
#include "ledger/words.h"
#include "sitrep/incident.h"

namespace sitrep::ledger {

class IncidentStore {
 public:
  using Members = std::map<std::string, std::vector<std::string>>;  // by id

  explicit IncidentStore(Database& database);

  // Makes these incidents stand in place of those with the ids of `before`: new and changed ones
  // are written, changed and gone ones go to the history. Gives their numbers.
  std::vector<int64_t> update(const Members& before, std::vector<Incident>& incidents,
                              const WordsOf& words);

  std::string id_of(int64_t number);
  bool stands(const std::string& id);

 private:
  struct Standing {
    int64_t number = 0;
    int revision = 0;
    std::string digest;
  };
  struct Draft {
    std::string digest;  // of all that the incident is, but the number of its revision
    std::string json;    // with 0 for that number
    std::string row;
    std::string words;
  };

  std::optional<Standing> find(const std::string& id);
  void finish_merges(Incident& incident, const std::set<std::string>& ids);
  int64_t write(Incident& incident, const Draft& draft);
  int64_t insert(const Incident& incident, const Draft& draft, std::optional<int64_t> number);
  void archive(int64_t number);
  void remove(const std::string& id);
  void remove_rows(int64_t number, const std::string& id);
  int next_revision(const std::string& id);

  Database& database_;
  Statement find_;
  Statement id_of_;
  Statement insert_;
  Statement insert_row_;
  Statement insert_words_;
  Statement insert_merge_;
  Statement merged_into_;
  Statement archive_;
  Statement revision_;
  Statement remove_;
  Statement remove_row_;
  Statement remove_words_;
  Statement remove_merges_;
  Statement remove_recalls_;
};

}  // namespace sitrep::ledger
