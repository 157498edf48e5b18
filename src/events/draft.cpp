#include "events/draft.h"

#include <algorithm>
#include <utility>

namespace sitrep {

EventType Draft::type() const {
  EventType weak = EventType::any;
  bool fire = false;  // comes of shells and is set on raids: any other type tells more
  bool set = false;   // "intentionally set": but for a mere attack, which "fire" may be a word for
  for (const Telling& t : tellings) {
    const bool strong =
        t.strong && t.type != EventType::any && t.voice.polarity == Polarity::affirmed;
    if (strong && t.type != EventType::arson) return t.type;
    fire = fire || t.type == EventType::arson;
    set = set || (strong && t.type == EventType::arson);
    if (weak == EventType::any && t.type != EventType::arson) weak = t.type;
  }
  const bool mere = weak == EventType::any || (weak == EventType::armed_attack && set);
  return mere && fire ? EventType::arson : weak;
}

Outcome Draft::outcome() const {
  for (const Telling& t : tellings) {
    if (t.outcome != Outcome::completed) return t.outcome;
  }
  return Outcome::completed;
}

const Telling* Draft::dated() const {
  const auto value = [](const Telling& t) {
    if (!t.when.known()) return 0;
    const bool fine =
        t.when.precision <= DatePrecision::day && t.when.precision != DatePrecision::unknown;
    if (t.when.basis == Basis::inferred) return 1;  // an hour of no said day
    return (t.borrowed     ? 2
            : t.afterwards ? 4
                           : 7) +
           (fine ? 2 : 0) + (t.when.part_of_day != PartOfDay::none && !t.borrowed);
  };
  const Telling* best = nullptr;
  for (const Telling& t : tellings) {
    if (value(t) > (best ? value(*best) : 0)) best = &t;
  }
  return best;
}

bool Draft::loosely(uint32_t place) const {
  return std::find(loose.begin(), loose.end(), place) != loose.end();
}

const Telling* Draft::placed(const std::vector<PlaceMention>& mentions) const {
  const Telling* best = nullptr;
  for (const Telling& t : tellings) {
    if (!t.place) continue;
    const auto precision = [&](const Telling& x) {
      return std::pair(!loosely(*x.place), static_cast<int>(mentions[*x.place].where.precision));
    };
    if (!best || precision(t) > precision(*best)) best = &t;
  }
  return best;
}

bool state_acts(const Fill& fill, const NounPhrase& phrase) {
  const bool state = phrase.party.kind == PartyKind::state || phrase.nature == Nature::place;
  return !fill.learnt && state && !phrase.party.nation.empty() && !phrase.person;
}

bool befalls_people(EventType type) {
  return type == EventType::arrest || type == EventType::kidnapping ||
         type == EventType::assassination;
}

}  // namespace sitrep
