// The closed vocabularies of the output contract. `name(x)` is the contract's spelling,
// `parse<E>("...")` its inverse.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sitrep {

enum class EventType : uint8_t {
  battle,
  shelling,
  air_strike,
  drone_attack,
  bombing,
  suicide_bombing,
  armed_attack,
  assassination,
  kidnapping,
  hijacking,
  arson,
  robbery,
  raid,
  arrest,
  seizure,
  strike,
  sexual_violence,
  chemical_attack,
  protest,
  riot,
  work_stoppage,
  any,  // not decided yet; never printed
};
enum class Phase : uint8_t { news, background };
enum class Outcome : uint8_t { completed, intercepted, foiled, failed, threatened, planned };
enum class Polarity : uint8_t { affirmed, denied };
enum class Certainty : uint8_t {
  stated,
  confirmed,
  claimed,
  accused,
  suspected,
  possible,
  unverified,
  declined
};
enum class Status : uint8_t { reported, claimed, accused, suspected, possible, denied };
enum class Effect : uint8_t { unknown, none, damaged, destroyed, killed, wounded, abducted };
enum class Damage : uint8_t { unknown, none, minor, major };
enum class DatePrecision : uint8_t { unknown, hour, part_of_day, day, week, month, year };
enum class PartOfDay : uint8_t { none, early_morning, morning, midday, afternoon, evening, night };
enum class Basis : uint8_t { stated, relative, inferred };
enum class PlacePrecision : uint8_t { unknown, country, admin1, city, near, exact };
enum class PartyKind : uint8_t {
  unknown,
  state,
  state_forces,
  rebel,
  militia,
  armed_group,
  civilians,
  protesters,
  international,
  company,
  media,
};
constexpr bool is_armed_group(PartyKind kind) {  // and no state
  return kind == PartyKind::rebel || kind == PartyKind::militia || kind == PartyKind::armed_group;
}
enum class Field : uint8_t {
  type,
  outcome,
  when,
  where,
  perpetrators,
  instruments,
  physical_targets,
  human_targets,
  killed,
  wounded,
  abducted,
  damage,
};
enum class DisagreementKind : uint8_t { conflict, denial, update };
// What a person may do to a ledger's incidents.
enum class CorrectionKind : uint8_t { correct, merge, split, reject, undo };
// The fields of an incident that a person may set. The last two name what the other corrections
// change.
enum class CorrectedField : uint8_t {
  type,
  outcome,
  phase,
  when,
  where,
  perpetrators,
  killed,
  wounded,
  abducted,
  damage,
  members,   // of merge and split
  rejected,  // of reject
};
// How far something can be trusted, in the words of Airwars.
enum class Grade : uint8_t { confirmed, fair, weak, contested, discounted };
// By which of the values that reports give an incident is told (docs/values.md).
enum class Rule : uint8_t { conservative, representative, informative, latest };
// What a mention in a text is: a name, or a thing called by what it is.
enum class EntityKind : uint8_t {
  none,
  person,  // a named human
  people,  // humans called by what they are: "two farmers"
  group,   // armed, political, ethnic, religious
  organisation,
  place,
  facility,
  vehicle,
  weapon,
};

template <typename E>
struct Names;  // the spellings, in the order of the enumerators

#define SITREP_NAMES(E, ...)                                                           \
  template <>                                                                          \
  struct Names<E> {                                                                    \
    static constexpr std::array kAll = std::to_array<std::string_view>({__VA_ARGS__}); \
  }

SITREP_NAMES(EventType, "battle", "shelling", "air_strike", "drone_attack", "bombing",
             "suicide_bombing", "armed_attack", "assassination", "kidnapping", "hijacking", "arson",
             "robbery", "raid", "arrest", "seizure", "strike", "sexual_violence", "chemical_attack",
             "protest", "riot", "work_stoppage", "any");
SITREP_NAMES(Phase, "new", "background");
SITREP_NAMES(Outcome, "completed", "intercepted", "foiled", "failed", "threatened", "planned");
SITREP_NAMES(Polarity, "affirmed", "denied");
SITREP_NAMES(Certainty, "stated", "confirmed", "claimed", "accused", "suspected", "possible",
             "unverified", "declined");
SITREP_NAMES(Status, "reported", "claimed", "accused", "suspected", "possible", "denied");
SITREP_NAMES(Effect, "unknown", "none", "damaged", "destroyed", "killed", "wounded", "abducted");
SITREP_NAMES(Damage, "unknown", "none", "minor", "major");
SITREP_NAMES(DatePrecision, "unknown", "hour", "part_of_day", "day", "week", "month", "year");
SITREP_NAMES(PartOfDay, "", "early_morning", "morning", "midday", "afternoon", "evening", "night");
SITREP_NAMES(Basis, "stated", "relative", "inferred");
SITREP_NAMES(PlacePrecision, "unknown", "country", "admin1", "city", "near", "exact");
SITREP_NAMES(PartyKind, "unknown", "state", "state_forces", "rebel", "militia", "armed_group",
             "civilians", "protesters", "international", "company", "media");
SITREP_NAMES(Field, "type", "outcome", "when", "where", "perpetrators", "instruments",
             "physical_targets", "human_targets", "killed", "wounded", "abducted", "damage");
SITREP_NAMES(DisagreementKind, "conflict", "denial", "update");
SITREP_NAMES(CorrectionKind, "correct", "merge", "split", "reject", "undo");
SITREP_NAMES(CorrectedField, "type", "outcome", "phase", "when", "where", "perpetrators", "killed",
             "wounded", "abducted", "damage", "members", "rejected");
SITREP_NAMES(Grade, "confirmed", "fair", "weak", "contested", "discounted");
SITREP_NAMES(Rule, "conservative", "representative", "informative", "latest");
SITREP_NAMES(EntityKind, "none", "person", "people", "group", "organisation", "place", "facility",
             "vehicle", "weapon");
#undef SITREP_NAMES

template <typename E>
constexpr std::string_view name(E value) {
  return Names<E>::kAll[static_cast<size_t>(value)];
}

template <typename E>
constexpr std::optional<E> parse(std::string_view text) {
  for (size_t i = 0; i < Names<E>::kAll.size(); ++i) {
    if (Names<E>::kAll[i] == text) return static_cast<E>(i);
  }
  return std::nullopt;
}

}  // namespace sitrep
