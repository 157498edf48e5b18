#include "ledger/recoding.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <memory>

#include "core/records_json.h"
#include "incidents/anchor.h"
#include "incidents/sketch.h"
#include "ledger/adding.h"
#include "ledger/changes.h"
#include "ledger/pack.h"
#include "ledger/report_store.h"

namespace sitrep::ledger {

namespace {

using Ids = std::vector<std::string>;

constexpr size_t kAtOnce = 512;  // reports in memory
constexpr size_t kStep = 4096;   // reports of one transaction

// A report's coding as it is to be stored; empty: as it is.
struct Again {
  std::string coding;
  std::string recoding;
  std::vector<std::pair<std::string, std::string>> moved;  // ids of events, before and now
  bool coded = false;
  bool changed() const { return !coding.empty() || !recoding.empty(); }
};

bool is_outdated(const Filed& row, std::string_view version, Ledger::Scope scope) {
  return scope == Ledger::Scope::all || row.coding.knowledge_version != version ||
         (row.recoding && row.recoding->knowledge_version != version);
}

// Packed, where it says something else than what is stored. Which knowledge said it is no
// difference.
std::string if_other(Coding fresh, const Coding& stored, const std::string& packed) {
  std::string version = std::exchange(fresh.knowledge_version, stored.knowledge_version);
  const std::string as_stored = pack_coding(fresh);
  if (unpack(as_stored) == unpack(packed)) return {};
  fresh.knowledge_version = std::move(version);
  return pack_coding(fresh);
}

Again code_again(const Filed& row, const Ledger::Recode& recode) {
  Again out;
  out.coded = true;
  Coding fresh = recode(row.coding.report);
  fresh.report.duplicate_of.clear();
  out.coding = if_other(fresh, row.coding, row.packed);
  if (row.recoding) {
    fresh = recode(row.recoding->report);
    fresh.report.duplicate_of.clear();
    out.recoding = if_other(fresh, *row.recoding, row.packed_again);
  }
  if (out.changed()) out.moved = moved_events(row.current(), fresh);
  return out;
}

std::vector<Again> code_again(const std::vector<Filed>& rows, std::string_view version,
                              const Ledger::Recode& recode, Ledger::Scope scope) {
  std::vector<Again> out(rows.size());
  tbb::parallel_for(size_t{0}, rows.size(), [&](size_t i) {
    if (is_outdated(rows[i], version, scope)) out[i] = code_again(rows[i], recode);
  });
  return out;
}

class Recoding {
 public:
  Recoding(Database& database, const Knowledge& knowledge, const Ledger::Recode& recode,
           Ledger::RecodeOptions options)
      : database_(database), knowledge_(knowledge), recode_(recode), options_(options) {}

  RecodeSummary run() {
    const Standing before = standing(database_);
    const Ids ids = ReportStore(database_).ids();
    if (options_.run == Ledger::Run::dry) {
      const Transaction never_committed(database_);
      code_all(ids);
      return finish(before);
    }
    for (size_t i = 0; i < ids.size(); i += kStep) step(part(ids, i, kStep));
    Transaction transaction(database_);
    remember();
    transaction.commit();
    return finish(before);
  }

 private:
  static Ids part(const Ids& ids, size_t from, size_t size) {
    const auto begin = ids.begin() + static_cast<std::ptrdiff_t>(from);
    const auto end = ids.begin() + static_cast<std::ptrdiff_t>(std::min(from + size, ids.size()));
    return {begin, end};
  }

  void step(const Ids& ids) {
    Transaction transaction(database_);
    code_all(ids);
    transaction.commit();
  }

  void code_all(const Ids& ids) {
    const size_t known = summary_.reports.size();
    Change change;
    for (size_t i = 0; i < ids.size(); i += kAtOnce) code_some(part(ids, i, kAtOnce), change);
    if (summary_.reports.size() > known) reconcile_reports(database_, change, knowledge_, recode_);
  }

  void code_some(const Ids& ids, Change& change) {
    ReportStore reports(database_);
    const std::vector<Filed> rows = reports.some(still_there(ids));
    const auto all = code_again(rows, knowledge_.version(), recode_, options_.scope);
    for (size_t i = 0; i < rows.size(); ++i) {
      summary_.coded += all[i].coded;
      if (all[i].changed()) keep(reports, rows[i], all[i], change);
    }
  }

  // Between two steps another writer may have put a new version in a report's place.
  Ids still_there(const Ids& ids) {
    Statement select(database_, "SELECT 1 FROM reports WHERE id = ?");
    Ids out;
    for (const std::string& id : ids) {
      if (select.bind(id).next()) out.push_back(id);
    }
    return out;
  }

  void keep(ReportStore& reports, const Filed& row, const Again& again, Change& change) {
    const std::string& id = row.coding.report.id;
    if (!again.coding.empty()) {
      reports.set_coding(row.number, again.coding);
      if (!row.recoding)
        reports.pend(row.number, sketch_of(unpack_coding(again.coding, row.coding.report)));
    }
    if (!again.recoding.empty()) {
      const Coding coding = unpack_coding(again.recoding, row.recoding->report);
      reports.set_recoding(row.number, coding, again.recoding, sketch_of(coding));
    }
    for (const Event& event : row.current().events) change.moved[id + "/" + event.id].clear();
    for (const auto& [from, to] : again.moved)
      change.moved[fmt::format("{}/{}", id, from)] = fmt::format("{}/{}", id, to);
    summary_.reports.push_back(id);
  }

  std::string sketch_of(const Coding& coding) const {
    return incidents::pack_sketch(incidents::make_sketch(coding, knowledge_.lexicon()));
  }

  void remember() {
    database_.execute("DELETE FROM recoded");
    Statement(database_, "INSERT INTO recoded VALUES (?)").run(knowledge_.version());
    Statement(database_, "UPDATE meta SET knowledge = ?").run(knowledge_.version());
  }

  RecodeSummary finish(const Standing& before) {
    compare(before, standing(database_), database_, summary_);
    return std::move(summary_);
  }

  Database& database_;
  const Knowledge& knowledge_;
  const Ledger::Recode& recode_;
  Ledger::RecodeOptions options_;
  RecodeSummary summary_;
};

bool is_recoded(Database& database, std::string_view version) {
  return database.text("SELECT coalesce(max(knowledge), '') FROM recoded") == version;
}

}  // namespace

RecodeSummary recode_reports(Database& database, const Knowledge& knowledge,
                             const Ledger::Recode& recode, Ledger::RecodeOptions options) {
  if (options.scope == Ledger::Scope::outdated && is_recoded(database, knowledge.version()))
    return {};
  return Recoding(database, knowledge, recode, options).run();
}

std::set<std::string> versions_of(const Sheets& sheets) {
  std::set<std::string> out;
  for (const auto& sheet : sheets) out.insert(sheet->knowledge);
  return out;
}

void forget_recoding(Database& database, const std::set<std::string>& versions) {
  Statement forget(database, "DELETE FROM recoded WHERE knowledge <> ?");
  for (const std::string& version : versions) forget.run(version);
}

}  // namespace sitrep::ledger
