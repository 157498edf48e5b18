// A small world for tests: codings written by hand in a line or two.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/dates.h"
#include "incidents/reconcile.h"

namespace sitrep::incidents::test {

inline When on(std::string_view day, PartOfDay part = PartOfDay::none) {
  When when = day_when(*parse_day(day), Basis::relative);
  when.part_of_day = part;
  if (part != PartOfDay::none) when.precision = DatePrecision::part_of_day;
  return when;
}

inline Quantity exactly(int64_t n) { return {.low = n, .best = n, .high = n, .text = {}}; }
inline Quantity at_least(int64_t n) { return {.low = n, .best = n, .high = {}, .text = {}}; }

inline Where at(const std::string& name, double lat, double lon, std::string country) {
  return {.name = name,
          .lat = lat,
          .lon = lon,
          .country = std::move(country),
          .admin1 = {},
          .precision = PlacePrecision::city,
          .gazetteer_id = "g-" + name};
}
inline Where marjah() { return at("Marjah", 31.52, 64.12, "AF"); }
inline Where herat() { return at("Herat", 34.35, 62.2, "AF"); }

inline Item thing(std::string description, std::string kind, std::string name = {},
                  Quantity count = {}) {
  Item item;
  item.name = std::move(name);
  item.description = std::move(description);
  item.kind = std::move(kind);
  item.count = std::move(count);
  return item;
}

inline Perpetrator by(std::string name, std::string actor, Status status = Status::reported) {
  Perpetrator p;
  p.party = {.name = std::move(name),
             .actor_id = std::move(actor),
             .kind = PartyKind::rebel,
             .nation = {}};
  p.status = status;
  return p;
}

inline Event event(EventType type, When when, Where where) {
  Event e;
  e.type = type;
  e.when = when;
  e.where = std::move(where);
  return e;
}

// A report; its events get ids e0, e1 ... and a claim of their type.
inline Coding report(const std::string& id, std::string_view published, std::string text,
                     std::vector<Event> events) {
  Coding coding;
  coding.report.id = id;
  coding.report.uri = id + ".txt";
  coding.report.text = std::move(text);
  if (!published.empty()) coding.report.published = day_when(*parse_day(published), Basis::stated);
  for (size_t i = 0; i < events.size(); ++i) {
    Event& e = events[i];
    e.id = "e" + std::to_string(i);
    Claim claim;
    claim.id = "c0";
    claim.field = Field::type;
    claim.value = std::string(name(e.type));
    claim.evidence = {id, 0, 0, {}};
    e.claims.insert(e.claims.begin(), claim);
  }
  coding.events = std::move(events);
  return coding;
}

inline Speaker speaker(std::string name) {
  Speaker out;
  out.party.name = std::move(name);
  return out;
}

inline Where country(std::string name, std::string code) {
  Where out;
  out.name = std::move(name);
  out.country = std::move(code);
  out.precision = PlacePrecision::country;
  return out;
}

inline Claim denial(EventType type, std::string who) {
  Claim claim;
  claim.id = "denial";
  claim.field = Field::type;
  claim.value = std::string(name(type));
  claim.polarity = Polarity::denied;
  claim.speaker = speaker(std::move(who));
  return claim;
}

inline std::vector<Incident> incidents_of(const std::vector<Coding>& codings) {
  static const knowledge::Lexicon lexicon;
  return reconcile(codings, lexicon);
}

// The members of each incident, for comparing results.
inline std::vector<std::vector<std::string>> members_of(const std::vector<Incident>& incidents) {
  std::vector<std::vector<std::string>> out;
  out.reserve(incidents.size());
  for (const Incident& i : incidents) out.push_back(i.members);
  std::ranges::sort(out);
  return out;
}

}  // namespace sitrep::incidents::test
