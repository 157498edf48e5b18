// What a ledger holds depends on its reports and on what people corrected alone, not on the order
// or the batches that they came in. What looks at more than one report (publication days, copies,
// incidents) is made anew only as far as a change reaches.
#include "ledger/adding.h"

#include "ledger/copies.h"
#include "ledger/dating.h"
#include "ledger/grouping.h"
#include "ledger/held.h"
#include "ledger/recoding.h"

namespace sitrep::ledger {

namespace {

// Reports that are copies of another than before count as changed.
void add_copies(const std::vector<uint32_t>& repointed, SeatStore& seats, Reach& reach) {
  for (const uint32_t report : repointed) {
    reach.reports.insert(report);
    const size_t events = seats.sketch(report)->faces.size();
    for (size_t i = 0; i < events; ++i) reach.fresh.insert(incidents::sitter(report, i));
  }
}

}  // namespace

uint64_t reconcile_reports(Database& database, const Change& change, const Knowledge& knowledge,
                           const Ledger::Recode& recode, SeatStore::Since since) {
  ReportStore reports(database);
  SeatStore seats(database, since);
  EventStore events(database);
  Reach reach;
  Seating seating(database, seats, events);
  seating.run(reach);
  Dating(reports, seats, knowledge.lexicon(), recode).run(reach);
  seating.run(reach);  // what was coded again
  add_copies(Copies(database, reports, seats).run(reach), seats, reach);
  const Held people(database, reports, seats);
  people.add_to(reach);
  Grouping(database, {reports, seats, events}, {knowledge.lexicon(), people, change}).run(reach);
  seats.write();
  return static_cast<uint64_t>(database.integer("SELECT count(*) FROM incidents"));
}

BuildSummary add_sheets(Database& database, Sheets sheets, const Knowledge& knowledge,
                        const Ledger::Recode& recode) {
  Transaction transaction(database);
  const Arrivals arrivals = ReportStore(database).put(sheets);
  const std::set<std::string> versions = versions_of(sheets);
  sheets = {};  // what follows needs the memory
  BuildSummary summary{
      .added = arrivals.added, .known = arrivals.known, .revised = arrivals.revised};
  if (arrivals.changed()) {
    forget_recoding(database, versions);
    summary.incidents =
        reconcile_reports(database, {}, knowledge, recode, SeatStore::Since::nobody);
    Statement(database, "UPDATE meta SET knowledge = ?").run(knowledge.version());
    transaction.commit();
  } else {
    summary.incidents = static_cast<uint64_t>(database.integer("SELECT count(*) FROM incidents"));
  }
  return summary;
}

}  // namespace sitrep::ledger
