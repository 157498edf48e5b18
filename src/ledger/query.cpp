#include "ledger/query.h"

#include "core/dates.h"
#include "core/records_json.h"
#include "ledger/correction_store.h"
#include "ledger/opening.h"
#include "ledger/pack.h"
#include "ledger/recall_store.h"
#include "ledger/report_store.h"
#include "ledger/words.h"

namespace sitrep::ledger {

Incident parse_incident(std::string_view json) {
  auto incident = incident_from_json(json);
  if (!incident) throw damaged("an incident: " + incident.error().message);
  return std::move(*incident);
}

namespace {

// Those of a filter's conditions that spare reading most records, and what their question marks
// stand for. The Matcher judges the rest.
class Conditions {
 public:
  explicit Conditions(const IncidentFilter& filter) {
    if (filter.since) add("last_day >= ?", iso(*filter.since));
    if (filter.until) add("first_day <= ?", iso(*filter.until));
    if (filter.phase) add("phase = ?", std::string(name(*filter.phase)));
    if (std::string query = words_query(filter.text); !query.empty()) {
      add("number IN (SELECT rowid FROM incident_words WHERE incident_words MATCH ?)",
          std::move(query));
    }
  }
  const std::string& sql() const { return sql_; }
  void bind(Statement& statement) const {
    int index = 0;
    for (const std::string& value : values_) statement.bind_one(++index, value);
  }

 private:
  void add(std::string_view condition, std::string value) {
    sql_.append(sql_.empty() ? "WHERE " : " AND ").append(condition);
    values_.push_back(std::move(value));
  }
  std::string sql_;
  std::vector<std::string> values_;
};

std::optional<Incident> exact(Database& database, const std::string& id) {
  Statement select(
      database,
      "SELECT json FROM incidents WHERE id = ?1 OR "
      "id = (SELECT incident FROM incident_merges WHERE old = ?1) ORDER BY id <> ?1 LIMIT 1");
  if (!select.bind(id).next()) return std::nullopt;
  Incident incident = parse_incident(select.text(0));
  RecallStore(database).fill(incident);
  return incident;
}

// Ids that begin so; three are enough to say that there are several.
std::vector<std::string> beginning_with(Database& database, const std::string& prefix) {
  Statement select(database,
                   "SELECT id FROM incidents WHERE id >= ?1 AND substr(id, 1, length(?1)) = ?1 "
                   "ORDER BY id LIMIT 3");
  select.bind(prefix);
  std::vector<std::string> ids;
  while (select.next()) ids.emplace_back(select.text(0));
  return ids;
}

}  // namespace

std::vector<Incident> find_incidents(Database& database, const IncidentFilter& filter) {
  const Conditions conditions(filter);
  Statement select(database, "SELECT json FROM incidents " + conditions.sql() +
                                 " ORDER BY first_day IS NULL, first_day, id");
  conditions.bind(select);
  std::vector<Incident> out;
  const Matcher matches(filter);
  while (select.next()) {
    Incident incident = parse_incident(select.text(0));
    if (matches(row_of(incident))) out.push_back(std::move(incident));
  }
  RecallStore links(database);
  for (Incident& incident : out) links.fill(incident);
  return out;
}

std::vector<Incident> incidents_named(Database& database, const std::vector<std::string>& ids) {
  Statement select(database, "SELECT json FROM incidents WHERE id = ?");
  RecallStore links(database);
  std::vector<Incident> out;
  for (const std::string& id : ids) {
    if (!select.bind(id).next()) continue;
    links.fill(out.emplace_back(parse_incident(select.text(0))));
  }
  return out;
}

Incident find_incident(Database& database, const std::string& id) {
  if (auto found = exact(database, id)) return std::move(*found);
  const auto ids = id.empty() ? std::vector<std::string>() : beginning_with(database, id);
  if (ids.empty()) throw Failed(Code::not_found, "no incident \"" + id + "\"");
  if (ids.size() > 1) {
    throw Failed(Code::not_found, "several incidents begin with \"" + id + "\": " + ids[0] + ", " +
                                      ids[1] + (ids.size() > 2 ? ", ..." : ""));
  }
  return *exact(database, ids[0]);
}

std::vector<Incident> find_history(Database& database, const std::string& id) {
  Statement select(database, "SELECT json FROM incident_history WHERE id = ? ORDER BY revision");
  select.bind(id);
  std::vector<Incident> out;
  while (select.next()) out.push_back(parse_incident(unpack(select.blob(0))));
  return out;
}

constexpr size_t kCheckedAtOnce = 1000;  // reports

void check_all(Database& database) {
  check_pages(database, false);
  ReportStore reports(database);
  const auto numbers = reports.numbers();
  for (size_t i = 0; i < numbers.size(); i += kCheckedAtOnce) {
    const auto some = std::span(numbers).subspan(i, std::min(kCheckedAtOnce, numbers.size() - i));
    reports.some(std::vector<uint32_t>(some.begin(), some.end()));
  }
  find_incidents(database, {});
  for (const Correction& correction : CorrectionStore(database).all())
    CorrectionStore(database).anchors(correction.number);
}

}  // namespace sitrep::ledger
