#include "ledger/rows.h"

#include "core/dates.h"
#include "core/incident_row_json.h"
#include "ledger/words.h"

namespace sitrep::ledger {

std::vector<IncidentMark> read_marks(Database& database) {
  Statement select(database, "SELECT number, digest FROM incident_rows ORDER BY number");
  std::vector<IncidentMark> out;
  while (select.next()) out.push_back({select.integer(0), std::string(select.text(1))});
  return out;
}

std::vector<IncidentRow> read_rows(Database& database, const std::vector<int64_t>& numbers) {
  Statement select(database, "SELECT json FROM incident_rows WHERE number = ?");
  RowReader reader;
  std::vector<IncidentRow> out;
  out.reserve(numbers.size());
  for (const int64_t number : numbers) {
    if (!select.bind(number).next()) continue;
    auto row = reader.read(select.text(0));
    if (!row) throw damaged("the row of an incident");
    row->number = number;
    out.push_back(std::move(*row));
  }
  return out;
}

std::vector<int64_t> numbers_telling(Database& database, const std::string& text) {
  const std::string query = words_query(text);
  std::vector<int64_t> out;
  if (query.empty()) return out;
  Statement select(database,
                   "SELECT rowid FROM incident_words WHERE incident_words MATCH ? ORDER BY rowid");
  select.bind(query);
  while (select.next()) out.push_back(select.integer(0));
  return out;
}

std::vector<ReportHead> read_heads(Database& database, const std::vector<std::string>& ids) {
  Statement select(database,
                   "SELECT id, outlet, coalesce(published, inferred), minute, duplicate_of "
                   "FROM reports WHERE id = ?");
  std::vector<ReportHead> out;
  for (const std::string& id : ids) {
    if (!select.bind(id).next()) continue;
    ReportHead& head = out.emplace_back();
    head.id = select.text(0);
    head.outlet = select.text(1);
    if (!select.is_null(2)) head.published = parse_day(select.text(2));
    if (!select.is_null(3)) head.minute = static_cast<int>(select.integer(3));
    head.duplicate_of = select.text(4);
  }
  return out;
}

std::vector<std::string> incidents_of(Database& database, const std::string& report) {
  Statement select(
      database,
      "SELECT DISTINCT i.id FROM reports r "
      "JOIN events e ON e.number BETWEEN r.number * 65536 AND r.number * 65536 + 65535 "
      "JOIN incidents i ON i.number = e.incident WHERE r.id = ? ORDER BY i.id");
  select.bind(report);
  std::vector<std::string> out;
  while (select.next()) out.emplace_back(select.text(0));
  return out;
}

}  // namespace sitrep::ledger
