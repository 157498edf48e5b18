#include "ledger/event_store.h"

#include <cstring>

namespace sitrep::ledger {

using incidents::PairOfEvents;
using incidents::Sitter;

namespace {

// As it lies in component_pairs.pairs: two numbers of events and what they scored.
constexpr size_t kPairBytes = 2 * sizeof(Sitter) + sizeof(float);

PairOfEvents pair_at(const char* at) {
  PairOfEvents out;
  std::memcpy(&out.a, at, sizeof out.a);
  std::memcpy(&out.b, at + sizeof out.a, sizeof out.b);
  std::memcpy(&out.score, at + sizeof out.a + sizeof out.b, sizeof out.score);
  return out;
}

void append(std::string& bytes, const PairOfEvents& pair) {
  const size_t at = bytes.size();
  bytes.resize(at + kPairBytes);
  std::memcpy(&bytes[at], &pair.a, sizeof pair.a);
  std::memcpy(&bytes[at + sizeof pair.a], &pair.b, sizeof pair.b);
  std::memcpy(&bytes[at + sizeof pair.a + sizeof pair.b], &pair.score, sizeof pair.score);
}

}  // namespace

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
      remove_(database, "DELETE FROM events WHERE number = ?"),
      pairs_(database, "SELECT pairs FROM component_pairs WHERE component = ?"),
      put_pairs_(database, "INSERT OR REPLACE INTO component_pairs VALUES (?, ?)"),
      remove_pairs_(database, "DELETE FROM component_pairs WHERE component = ?") {}

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

std::vector<PairOfEvents> EventStore::pairs(int64_t component) {
  std::vector<PairOfEvents> out;
  if (pairs_.bind(component).next()) {
    const std::string_view bytes = pairs_.blob(0);
    if (bytes.size() % kPairBytes != 0) throw damaged("the pairs of a component");
    for (size_t at = 0; at < bytes.size(); at += kPairBytes)
      out.push_back(pair_at(bytes.data() + at));
  }
  pairs_.reset();
  return out;
}

void EventStore::put_pairs(int64_t component, const std::vector<PairOfEvents>& pairs) {
  std::string bytes;
  bytes.reserve(pairs.size() * kPairBytes);
  for (const PairOfEvents& pair : pairs) append(bytes, pair);
  put_pairs_.run(component, Blob{bytes});
}

void EventStore::remove_pairs(int64_t component) { remove_pairs_.run(component); }

}  // namespace sitrep::ledger
