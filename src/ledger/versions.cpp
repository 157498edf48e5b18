#include "ledger/versions.h"

#include "core/dates.h"

namespace sitrep::ledger {

namespace {

// Versions are of one report where they share its id or its uri (Filing in report_store.cpp).
constexpr auto kVersions = R"(
  WITH every (id, uri, outlet, title, published, minute, sha256, text, current) AS (
    SELECT id, uri, outlet, title, published, minute, sha256, text, 1 FROM reports
    UNION ALL
    SELECT report, uri, outlet, title, published, minute, sha256, text, 0 FROM report_revisions),
  asked (id, uri) AS (
    SELECT id, uri FROM reports WHERE id = ?1 OR uri = ?1
    UNION SELECT report, uri FROM report_revisions WHERE report = ?1 OR uri = ?1)
  SELECT id, uri, outlet, title, published, minute, sha256, text, current FROM every
  WHERE id IN (SELECT id FROM asked) OR (uri <> '' AND uri IN (SELECT uri FROM asked))
  ORDER BY current, published, minute, sha256)";

ReportVersion version_of(const Statement& row) {
  ReportVersion version{.report = {}, .current = row.integer(8) != 0};
  Report& report = version.report;
  report.id = row.text(0);
  report.uri = row.text(1);
  report.outlet = row.text(2);
  report.title = row.text(3);
  if (const auto day = row.is_null(4) ? std::nullopt : parse_day(row.text(4)))
    report.published = day_when(*day, Basis::stated);
  if (!row.is_null(5)) report.published_minute = static_cast<int>(row.integer(5));
  report.sha256 = row.text(6);
  report.text = row.text(7);
  return version;
}

}  // namespace

std::vector<ReportVersion> find_versions(Database& database, const std::string& report) {
  Statement select(database, kVersions);
  select.bind(report);
  std::vector<ReportVersion> versions;
  while (select.next()) versions.push_back(version_of(select));
  if (versions.empty()) throw Failed(Code::not_found, "no report \"" + report + "\"");
  return versions;
}

}  // namespace sitrep::ledger
