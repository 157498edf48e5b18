// Reports with their events as a person wrote them down; what training/events/prepare.py writes.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "events/event_model.h"
#include "sitrep/enums.h"
#include "sitrep/result.h"

namespace sitrep::training {

struct GoldEntity {
  Part part = Part::none;
  std::vector<std::string> mentions;  // as the report spells them, the best first
};

struct GoldEvent {
  EventType type = EventType::any;
  std::vector<std::string> told;  // pieces of the text that tell it; empty: not known
  std::vector<GoldEntity> entities;
};

struct Gold {
  bool partial = false;        // other events of the report may be real, too (MUC-4's templates)
  bool without_joins = false;  // joins are not learnt from it (docs/event-model.md)
  std::vector<GoldEvent> events;
};

// By report id. Fails with `malformed` and the line.
Result<std::map<std::string, Gold>> read_gold(const std::string& file);

}  // namespace sitrep::training
