// Undated reports get the days that others suggest, and are coded again where that is another day
// than before.
#pragma once

#include "incidents/publication.h"
#include "ledger/report_store.h"
#include "ledger/seating.h"
#include "sitrep/ledger.h"

namespace sitrep::ledger {

class Dating {
 public:
  Dating(ReportStore& reports, SeatStore& seats, const knowledge::Lexicon& lexicon,
         const Ledger::Recode& recode);

  // What is coded again is pending afterwards.
  void run(const Reach& reach);

 private:
  void date(const std::vector<uint32_t>& undated);
  void set(const Filed& row, const When& day);
  void forget(const Filed& row);

  ReportStore& reports_;
  const knowledge::Lexicon& lexicon_;
  const Ledger::Recode& recode_;
  incidents::Newsroom news_;
};

}  // namespace sitrep::ledger
