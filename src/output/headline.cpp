#include "output/headline.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"
#include "output/sentences.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

bool has_toll(const Quantity& q) { return q.known() && !is_none(q); }

// "Men", "armed groups": that fits whoever else is named.
bool is_vague(const Party& party) {
  return party.actor_id.empty() && party.nation.empty() &&
         std::ranges::none_of(party.name, [](char c) { return is_upper(c); });
}

// Reports call the same doers this and that: where one is named, those who are not go without
// saying, else one word will do. A battle has two sides.
void leave_vague_out(const Incident& incident, std::vector<const Party*>& parties) {
  if (incident.type == EventType::battle || parties.size() < 2) return;
  const auto vague = [](const Party* party) { return is_vague(*party); };
  if (std::ranges::all_of(parties, vague))
    parties.erase(parties.begin() + 1, parties.end());
  else
    std::erase_if(parties, vague);
}

// Those whom nobody doubts; suspicion and claims are told behind the headline, with who says so.
Noun actors_of(const Incident& incident) {
  std::vector<const Party*> parties;
  for (const IncidentPerpetrator& p : incident.perpetrators) {
    if (p.status == Status::reported && p.party.kind != PartyKind::media)
      parties.push_back(&p.party);
  }
  leave_vague_out(incident, parties);
  std::vector<Noun> nouns;
  nouns.reserve(parties.size());
  for (const Party* party : parties) nouns.push_back(party_noun(*party));
  return together(nouns);
}

// What a crowd is against is rarely what a report names.
bool is_gathering(EventType type) {
  return type == EventType::protest || type == EventType::riot || type == EventType::work_stoppage;
}

bool is_about_people(EventType type) {
  switch (type) {
    case EventType::assassination:
    case EventType::kidnapping:
    case EventType::arrest:
    case EventType::armed_attack:
    case EventType::battle:
    case EventType::robbery:
    case EventType::sexual_violence:
      return true;
    default:
      return false;
  }
}

constexpr size_t kMostTargets = 2;

bool is_in_toll(const Incident& incident, const Item& item) {
  return (item.effect == Effect::killed && has_toll(incident.killed)) ||
         (item.effect == Effect::wounded && has_toll(incident.wounded));
}

// The dead and wounded are told by the toll, unless the sentence is about people.
std::vector<const Item*> people_of(const Incident& incident) {
  auto people = telling(incident.human_targets, kMostTargets);
  if (!is_about_people(incident.type)) {
    std::erase_if(people, [&](const Item* item) { return is_in_toll(incident, *item); });
  }
  return people;
}

Noun together(const std::vector<const Item*>& items) {
  std::vector<Noun> nouns;
  nouns.reserve(items.size());
  for (const Item* item : items) nouns.push_back(item_noun(*item));
  return output::together(nouns);
}

Noun targets_of(const Incident& incident) {
  if (is_gathering(incident.type)) return {};
  const Noun people = together(people_of(incident));
  const Noun things = together(telling(incident.physical_targets, kMostTargets));
  if (is_about_people(incident.type)) return people ? people : things;
  return things ? things : people;
}

Noun weapons_of(const Incident& incident) {
  std::vector<Noun> nouns;
  for (const Item* item : telling(incident.instruments, 2)) nouns.push_back(weapon_noun(*item));
  return together(nouns);
}

std::string people(const Quantity& q) { return counted_of(q, "person"); }

std::string_view was(const Quantity& q) { return is_one(q) ? "was" : "were"; }

std::string killed_and_wounded(const Quantity& killed, const Quantity& wounded) {
  const auto one = is_one(killed) != is_one(wounded);
  return fmt::format("{} {} killed and {}{} wounded", people(killed), was(killed),
                     quantity_words(wounded), one ? fmt::format(" {}", was(wounded)) : "");
}

// Those whom the sentence is about are the dead: it says killed, and the toll need not.
bool kills_its_targets(const Incident& i) {
  if (!is_about_people(i.type) || i.outcome != Outcome::completed || !has_toll(i.killed))
    return false;
  const auto people = people_of(i);
  if (people.size() != 1 || people[0]->effect != Effect::killed) return false;
  return people[0]->count.best == i.killed.best ||
         (is_one(i.killed) && !item_noun(*people[0]).plural);
}

// A place is named once: not again where the target's own name holds it.
std::string place_of(const Incident& incident, const Countries& countries,
                     const std::string& said) {
  const std::string name = printable(incident.where.name);
  if (name.empty() || !contains_ignoring_case(said, lower_ascii(name)))
    return place_phrase(incident.where, countries);
  const std::string country = countries.in_text(incident.where.country);
  if (country.empty() || said.find(country) != std::string::npos) return {};
  return "in " + country;
}

}  // namespace

std::string toll_clause(const Incident& i) {
  std::string out;
  const Quantity killed = kills_its_targets(i) ? Quantity{} : i.killed;
  if (has_toll(killed) && has_toll(i.wounded)) {
    out = killed_and_wounded(killed, i.wounded);
  } else if (has_toll(killed)) {
    out = fmt::format("{} {} killed", people(killed), was(killed));
  } else if (has_toll(i.wounded)) {
    out = fmt::format("{} {} wounded", people(i.wounded), was(i.wounded));
  }
  if (has_toll(i.abducted) && i.type != EventType::kidnapping) {
    if (!out.empty()) out += ", and ";
    out += fmt::format("{} {} abducted", people(i.abducted), was(i.abducted));
  }
  return out;
}

std::string headline(const Incident& incident, const Countries& countries, HeadlineParts parts) {
  Cast cast{actors_of(incident), targets_of(incident), weapons_of(incident), false, false};
  cast.people = !incident.human_targets.empty();
  if (!cast.targets && incident.type == EventType::kidnapping && has_toll(incident.abducted)) {
    cast.targets = {people(incident.abducted), !is_one(incident.abducted)};
  }
  cast.killed = incident.type != EventType::assassination && kills_its_targets(incident);
  std::string text = main_clause(incident.type, incident.outcome, cast);
  const auto add = [&](std::string_view phrase) {
    if (!phrase.empty()) text += ' ' + std::string(phrase);
  };
  if (parts.place) add(place_of(incident, countries, text));
  if (parts.date) add(on_text(incident.when));
  const std::string_view part = parts.part_of_day ? part_text(incident.when.part_of_day) : "";
  if (!part.empty()) text = fmt::format("{}, {}", part, text);
  const std::string toll = toll_clause(incident);
  return sentence(toll.empty() ? text : text + "; " + toll);
}

}  // namespace sitrep::output
