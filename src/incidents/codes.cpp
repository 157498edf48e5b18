#include "incidents/codes.h"

#include <algorithm>
#include <string_view>

#include "incidents/kinship.h"

namespace sitrep::incidents {

namespace {

struct Entry {
  EventType type;
  std::string_view acled, acled_sub, plover, plover_mode, cameo;
};

using enum EventType;

constexpr std::string_view kRemote = "Explosions/Remote violence";
constexpr std::string_view kCivilians = "Violence against civilians";
constexpr std::string_view kStrategic = "Strategic developments";

// An incident that was carried out. An empty cell: the scheme leaves it open or has no place for
// it.
constexpr Entry kEntries[] = {
    {battle, "Battles", "Armed clash", "ASSAULT", "firearms", "193"},
    {shelling, kRemote, "Shelling/artillery/missile attack", "ASSAULT", "heavy-weapons", "194"},
    {air_strike, kRemote, "Air/drone strike", "ASSAULT", "aerial", "195"},
    {drone_attack, kRemote, "Air/drone strike", "ASSAULT", "drone", "1952"},
    {bombing, kRemote, "Remote explosive/landmine/IED", "ASSAULT", "explosives", "183"},
    {suicide_bombing, kRemote, "Suicide bomb", "ASSAULT", "suicide-attack", "1831"},
    {armed_attack, kCivilians, "Attack", "ASSAULT", "firearms", "193"},
    {assassination, kCivilians, "Attack", "ASSAULT", "targeted", "186"},
    {kidnapping, kCivilians, "Abduction/forced disappearance", "ASSAULT", "abduct", "181"},
    {hijacking, kCivilians, "Abduction/forced disappearance", "ASSAULT", "abduct", "181"},
    {arson, kStrategic, "Looting/property destruction", "ASSAULT", "destroy", "1712"},
    {robbery, kStrategic, "Looting/property destruction", "COERCE", "seize", "1711"},
    {raid, kStrategic, "Other", "COERCE", "seize", "171"},
    {arrest, kStrategic, "Arrests", "COERCE", "arrest", "173"},
    {seizure, kStrategic, "Other", "COERCE", "seize", "1711"},
    {strike, kRemote, "", "ASSAULT", "", "190"},
    {sexual_violence, kCivilians, "Sexual violence", "ASSAULT", "sexual", "1821"},
    {chemical_attack, kRemote, "Chemical weapon", "ASSAULT", "unconventional", "2041"},
    {protest, "Protests", "Peaceful protest", "PROTEST", "demo", "141"},
    {riot, "Riots", "Violent demonstration", "PROTEST", "riot", "145"},
    {work_stoppage, "Protests", "Peaceful protest", "PROTEST", "strike", "143"},
};

bool weapon(const Incident& i, std::string_view kind) {
  return std::ranges::any_of(i.instruments, [&](const Item& item) { return item.kind == kind; });
}

bool armed_kind(std::string_view kind) {
  return kind == "soldier" || kind == "fighter" || kind == "police" || kind == "guard" ||
         kind == "military" || kind == "law_enforcement";
}

bool against_armed(const Incident& i) {
  const auto armed = [](const Item& item) { return armed_kind(item.kind); };
  return std::ranges::any_of(i.human_targets, armed) ||
         (i.human_targets.empty() && std::ranges::any_of(i.physical_targets, armed));
}

bool deadly(const Incident& i) {
  const auto killed = [](const Item& item) { return item.effect == Effect::killed; };
  return std::max(i.killed.best.value_or(0), i.killed.high.value_or(0)) > 0 ||
         std::ranges::any_of(i.human_targets, killed);
}

void set(Codes& codes, std::string_view event_type, std::string_view sub) {
  codes.acled_event_type = event_type;
  codes.acled_sub_event_type = sub;
}

void refine_acled(const Incident& i, Codes& codes) {
  if (unfulfilled(i.outcome)) return set(codes, "", "");
  const bool weapons = codes.acled_event_type == kRemote;
  if (weapons && (i.outcome == Outcome::intercepted || i.outcome == Outcome::foiled)) {
    return set(codes, kStrategic, "Disrupted weapons use");
  }
  if (i.outcome == Outcome::foiled) return set(codes, kStrategic, "Other");
  if ((i.type == armed_attack || i.type == assassination) && against_armed(i))
    set(codes, "Battles", "Armed clash");
  if (i.type == raid && deadly(i)) set(codes, "Battles", "Armed clash");
  if (i.type == seizure && !i.instruments.empty())
    codes.acled_sub_event_type = "Disrupted weapons use";
  if (i.type == bombing && weapon(i, "grenade")) codes.acled_sub_event_type = "Grenade";
  if (i.type == protest && deadly(i))
    codes.acled_sub_event_type = "Excessive force against protesters";
}

void refine_plover(const Incident& i, Codes& codes) {
  if (unfulfilled(i.outcome)) {
    codes.plover_event = "THREATEN";
    codes.plover_mode.clear();
  } else if (i.type == armed_attack && weapon(i, "knife")) {
    codes.plover_mode = "primitive";
  }
}

void refine_cameo(const Incident& i, Codes& codes) {
  if (unfulfilled(i.outcome)) {
    codes.cameo = i.outcome == Outcome::threatened ? "138" : "";
  } else if (i.type == assassination && averted(i.outcome)) {
    codes.cameo = "185";
  } else if (i.type == air_strike && weapon(i, "drone")) {
    codes.cameo = "1952";
  } else if (i.type == bombing && weapon(i, "vehicle_bomb")) {
    codes.cameo = "1832";
  } else if (i.type == bombing && (weapon(i, "ied") || weapon(i, "mine"))) {
    codes.cameo = "1833";
  } else if (i.type == armed_attack && !against_armed(i)) {
    codes.cameo = "180";
  }
}

bool state_side(PartyKind k) {
  return k == PartyKind::state || k == PartyKind::state_forces || k == PartyKind::international;
}

// A state on one side: 1; groups against each other: 2; either against civilians: 3. Without a
// death there is no event in this scheme.
int ucdp_type(const Incident& i) {
  if (!deadly(i) || i.perpetrators.empty()) return 0;
  const PartyKind by = i.perpetrators.front().party.kind;
  if (!state_side(by) && !is_armed_group(by)) return 0;
  const auto of = [&](std::string_view kind) {
    return std::ranges::any_of(i.human_targets,
                               [&](const Item& item) { return item.kind == kind; }) ||
           std::ranges::any_of(i.physical_targets,
                               [&](const Item& item) { return item.kind == kind; });
  };
  if (of("soldier") || of("police") || of("military") || of("law_enforcement")) return 1;
  if (of("fighter")) return state_side(by) ? 1 : 2;
  if (i.type == battle) return state_side(by) ? 1 : 0;
  return i.human_targets.empty() ? 0 : 3;
}

}  // namespace

Codes codes_of(const Incident& incident) {
  Codes codes;
  const auto* entry = std::ranges::find(kEntries, incident.type, &Entry::type);
  if (entry == std::ranges::end(kEntries)) return codes;
  set(codes, entry->acled, entry->acled_sub);
  codes.plover_event = entry->plover;
  codes.plover_mode = entry->plover_mode;
  codes.cameo = entry->cameo;
  refine_acled(incident, codes);
  refine_plover(incident, codes);
  refine_cameo(incident, codes);
  codes.ucdp_type_of_violence = ucdp_type(incident);
  return codes;
}

}  // namespace sitrep::incidents
