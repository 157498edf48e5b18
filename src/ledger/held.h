// What people said, for the events of one step: found again in today's reports, by number.
#pragma once

#include <set>
#include <vector>

#include "incidents/constraints.h"
#include "incidents/corrections.h"
#include "ledger/report_store.h"
#include "ledger/seating.h"

namespace sitrep::ledger {

class Held {
 public:
  // Looks the events up again that corrections speak of.
  Held(Database& database, ReportStore& reports, SeatStore& seats);

  // Adds all events that corrections speak of, in force or not: what was taken back must be given
  // back.
  void add_to(Reach& reach) const;

  const Corrections& corrections() const { return corrections_; }
  const incidents::Spoken& spoken() const { return spoken_; }
  bool speaks_of(Sitter event) const { return numbers_of_.contains(event); }
  // Events that are shown one correction are written together.
  std::vector<size_t> notes_of(const std::string& member) const;

 private:
  std::set<Sitter> numbers_of_;
  incidents::Spoken::Numbers numbers_;
  Corrections corrections_;
  incidents::Spoken spoken_{{}, {}};
};

}  // namespace sitrep::ledger
