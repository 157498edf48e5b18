// What a ledger holds depends on its reports alone, not on the order or the batches that they came
// in. What looks at more than one report (publication days, copies, incidents) is made anew only as
// far as a change reaches.
#include "ledger/adding.h"

#include "ledger/copies.h"
#include "ledger/dating.h"
#include "ledger/grouping.h"

namespace sitrep::ledger {

namespace {

void reconcile_pending(Database& database, const Knowledge& knowledge,
                       const Ledger::Recode& recode) {
  ReportStore reports(database);
  SeatStore seats(database);
  EventStore events(database);
  Reach reach;
  Seating seating(database, seats, events);
  seating.run(reach);
  Dating(reports, seats, knowledge.lexicon(), recode).run(reach);
  seating.run(reach);  // what was coded again
  const auto repointed = Copies(database, reports, seats).run(reach);
  for (const uint32_t report : repointed) {
    reach.reports.insert(report);
    const size_t count = seats.sketch(report)->faces.size();
    for (size_t i = 0; i < count; ++i) reach.events.insert(incidents::sitter(report, i));
  }
  Grouping(database, reports, seats, events, knowledge.lexicon()).run(reach);
}

}  // namespace

BuildSummary add_codings(Database& database, std::vector<Coding> codings,
                         const Knowledge& knowledge, const Ledger::Recode& recode) {
  const std::vector<Sheet> sheets = make_sheets(std::move(codings), knowledge.lexicon());
  Transaction transaction(database);
  const Arrivals arrivals = ReportStore(database).put(sheets);
  BuildSummary summary{
      .added = arrivals.added, .known = arrivals.known, .revised = arrivals.revised};
  if (arrivals.changed()) {
    reconcile_pending(database, knowledge, recode);
    Statement(database, "UPDATE meta SET knowledge = ?").run(knowledge.version());
    transaction.commit();
  }
  summary.incidents = static_cast<uint64_t>(database.integer("SELECT count(*) FROM incidents"));
  return summary;
}

}  // namespace sitrep::ledger
