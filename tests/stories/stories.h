// What the stories ask of an incident. Stories are three-line reports, read by the whole engine,
// one thing asked each time. DISABLED_: asked, but not answered rightly yet; drop the word when it
// is.
#pragma once

#include <gmock/gmock.h>

#include <algorithm>

#include "small_world.h"

namespace sitrep {

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
