#include "ledger/report_store.h"

#include "core/dates.h"

namespace sitrep::ledger {

namespace {

constexpr std::string_view kColumns =
    "SELECT text, minute, dateline, captions, coding, recoding, duplicate_of, number "
    "FROM reports ";

std::optional<std::string> day_of(const Report& report) {
  if (!report.published || !report.published->start) return std::nullopt;
  return iso(*report.published->start);
}

// The version of a report that a ledger holds.
struct Version {
  int64_t number = 0;
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
  Statement pend_;
  Statement rename_;
  Database& database_;
};

Filing::Filing(Database& database)
    : by_id_(database, "SELECT id, sha256, published, minute, number FROM reports WHERE id = ?"),
      by_uri_(
          database,
          "SELECT id, sha256, published, minute, number FROM reports WHERE uri = ? AND uri <> '' "
          "ORDER BY id LIMIT 1"),
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
      remove_(database, "DELETE FROM reports WHERE id = ?"),
      pend_(database, "INSERT OR REPLACE INTO pending VALUES (?, ?)"),
      rename_(database, "INSERT OR REPLACE INTO pending_renames VALUES (?, ?)"),
      database_(database) {}

std::optional<Version> Filing::version(Statement& found) {
  if (!found.next()) return std::nullopt;
  Version version;
  version.id = found.text(0);
  version.number = found.integer(4);
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
  pend_.run(database_.last_row(), Blob{sheet.sketch});
}

void Filing::keep_as_revision(const Report& r) {
  keep_given_.run(r.id, r.uri, r.outlet, r.title, day_of(r), r.published_minute, r.sha256, r.text);
}

void Filing::replace(const Version& old, const Sheet& sheet) {
  keep_current_.run(old.id);
  remove_.run(old.id);
  pend_.run(old.number, std::nullopt);
  insert(sheet);
  if (old.id != sheet.report.id) rename_.run(old.id, sheet.report.id);
}

std::vector<uint32_t> numbers_of(Statement select) {
  std::vector<uint32_t> out;
  while (select.next()) out.push_back(static_cast<uint32_t>(select.integer(0)));
  return out;
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
  row.number = static_cast<uint32_t>(found.integer(7));
  return row;
}

}  // namespace

Arrivals ReportStore::put(const Sheets& sheets) {
  Filing filing(database_);
  for (const auto& sheet : sheets) filing.put(*sheet);
  return filing.arrivals;
}

std::vector<Filed> ReportStore::packed(const std::vector<uint32_t>& numbers) {
  Statement select(database_, std::string(kColumns) + "WHERE number = ?");
  std::vector<Filed> rows;
  rows.reserve(numbers.size());
  for (const uint32_t number : numbers) {
    if (!select.bind(number).next()) throw damaged("an event without its report");
    rows.push_back(row_of(select));
  }
  return rows;
}

std::vector<Filed> ReportStore::some(const std::vector<uint32_t>& numbers) {
  std::vector<Filed> rows = packed(numbers);
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

bool ReportStore::dated(uint32_t report) {
  Statement select(database_, "SELECT published IS NOT NULL FROM reports WHERE number = ?");
  return select.bind(report).next() && select.integer(0) != 0;
}

std::vector<uint32_t> ReportStore::numbers() {
  return numbers_of(Statement(database_, "SELECT number FROM reports ORDER BY number"));
}

std::vector<uint32_t> ReportStore::undated() {
  return numbers_of(
      Statement(database_, "SELECT number FROM reports WHERE published IS NULL ORDER BY number"));
}

void ReportStore::set_coding(uint32_t report, const std::string& packed) {
  Statement(database_, "UPDATE reports SET coding = ? WHERE number = ?").run(Blob{packed}, report);
}

void ReportStore::pend(uint32_t report, const std::string& sketch) {
  Statement(database_, "INSERT OR REPLACE INTO pending VALUES (?, ?)").run(report, Blob{sketch});
}

void ReportStore::set_recoding(uint32_t report, const Coding& coding, const std::string& packed,
                               const std::string& sketch) {
  Statement update(database_, "UPDATE reports SET inferred = ?, recoding = ? WHERE number = ?");
  update.run(day_of(coding.report), Blob{packed}, report);
  pend(report, sketch);
}

void ReportStore::drop_recoding(uint32_t report, const std::string& sketch) {
  Statement(database_, "UPDATE reports SET inferred = NULL, recoding = NULL WHERE number = ?")
      .run(report);
  pend(report, sketch);
}

void ReportStore::set_duplicate(uint32_t report, const std::string& original) {
  const auto value = original.empty() ? std::nullopt : std::optional(original);
  Statement(database_, "UPDATE reports SET duplicate_of = ? WHERE number = ?").run(value, report);
}

}  // namespace sitrep::ledger
