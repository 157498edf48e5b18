#include "ledger/recall_store.h"

#include "core/dates.h"
#include "core/records_json.h"
#include "incidents/recall.h"
#include "ledger/query.h"

namespace sitrep::ledger {

namespace {

constexpr std::chrono::days kReach{32};  // a month that a memory gives, and a day
constexpr size_t kMostRead = 20000;      // incidents in memory, without what recalling asks not

Incident bare(Incident incident) {
  incident.claims = {};
  incident.reports = {};
  incident.members = {};
  incident.sources = {};
  incident.disagreements = {};
  incident.toll_history = {};
  return incident;
}

}  // namespace

RecallStore::RecallStore(Database& database)
    : forget_(database, "DELETE FROM recalls WHERE background = ?1 OR news = ?1"),
      insert_(database, "INSERT OR IGNORE INTO recalls VALUES (?, ?)"),
      others_(
          database,
          "SELECT number, type, digest, json FROM incidents WHERE country = ? AND phase = ? AND "
          "first_day BETWEEN ? AND ?"),
      recalls_(database,
               "SELECT i.id FROM recalls r JOIN incidents own ON own.number = r.background "
               "JOIN incidents i ON i.number = r.news WHERE own.id = ? ORDER BY i.id"),
      background_(
          database,
          "SELECT DISTINCT i.id FROM incidents own JOIN events e ON e.incident = own.number "
          "JOIN events o ON o.number BETWEEN (e.number >> 16) << 16 AND e.number | 65535 "
          "JOIN incidents i ON i.number = o.incident WHERE own.id = ? AND e.news = 1 AND "
          "o.news = 0 AND o.incident <> own.number ORDER BY i.id") {}

// Each once in a step: a month is asked for by all that recall it.
std::shared_ptr<const Incident> RecallStore::found_now() {
  if (read_.size() >= kMostRead) read_.clear();
  auto& incident = read_[std::string(others_.text(2))];
  if (!incident) incident = std::make_shared<const Incident>(bare(parse_incident(others_.text(3))));
  return incident;
}

// News that a memory may mean, or memories that may mean this news, by country and day.
std::vector<RecallStore::Other> RecallStore::others_of(const Incident& incident) {
  std::vector<Other> out;
  if (!incident.when.start) return out;
  const bool news = incident.phase == Phase::news;
  const std::string first = iso(*incident.when.start - (news ? kReach : std::chrono::days(1)));
  const Day end = incident.when.end.value_or(*incident.when.start) + std::chrono::days(1);
  const std::string last = iso(std::min(end, *incident.when.start + kReach));
  others_.bind(incident.where.country, name(news ? Phase::background : Phase::news), first, last);
  while (others_.next()) {
    const auto type = parse<EventType>(others_.text(1));
    if (type && !may_recall(incident.type, *type)) continue;
    out.push_back({others_.integer(0), found_now()});
  }
  others_.reset();
  return out;
}

void RecallStore::link(int64_t number, const Incident& incident,
                       const knowledge::Lexicon& lexicon) {
  forget_.run(number);
  for (const Other& other : others_of(incident)) {
    if (recalls(incident, *other.incident, lexicon)) insert_.run(number, other.number);
    if (recalls(*other.incident, incident, lexicon)) insert_.run(other.number, number);
  }
}

std::vector<std::string> RecallStore::ids(Statement& select, const std::string& id) {
  std::vector<std::string> out;
  select.bind(id);
  while (select.next()) out.emplace_back(select.text(0));
  select.reset();
  return out;
}

void RecallStore::fill(Incident& incident) {
  incident.recalls = ids(recalls_, incident.id);
  incident.background = ids(background_, incident.id);
}

}  // namespace sitrep::ledger
