// The log of what people corrected, and where in today's reports the events are that they spoke of.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "incidents/anchor.h"
#include "incidents/corrections.h"
#include "ledger/sqlite.h"
#include "sitrep/correction.h"

namespace sitrep::ledger {

// An event that a correction speaks of.
struct HeldAnchor {
  Anchor anchor;
  std::string incident;               // that held it when the correction was made
  bool leaves = false;                // a split takes it out
  std::optional<std::string> member;  // that it is today; empty: lost
};

class CorrectionStore {
 public:
  explicit CorrectionStore(Database& database);

  // Gives it the next number, which it returns.
  int64_t append(const Correction& correction, const std::vector<HeldAnchor>& anchors);

  std::vector<Correction> all();  // by number
  std::vector<HeldAnchor> anchors(int64_t correction);

  // Looks the events up again in the codings of reports at hand; those of other reports stay what
  // they are, unless the report is gone.
  void find_again(const std::vector<Coding>& codings);

  // The reports of today that corrections speak of, by id; of all lines of the log.
  std::set<std::string> reports();
  // "REPORT/EVENT" of today of all events that corrections speak of.
  std::vector<std::string> members();

  // Those that were not taken back, with the events that they speak of today.
  std::vector<HeldCorrection> in_force();

 private:
  const std::string& report_of_today(const std::string& id);
  std::string follow(const std::string& id);

  Database& database_;
  bool any_ = false;  // ledgers of format 1, and most others, hold none
  std::map<std::string, std::string> today_;
};

// Fills `undone_by`. A taken back undo is none.
void mark_undone(std::vector<Correction>& log);

}  // namespace sitrep::ledger
