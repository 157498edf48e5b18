#include "ledger/event_store.h"

namespace sitrep::ledger {

using incidents::Sitter;

EventStore::EventStore(Database& database)
    : database_(database),
      find_(database,
            "SELECT number, component, incident, news, best, print FROM events WHERE number = ?"),
      of_component_(
          database,
          "SELECT number, component, incident, news, best, print FROM events WHERE component = ?"),
      of_incident_(
          database,
          "SELECT number, component, incident, news, best, print FROM events WHERE incident = ?"),
      put_(database, "INSERT OR REPLACE INTO events VALUES (?, ?, ?, ?, ?, ?)"),
      remove_(database, "DELETE FROM events WHERE number = ?") {}

std::vector<Standing> EventStore::rows(Statement& found) {
  std::vector<Standing> out;
  while (found.next())
    out.push_back({static_cast<Sitter>(found.integer(0)),
                   found.integer(1),
                   found.integer(2),
                   found.integer(3) != 0,
                   {static_cast<float>(found.real(4)), static_cast<uint64_t>(found.integer(5))}});
  found.reset();
  return out;
}

std::optional<Standing> EventStore::find(Sitter event) {
  const auto found = rows(find_.bind(event));
  return found.empty() ? std::nullopt : std::optional(found.front());
}

std::optional<EventStore::Stood> EventStore::stood(Sitter event) {
  const auto standing = find(event);
  if (!standing) return std::nullopt;
  return Stood{standing->component, standing->weighed};
}

std::vector<Sitter> EventStore::company(int64_t component) {
  std::vector<Sitter> out;
  for (const Standing& s : of_component(component)) out.push_back(s.event);
  return out;
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
  put_.run(s.event, s.component, s.incident, s.news ? 1 : 0, s.weighed.best,
           static_cast<int64_t>(s.weighed.print));
}

void EventStore::remove(Sitter event) { remove_.run(event); }

}  // namespace sitrep::ledger
