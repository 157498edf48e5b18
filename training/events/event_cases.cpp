#include "event_cases.h"

#include <algorithm>

#include "events/assemble.h"
#include "events/event_features.h"

namespace sitrep::training {

namespace {

// MUC-4 calls an attack what may be any of these.
uint32_t attacks(const Gold& gold, size_t event) {
  constexpr EventType kAttacks[] = {
      EventType::battle,       EventType::shelling,        EventType::air_strike,
      EventType::drone_attack, EventType::armed_attack,    EventType::assassination,
      EventType::strike,       EventType::sexual_violence, EventType::raid};
  if (!gold.partial || gold.events[event].type != EventType::armed_attack) return 0;
  uint32_t bits = 0;
  for (const EventType type : kAttacks) bits |= uint32_t{1} << static_cast<unsigned>(type);
  return bits;
}

}  // namespace

void add_event_cases(const Told& told, EventCases& cases) {
  const Alignment& alignment = told.alignment;
  EventFeatures features(told.reading);
  for (const Draft& event : told.events) {
    const auto meant = alignment.event_of(event);
    if (meant || alignment.complete())
      cases.real.push_back({features.of_being(event), static_cast<uint8_t>(meant.has_value()),
                            !event.doubtful, told.group});
    if (!meant) continue;
    Case typed{features.of(event), static_cast<uint8_t>(alignment.gold().events[*meant].type),
               static_cast<uint8_t>(resolve_type(told.reading, event)), told.group};
    typed.also = attacks(alignment.gold(), *meant);
    cases.types.push_back(std::move(typed));
  }
}

}  // namespace sitrep::training
