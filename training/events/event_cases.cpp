#include "event_cases.h"

#include <algorithm>

#include "events/assemble.h"
#include "events/event_features.h"

namespace sitrep::training {

namespace {

// MUC-4 calls most things an attack: what the rules say stands, unless it is one of the others.
EventType type_meant(const Gold& gold, size_t event, EventType ruled) {
  const EventType type = gold.events[event].type;
  if (!gold.partial || type != EventType::armed_attack) return type;
  constexpr EventType kAttacks[] = {
      EventType::battle,       EventType::shelling,        EventType::air_strike,
      EventType::drone_attack, EventType::armed_attack,    EventType::assassination,
      EventType::strike,       EventType::sexual_violence, EventType::raid};
  const bool attack =
      std::find(std::begin(kAttacks), std::end(kAttacks), ruled) != std::end(kAttacks);
  return attack ? ruled : type;
}

}  // namespace

void add_event_cases(const Told& told, EventCases& cases) {
  const Alignment& alignment = told.alignment;
  EventFeatures features(told.reading);
  for (const Draft& event : told.events) {
    const auto meant = alignment.event_of(event);
    if (alignment.complete())
      cases.real.push_back({features.of_being(event), static_cast<uint8_t>(meant.has_value()),
                            !event.doubtful, told.group});
    if (!meant) continue;
    const EventType ruled = resolve_type(told.reading, event);
    const EventType type = type_meant(alignment.gold(), *meant, ruled);
    cases.types.push_back(
        {features.of(event), static_cast<uint8_t>(type), static_cast<uint8_t>(ruled), told.group});
  }
}

}  // namespace sitrep::training
