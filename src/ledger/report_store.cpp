#include "ledger/report_store.h"

#include "core/dates.h"

namespace sitrep::ledger {

namespace {

constexpr std::string_view kColumns =
    "SELECT text, minute, dateline, captions, coding, recoding, duplicate_of FROM reports ";

std::optional<std::string> day_of(const Report& report) {
  if (!report.published || !report.published->start) return std::nullopt;
  return iso(*report.published->start);
}

// The version of a report that a ledger holds.
struct Version {
  std::string id;
  std::string sha256;
  std::optional<std::string> published;
  std::optional<int> minute;
};

// Adds reports one by one within a transaction.
class Filing {
 public:
  explicit Filing(Database& database);
  void put(const Sheet& sheet);
  Arrivals arrivals;

 private:
  std::optional<Version> current(const Report& report);
  std::optional<Version> version(Statement& found);
  bool is_earlier_version(const Report& report);
  void insert(const Sheet& sheet);
  void keep_as_revision(const Report& report);
  void replace(const Version& old, const Sheet& sheet);

  Statement by_id_;
  Statement by_uri_;
  Statement earlier_;
  Statement insert_;
  Statement keep_current_;
  Statement keep_given_;
  Statement remove_;
};

Filing::Filing(Database& database)
    : by_id_(database, "SELECT id, sha256, published, minute FROM reports WHERE id = ?"),
      by_uri_(database,
              "SELECT id, sha256, published, minute FROM reports WHERE uri = ? AND uri <> '' ORDER "
              "BY id LIMIT 1"),
      earlier_(database,
               "SELECT 1 FROM report_revisions WHERE report = ?1 AND sha256 = ?3 UNION ALL "
               "SELECT 1 FROM report_revisions WHERE uri = ?2 AND uri <> '' AND sha256 = ?3"),
      insert_(database,
              "INSERT INTO reports (id, uri, outlet, title, published, minute, sha256, dateline, "
              "captions, text, "
              "coding) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      keep_current_(database,
                    "INSERT OR IGNORE INTO report_revisions "
                    "SELECT id, uri, outlet, title, published, minute, sha256, text FROM reports "
                    "WHERE id = ?"),
      keep_given_(database,
                  "INSERT OR IGNORE INTO report_revisions VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      remove_(database, "DELETE FROM reports WHERE id = ?") {}

std::optional<Version> Filing::version(Statement& found) {
  if (!found.next()) return std::nullopt;
  Version version;
  version.id = found.text(0);
  version.sha256 = found.text(1);
  if (!found.is_null(2)) version.published = found.text(2);
  if (!found.is_null(3)) version.minute = static_cast<int>(found.integer(3));
  found.reset();
  return version;
}

std::optional<Version> Filing::current(const Report& report) {
  if (auto same_id = version(by_id_.bind(report.id))) return same_id;
  return version(by_uri_.bind(report.uri));
}

bool Filing::is_earlier_version(const Report& report) {
  const bool known = earlier_.bind(report.id, report.uri, report.sha256).next();
  earlier_.reset();
  return known;
}

// By what both say of their time; where they don't differ in it, the one that came in later is the
// newer.
bool is_older(const Report& report, const Version& than) {
  const auto day = day_of(report);
  if (!day || !than.published) return false;
  if (*day != *than.published) return *day < *than.published;
  return report.published_minute && than.minute && *report.published_minute < *than.minute;
}

void Filing::put(const Sheet& sheet) {
  const Report& report = sheet.report;
  const auto old = current(report);
  if (!old && !is_earlier_version(report)) {
    insert(sheet);
    ++arrivals.added;
  } else if (!old || old->sha256 == report.sha256 || is_earlier_version(report)) {
    ++arrivals.known;
  } else {
    is_older(report, *old) ? keep_as_revision(report) : replace(*old, sheet);
    ++arrivals.revised;
  }
}

void Filing::insert(const Sheet& sheet) {
  const Report& r = sheet.report;
  insert_.run(r.id, r.uri, r.outlet, r.title, day_of(r), r.published_minute, r.sha256, r.dateline,
              sheet.captions, r.text, Blob{sheet.packed});
}

void Filing::keep_as_revision(const Report& r) {
  keep_given_.run(r.id, r.uri, r.outlet, r.title, day_of(r), r.published_minute, r.sha256, r.text);
}

void Filing::replace(const Version& old, const Sheet& sheet) {
  keep_current_.run(old.id);
  remove_.run(old.id);
  insert(sheet);
  arrivals.renamed.erase(sheet.report.id);
  if (old.id != sheet.report.id) arrivals.renamed[old.id] = sheet.report.id;
}

Filed row_of(const Statement& found) {
  Filed row;
  row.coding.report.text = found.text(0);
  if (!found.is_null(1)) row.coding.report.published_minute = static_cast<int>(found.integer(1));
  row.dateline = found.text(2);
  row.captions = found.text(3);
  row.packed = found.blob(4);
  row.packed_again = found.blob(5);
  row.duplicate_of = found.text(6);
  return row;
}

}  // namespace

Arrivals ReportStore::put(const std::vector<Sheet>& sheets) {
  Filing filing(database_);
  for (const Sheet& sheet : sheets) filing.put(sheet);
  return std::move(filing.arrivals);
}

std::vector<Filed> ReportStore::all() {
  Statement select(database_, std::string(kColumns) + "ORDER BY id");
  std::vector<Filed> rows;
  while (select.next()) rows.push_back(row_of(select));
  read_sheets(rows);
  return rows;
}

std::vector<Filed> ReportStore::some(const std::vector<std::string>& ids) {
  Statement select(database_, std::string(kColumns) + "WHERE id = ?");
  std::vector<Filed> rows;
  for (const std::string& id : ids) {
    if (!select.bind(id).next()) throw Failed(Code::not_found, "no report \"" + id + "\"");
    rows.push_back(row_of(select));
  }
  read_sheets(rows);
  return rows;
}

std::vector<std::string> ReportStore::ids() {
  Statement select(database_, "SELECT id FROM reports ORDER BY id");
  std::vector<std::string> out;
  while (select.next()) out.emplace_back(select.text(0));
  return out;
}

bool ReportStore::has(const std::string& id, const std::string& sha256) {
  Statement select(database_,
                   "SELECT 1 FROM reports WHERE id = ?1 AND sha256 = ?2 UNION ALL "
                   "SELECT 1 FROM report_revisions WHERE report = ?1 AND sha256 = ?2");
  return select.bind(id, sha256).next();
}

void ReportStore::set_coding(const std::string& id, const std::string& packed) {
  Statement(database_, "UPDATE reports SET coding = ? WHERE id = ?").run(Blob{packed}, id);
}

void ReportStore::set_recoding(const std::string& id, const Coding& coding,
                               const std::string& packed) {
  Statement update(database_, "UPDATE reports SET inferred = ?, recoding = ? WHERE id = ?");
  update.run(day_of(coding.report), Blob{packed}, id);
}

void ReportStore::drop_recoding(const std::string& id) {
  Statement(database_, "UPDATE reports SET inferred = NULL, recoding = NULL WHERE id = ?").run(id);
}

void ReportStore::set_duplicate(const std::string& id, const std::string& original) {
  const auto value = original.empty() ? std::nullopt : std::optional(original);
  Statement(database_, "UPDATE reports SET duplicate_of = ? WHERE id = ?").run(value, id);
}

}  // namespace sitrep::ledger
