#include "output/headline.h"

#include <fmt/format.h>

#include "core/text.h"
#include "output/sentences.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

bool has_toll(const Quantity& q) { return q.known() && !is_none(q); }

// Those whom nobody doubts; suspicion and claims are told behind the headline, with who says so.
Noun actors_of(const Incident& incident) {
  std::vector<Noun> nouns;
  for (const IncidentPerpetrator& p : incident.perpetrators) {
    if (p.status == Status::reported) nouns.push_back(party_noun(p.party));
  }
  return together(nouns);
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

constexpr size_t kMostTargets = 3;

// The dead and wounded are told by the toll, unless the sentence is about people.
Noun people_of(const Incident& incident) {
  std::vector<Noun> nouns;
  for (const Item& item : incident.human_targets) {
    const bool in_toll = (item.effect == Effect::killed && has_toll(incident.killed)) ||
                         (item.effect == Effect::wounded && has_toll(incident.wounded));
    if (in_toll && !is_about_people(incident.type)) continue;
    if (nouns.size() < kMostTargets) nouns.push_back(item_noun(item));
  }
  return together(nouns);
}

Noun things_of(const Incident& incident) {
  std::vector<Noun> nouns;
  for (const Item& item : incident.physical_targets) {
    if (nouns.size() < kMostTargets) nouns.push_back(item_noun(item));
  }
  return together(nouns);
}

Noun targets_of(const Incident& incident) {
  const Noun people = people_of(incident);
  const Noun things = things_of(incident);
  if (is_about_people(incident.type)) return people ? people : things;
  return things ? things : people;
}

Noun weapons_of(const Incident& incident) {
  std::vector<Noun> nouns;
  for (const Item& item : incident.instruments) {
    if (nouns.size() < 2) nouns.push_back(item_noun(item));
  }
  return together(nouns);
}

std::string people(const Quantity& q) { return counted_of(q, "person"); }

std::string_view was(const Quantity& q) { return is_one(q) ? "was" : "were"; }

std::string killed_and_wounded(const Quantity& killed, const Quantity& wounded) {
  const auto one = is_one(killed) != is_one(wounded);
  return fmt::format("{} {} killed and {}{} wounded", people(killed), was(killed),
                     quantity_words(wounded), one ? fmt::format(" {}", was(wounded)) : "");
}

// Who is assassinated is dead.
bool is_told_by_its_type(const Incident& i) {
  return i.type == EventType::assassination && i.outcome == Outcome::completed &&
         is_one(i.killed) && !has_toll(i.wounded) && people_of(i);
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
  if (is_told_by_its_type(i)) return out;
  if (has_toll(i.killed) && has_toll(i.wounded)) {
    out = killed_and_wounded(i.killed, i.wounded);
  } else if (has_toll(i.killed)) {
    out = fmt::format("{} {} killed", people(i.killed), was(i.killed));
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
  Cast cast{actors_of(incident), targets_of(incident), weapons_of(incident)};
  if (!cast.targets && incident.type == EventType::kidnapping && has_toll(incident.abducted)) {
    cast.targets = {people(incident.abducted), !is_one(incident.abducted)};
  }
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
