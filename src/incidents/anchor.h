// What a correction holds on to in a report: not the number of an event, which another text or
// another dictionary gives anew, but what was said of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sitrep/coding.h"
#include "sitrep/result.h"

namespace sitrep {

struct Anchor {
  std::string report;
  std::string event;   // its id when the correction was made
  std::string sha256;  // of the text then: within the same text places count, elsewhere words
  EventType type = EventType::any;
  std::optional<Day> day;
  std::string place;  // id of the gazetteer, else the name
  std::vector<Evidence> triggers;

  std::string member() const { return report + "/" + event; }
};

Anchor anchor_of(const Coding& coding, const Event& event);

// The event of a coding that the anchor speaks of; null: the report tells of it no longer.
const Event* find_event(const Anchor& anchor, const Coding& coding);

// Of each event of a coding the id that the same event has in another coding of the report; events
// that are not there again are left out.
std::vector<std::pair<std::string, std::string>> moved_events(const Coding& from, const Coding& to);

std::string to_json(const Anchor& anchor);  // without report and event
// The inverse; `malformed` when it is no such record.
Result<Anchor> anchor_from_json(std::string_view json);

}  // namespace sitrep
