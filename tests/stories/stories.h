// What the stories ask of an incident. Stories are three-line reports, read by the whole engine,
// one thing asked each time. DISABLED_: asked, but not answered rightly yet; drop the word when it
// is.
#pragma once

#include <gmock/gmock.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "small_world.h"

namespace sitrep {

// The events of one report of 5 March 2024, a Tuesday.
inline std::vector<Event> events_of(std::string_view text) {
  World world;
  world.report("Wire", "2024-03-05", text);
  return world.codings().empty() ? std::vector<Event>{} : world.codings().front().events;
}

// The only one; throws std::runtime_error when it is not alone.
inline Event event_of(std::string_view text) {
  std::vector<Event> events = events_of(text);
  if (events.size() == 1) return std::move(events.front());
  throw std::runtime_error("not one event but " + std::to_string(events.size()) + ": " +
                           std::string(text));
}

// By name, those without one by what they are.
inline std::vector<std::string> called(const std::vector<Item>& items) {
  std::vector<std::string> names;
  for (const Item& item : items) names.push_back(item.name.empty() ? item.description : item.name);
  return names;
}

inline bool names_any(const std::vector<Item>& items, std::string_view words) {
  return std::any_of(items.begin(), items.end(), [&](const Item& item) {
    return (item.name + " " + item.description).find(words) != std::string::npos;
  });
}

inline const IncidentPerpetrator* perpetrator(const Incident& incident, std::string_view words) {
  for (const auto& p : incident.perpetrators) {
    if (p.party.name.find(words) != std::string::npos) return &p;
  }
  return nullptr;
}

inline const Claim* claim(const Incident& incident, Field field, Polarity polarity,
                          Certainty certainty) {
  for (const Claim& c : incident.claims) {
    if (c.field == field && c.polarity == polarity && c.certainty == certainty) return &c;
  }
  return nullptr;
}

inline const Disagreement* disagreement(const Incident& incident, Field field) {
  for (const auto& d : incident.disagreements) {
    if (d.field == field) return &d;
  }
  return nullptr;
}
const Disagreement* disagreement(Incident&&, Field) = delete;  // it would not outlive the call

}  // namespace sitrep
