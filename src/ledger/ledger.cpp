#include "sitrep/ledger.h"

#include "ledger/adding.h"
#include "ledger/correcting.h"
#include "ledger/explaining.h"
#include "ledger/opening.h"
#include "ledger/query.h"
#include "ledger/recoding.h"
#include "ledger/report_store.h"
#include "ledger/rows.h"
#include "ledger/sheet.h"
#include "ledger/upgrading.h"
#include "ledger/versions.h"

namespace sitrep {

using ledger::Database;
using ledger::guarded;
using ledger::ReportStore;

PackedCoding::PackedCoding(Coding coding, const Knowledge& knowledge)
    : sheet_(std::make_shared<const ledger::Sheet>(
          ledger::make_sheet(std::move(coding), knowledge.lexicon()))) {}

size_t PackedCoding::bytes() const {
  return sheet_->report.text.size() + sheet_->packed.size() + sheet_->sketch.size();
}

struct Ledger::State {
  std::string path;
  Access access;
  Database database;
};

Ledger::Ledger(std::unique_ptr<State> state) : state_(std::move(state)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

Result<Ledger> Ledger::open(const std::string& path, Access access) {
  return guarded(path, [&] {
    return Ledger(
        std::unique_ptr<State>(new State{path, access, ledger::open_database(path, access)}));
  });
}

Result<BuildSummary> Ledger::add(std::vector<Coding> codings, const Knowledge& knowledge,
                                 const Recode& recode) {
  return add_sheets(ledger::make_sheets(std::move(codings), knowledge.lexicon()), knowledge,
                    recode);
}

Result<BuildSummary> Ledger::add_packed(std::vector<PackedCoding> codings,
                                        const Knowledge& knowledge, const Recode& recode) {
  ledger::Sheets sheets;
  sheets.reserve(codings.size());
  for (PackedCoding& coding : codings) sheets.push_back(std::move(coding.sheet_));
  return add_sheets(std::move(sheets), knowledge, recode);
}

Result<BuildSummary> Ledger::add_sheets(std::vector<std::shared_ptr<const ledger::Sheet>> sheets,
                                        const Knowledge& knowledge, const Recode& recode) {
  if (state_->access == Access::read)
    return fail(Code::usage, "opened for reading only", state_->path);
  return guarded(state_->path, [&] {
    ledger::bring_up_to_date(state_->database, knowledge, recode);
    return ledger::add_sheets(state_->database, std::move(sheets), knowledge, recode);
  });
}

Result<std::vector<Correction>> Ledger::correct(const CorrectionOrder& order,
                                                const Knowledge& knowledge, const Recode& recode) {
  if (state_->access == Access::read)
    return fail(Code::usage, "opened for reading only", state_->path);
  return guarded(state_->path, [&] {
    ledger::bring_up_to_date(state_->database, knowledge, recode);
    return ledger::make_correction(state_->database, order, knowledge, recode);
  });
}

Result<std::vector<Correction>> Ledger::corrections(const std::string& incident) const {
  return guarded(state_->path,
                 [&] { return ledger::find_corrections(state_->database, incident); });
}

Result<RecodeSummary> Ledger::recode(const Knowledge& knowledge, const Recode& recode,
                                     RecodeOptions options) {
  if (state_->access == Access::read)
    return fail(Code::usage, "opened for reading only", state_->path);
  return guarded(state_->path, [&] {
    ledger::bring_up_to_date(state_->database, knowledge, recode);
    return ledger::recode_reports(state_->database, knowledge, recode, options);
  });
}

Result<std::vector<Incident>> Ledger::incidents(const IncidentFilter& filter) const {
  return guarded(state_->path, [&] { return ledger::find_incidents(state_->database, filter); });
}

Result<Incident> Ledger::incident(const std::string& id) const {
  return guarded(state_->path, [&] { return ledger::find_incident(state_->database, id); });
}

Result<std::vector<Incident>> Ledger::incidents_named(const std::vector<std::string>& ids) const {
  return guarded(state_->path, [&] { return ledger::incidents_named(state_->database, ids); });
}

Result<std::vector<std::string>> Ledger::incidents_of(const std::string& report) const {
  return guarded(state_->path, [&] { return ledger::incidents_of(state_->database, report); });
}

Result<int64_t> Ledger::version() const {
  return guarded(state_->path, [&] { return state_->database.integer("PRAGMA data_version"); });
}

Result<std::vector<IncidentMark>> Ledger::marks() const {
  return guarded(state_->path, [&] { return ledger::read_marks(state_->database); });
}

Result<std::vector<IncidentRow>> Ledger::rows(const std::vector<int64_t>& numbers) const {
  return guarded(state_->path, [&] { return ledger::read_rows(state_->database, numbers); });
}

Result<std::vector<int64_t>> Ledger::telling(const std::string& text) const {
  return guarded(state_->path, [&] { return ledger::numbers_telling(state_->database, text); });
}

Result<Explanation> Ledger::explain(const std::string& id, const Knowledge& knowledge) const {
  return guarded(state_->path, [&] {
    return ledger::explain_incident(state_->database, id, knowledge.lexicon());
  });
}

Result<std::vector<Incident>> Ledger::history(const std::string& id) const {
  return guarded(state_->path, [&] { return ledger::find_history(state_->database, id); });
}

Result<std::vector<Coding>> Ledger::codings(const std::vector<std::string>& report_ids) const {
  return guarded(state_->path, [&] {
    std::vector<Coding> out;
    for (ledger::Filed& row : ReportStore(state_->database).some(report_ids)) {
      out.push_back(std::move(row.recoding ? *row.recoding : row.coding));
      out.back().report.duplicate_of = row.duplicate_of;
    }
    return out;
  });
}

Result<std::vector<std::string>> Ledger::report_ids() const {
  return guarded(state_->path, [&] { return ReportStore(state_->database).ids(); });
}

Result<int64_t> Ledger::report_count() const {
  return guarded(state_->path,
                 [&] { return state_->database.integer("SELECT count(*) FROM reports"); });
}

Result<std::vector<ReportHead>> Ledger::report_heads(const std::vector<std::string>& ids) const {
  return guarded(state_->path, [&] { return ledger::read_heads(state_->database, ids); });
}

Result<std::vector<ReportVersion>> Ledger::versions(const std::string& report) const {
  return guarded(state_->path, [&] { return ledger::find_versions(state_->database, report); });
}

Result<bool> Ledger::has_report(const std::string& id, const std::string& sha256) const {
  return guarded(state_->path, [&] { return ReportStore(state_->database).has(id, sha256); });
}

Result<void> Ledger::check() const {
  return guarded(state_->path, [&] { ledger::check_all(state_->database); });
}

}  // namespace sitrep
