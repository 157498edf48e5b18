#include "ledger/event_store.h"

namespace sitrep::ledger {

using incidents::Sitter;

EventStore::EventStore(Database& database)
    : database_(database),
      find_(database, "SELECT number, component, incident, news FROM events WHERE number = ?"),
      of_component_(database,
                    "SELECT number, component, incident, news FROM events WHERE component = ?"),
      of_incident_(database,
                   "SELECT number, component, incident, news FROM events WHERE incident = ?"),
      put_(database, "INSERT OR REPLACE INTO events VALUES (?, ?, ?, ?)"),
      remove_(database, "DELETE FROM events WHERE number = ?") {}

std::vector<Standing> EventStore::rows(Statement& found) {
  std::vector<Standing> out;
  while (found.next())
    out.push_back({static_cast<Sitter>(found.integer(0)), found.integer(1), found.integer(2),
                   found.integer(3) != 0});
  found.reset();
  return out;
}

std::optional<Standing> EventStore::find(Sitter event) {
  const auto found = rows(find_.bind(event));
  return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<Standing> EventStore::of_component(int64_t component) {
  return rows(of_component_.bind(component));
}

std::vector<Standing> EventStore::of_incident(int64_t incident) {
  return rows(of_incident_.bind(incident));
}

std::vector<Sitter> EventStore::all() {
  Statement select(database_, "SELECT number FROM events");
  std::vector<Sitter> out;
  while (select.next()) out.push_back(static_cast<Sitter>(select.integer(0)));
  return out;
}

void EventStore::put(const Standing& s) {
  put_.run(s.event, s.component, s.incident, s.news ? 1 : 0);
}

void EventStore::remove(Sitter event) { remove_.run(event); }

}  // namespace sitrep::ledger
