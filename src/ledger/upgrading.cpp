#include "ledger/upgrading.h"

#include <algorithm>
#include <span>

#include "incidents/sketch.h"
#include "ledger/opening.h"
#include "ledger/report_store.h"

namespace sitrep::ledger {

namespace {

constexpr size_t kAtOnce = 4000;  // reports

bool is_of_today(Database& database) {
  return database.integer("SELECT format FROM meta") == kFormat;
}

// Sketches may be of a version that can't be read any longer. A report's events are the same in its
// new one, so that who stood where is found by it.
void seat_anew(Database& database, const knowledge::Lexicon& lexicon) {
  ReportStore reports(database);
  Statement replace(database, "UPDATE sketches SET sketch = ? WHERE report = ?");
  database.execute("DELETE FROM seats");
  const std::vector<uint32_t> all = reports.numbers();
  for (size_t i = 0; i < all.size(); i += kAtOnce) {
    const auto some = std::span(all).subspan(i, std::min(kAtOnce, all.size() - i));
    for (const Filed& row : reports.some(std::vector<uint32_t>(some.begin(), some.end()))) {
      const std::string sketch =
          incidents::pack_sketch(incidents::make_sketch(row.current(), lexicon));
      replace.run(Blob{sketch}, row.number);
      reports.pend(row.number, sketch);
    }
  }
}

}  // namespace

void bring_up_to_date(Database& database, const Knowledge& knowledge,
                      const Ledger::Recode& recode) {
  if (is_of_today(database)) return;
  Transaction transaction(database);
  if (is_of_today(database)) return;  // another writer was first
  seat_anew(database, knowledge.lexicon());
  reconcile_reports(database, {}, knowledge, recode);
  Statement(database, "UPDATE meta SET format = ?").run(kFormat);
  transaction.commit();
}

}  // namespace sitrep::ledger
