// What a ledger holds depends on its reports alone, not on the order or the batches that they came
// in: everything that looks at more than one report (publication days, copies, incidents) is made
// anew from the codings as stored. For now from all of them; `reachable` is the place to choose
// those that a change can reach.
#include "ledger/adding.h"

#include "incidents/publication.h"
#include "incidents/reconcile.h"
#include "ledger/copies.h"
#include "ledger/incident_store.h"
#include "ledger/report_store.h"

namespace sitrep::ledger {

namespace {

using Members = std::map<std::string, std::vector<std::string>>;

std::vector<Filed> reachable(ReportStore& reports, const Arrivals&) { return reports.all(); }

// Gives undated reports the days that the others suggest, and codes again those whose day is
// another than before.
class Dating {
 public:
  Dating(ReportStore& reports, const Ledger::Recode& recode, const knowledge::Lexicon& lexicon) : reports_(reports), recode_(recode), lexicon_(lexicon) {}

  void run(std::vector<Filed>& rows) {
    const auto days = infer_publication(as_given(rows), lexicon_);
    for (Filed& row : rows) {
      if (row.coding.report.published) continue;
      const auto found = days.find(row.coding.report.id);
      found == days.end() ? forget(row) : set(row, found->second);
    }
  }

 private:
  static std::vector<Coding> as_given(const std::vector<Filed>& rows) {
    std::vector<Coding> out;
    out.reserve(rows.size());
    for (const Filed& row : rows) out.push_back(row.coding);
    return out;
  }

  void forget(Filed& row) {
    if (!row.recoding) return;
    row.recoding.reset();
    reports_.drop_recoding(row.coding.report.id);
  }

  void set(Filed& row, const When& day) {
    if (row.recoding && row.recoding->report.published == day) return;
    Report report = row.coding.report;
    report.published = day;
    Coding coding = row.coding;
    if (recode_) coding = recode_(report);
    coding.report = std::move(report);
    const std::string packed = pack_coding(coding);
    row.recoding = unpack_coding(packed, row.coding.report);
    reports_.set_recoding(row.coding.report.id, *row.recoding, packed);
  }

  ReportStore& reports_;
  const Ledger::Recode& recode_;
  const knowledge::Lexicon& lexicon_;
};

std::vector<Coding> current_codings(std::vector<Filed>& rows) {
  std::vector<Coding> out;
  out.reserve(rows.size());
  for (Filed& row : rows) out.push_back(std::move(row.recoding ? *row.recoding : row.coding));
  return out;
}

void store_copies(ReportStore& reports, const std::vector<Filed>& rows,
                  const std::vector<Coding>& codings) {
  for (size_t i = 0; i < rows.size(); ++i) {
    const Report& report = codings[i].report;
    if (report.duplicate_of != rows[i].duplicate_of)
      reports.set_duplicate(report.id, report.duplicate_of);
  }
}

// A new version of a report speaks for the events of the old one, so that incidents keep their ids.
void follow_renames(Members& members, const std::map<std::string, std::string>& renamed) {
  for (auto& [id, list] : members) {
    for (std::string& member : list) {
      const size_t slash = member.rfind('/');
      if (slash == std::string::npos) continue;
      std::string report = member.substr(0, slash);
      for (auto to = renamed.find(report); to != renamed.end(); to = renamed.find(report))
        report = to->second;
      member.replace(0, slash, report);
    }
  }
}

uint64_t reconcile_reports(Database& database, const Arrivals& arrivals, const Knowledge& knowledge,
                           const Ledger::Recode& recode) {
  ReportStore reports(database);
  std::vector<Filed> rows = reachable(reports, arrivals);
  Dating(reports, recode, knowledge.lexicon()).run(rows);
  std::vector<Coding> codings = current_codings(rows);
  mark_copies(codings);
  store_copies(reports, rows, codings);
  std::vector<Incident> incidents = reconcile(codings, knowledge.lexicon()).incidents;
  IncidentStore store(database);
  Members previous = store.members();
  follow_renames(previous, arrivals.renamed);
  assign_ids(incidents, previous);
  WordsOf words(codings);
  store.replace(incidents, words);
  return incidents.size();
}

}  // namespace

BuildSummary add_codings(Database& database, std::vector<Coding> codings,
                         const Knowledge& knowledge, const Ledger::Recode& recode) {
  const std::vector<Sheet> sheets = make_sheets(std::move(codings));
  Transaction transaction(database);
  const Arrivals arrivals = ReportStore(database).put(sheets);
  BuildSummary summary{
      .added = arrivals.added, .known = arrivals.known, .revised = arrivals.revised};
  if (arrivals.changed()) {
    summary.incidents = reconcile_reports(database, arrivals, knowledge, recode);
    Statement(database, "UPDATE meta SET knowledge = ?").run(knowledge.version());
    transaction.commit();
  } else {
    summary.incidents = static_cast<uint64_t>(database.integer("SELECT count(*) FROM incidents"));
  }
  return summary;
}

}  // namespace sitrep::ledger
