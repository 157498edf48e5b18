// What was done, by whom, with what effect, in words.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/text.h"
#include "incidents/kinship.h"
#include "incidents/summary.h"

namespace sitrep::incidents {

namespace {

struct Deed {
  EventType type;
  std::string_view noun;
  std::string_view link;  // between noun and target; empty: the target is left out
};

using enum EventType;

constexpr std::array kDeeds = {
    Deed{battle, "fighting", ""},
    Deed{shelling, "shelling", "of"},
    Deed{air_strike, "air strike", "on"},
    Deed{drone_attack, "drone attack", "on"},
    Deed{bombing, "bombing", "of"},
    Deed{suicide_bombing, "suicide bombing", "of"},
    Deed{armed_attack, "armed attack", "on"},
    Deed{assassination, "assassination", "of"},
    Deed{kidnapping, "kidnapping", "of"},
    Deed{hijacking, "hijacking", "of"},
    Deed{arson, "arson attack", "on"},
    Deed{robbery, "robbery", "of"},
    Deed{raid, "raid", "on"},
    Deed{arrest, "arrest", "of"},
    Deed{seizure, "seizure", "of"},
    Deed{strike, "attack", "on"},
    Deed{sexual_violence, "sexual violence", "against"},
    Deed{chemical_attack, "chemical attack", "on"},
    Deed{protest, "protest", ""},
    Deed{riot, "riot", ""},
    Deed{work_stoppage, "work stoppage", ""},
};

Deed deed_of(EventType type) {
  const auto* found = std::ranges::find(kDeeds, type, &Deed::type);
  return found == kDeeds.end() ? Deed{type, "attack", "on"} : *found;
}

std::string_view verb_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::intercepted:
      return "intercepted";
    case Outcome::foiled:
      return "foiled";
    case Outcome::threatened:
      return "threatened";
    case Outcome::planned:
      return "planned";
    default:
      return "";
  }
}

// Nouns for weapons that are sent; others are left to the deed's own noun.
struct Missile {
  std::string_view kind, one, many;
};
constexpr std::array kMissiles = {
    Missile{"drone", "drone", "drones"},       Missile{"rocket", "rocket", "rockets"},
    Missile{"missile", "missile", "missiles"}, Missile{"mortar", "mortar round", "mortar rounds"},
    Missile{"artillery", "shell", "shells"},   Missile{"projectile", "round", "rounds"},
};

const Item* sent_weapon(const Incident& i) {
  const auto sent = [](const Item& item) {
    return std::ranges::find(kMissiles, item.kind, &Missile::kind) != kMissiles.end();
  };
  const auto counted = std::ranges::find_if(
      i.instruments, [&](const Item& w) { return sent(w) && w.count.best.value_or(0) > 0; });
  if (counted != i.instruments.end()) return &*counted;
  const auto any_sent = std::ranges::find_if(i.instruments, sent);
  return any_sent == i.instruments.end() ? nullptr : &*any_sent;
}

std::string missiles(const Item& weapon) {
  const auto& words = *std::ranges::find(kMissiles, weapon.kind, &Missile::kind);
  const int64_t count = weapon.count.best.value_or(0);
  const std::string model =
      generic_name(weapon.name, weapon.kind) || contains_ignoring_case(weapon.name, words.one)
          ? std::string()
          : weapon.name + " ";
  if (count == 1) return fmt::format("one {}{}", model, words.one);
  return count > 1 ? fmt::format("{} {}{}", count_word(count), model, words.many)
                   : fmt::format("{}{}", model, words.many);
}

std::string_view without_article(std::string_view words) {
  for (const std::string_view article :
       {"the ", "a ", "an ", "The ", "A ", "An ", "its ", "their "}) {
    if (words.starts_with(article)) return words.substr(article.size());
  }
  return words;
}

std::string target_words(const Item& item) {
  if (!item.name.empty()) return item.name;
  const std::string words(without_article(item.description));
  const int64_t count = item.count.best.value_or(0);
  const bool counted = !words.empty() && is_digit(words[0]);
  return count > 1 && !counted && words.ends_with('s') && words.find(' ') == std::string::npos
             ? count_word(count) + " " + words
             : words;
}

// People where the deed is done to people, else things.
std::string target_of(const Incident& i) {
  const bool to_people = i.type == assassination || i.type == kidnapping || i.type == arrest ||
                         i.type == armed_attack || i.type == sexual_violence;
  const auto& first =
      to_people || i.physical_targets.empty() ? i.human_targets : i.physical_targets;
  const auto& second = to_people ? i.physical_targets : i.human_targets;
  if (!first.empty()) return target_words(first.front());
  return second.empty() ? std::string() : target_words(second.front());
}

bool at_target(const Incident& i, const std::string& target) {
  return target.empty() || words_within(target, i.where.name.empty() ? "-" : i.where.name);
}

std::string sent_phrase(const Incident& i, const Item& weapon) {
  const std::string subject = missiles(weapon);
  const std::string target = target_of(i);
  if (i.outcome == Outcome::intercepted) return subject + " shot down";
  const std::string fired = weapon.kind == "drone" ? " launched" : " fired";
  const std::string at = at_target(i, target) ? fired : fmt::format("{} at {}", fired, target);
  return subject + at + (i.outcome == Outcome::failed ? " without effect" : "");
}

std::string join_two(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() ? a + b : a + " and " + b;
}

bool vague(const Party& p) { return p.actor_id.empty() && p.nation.empty(); }

bool blamed(const IncidentPerpetrator& p) {
  return p.status == Status::accused || p.status == Status::suspected;
}

std::string names_with(const Incident& i, Status status) {
  std::string first;
  std::string second;
  for (const IncidentPerpetrator& p : i.perpetrators) {
    if (p.status != status || p.party.name.empty()) continue;
    std::string& slot = first.empty() ? first : second;
    if (slot.empty()) slot = without_article(p.party.name);
  }
  return join_two(first, second);
}

std::string speakers_with(const Incident& i, Status status) {
  for (const IncidentPerpetrator& p : i.perpetrators) {
    if (p.status == status && !p.by.empty()) return fmt::format(" by {}", p.by.front());
  }
  return {};
}

std::string toll_part(const Quantity& toll, std::string_view effect) {
  if (toll.best.value_or(0) <= 0) return {};
  const bool least = toll.low == toll.best && !toll.high;
  return fmt::format("{}{} {}", least ? "at least " : "", count_word(*toll.best), effect);
}

}  // namespace

std::string deed_phrase(const Incident& i) {
  const Item* weapon = sent_weapon(i);
  const bool sends = i.type == shelling || i.type == drone_attack;
  const bool counted =
      weapon != nullptr && (weapon->count.best.value_or(0) > 0 || weapon->kind != "drone");
  const bool done = i.outcome == Outcome::completed || i.outcome == Outcome::failed ||
                    i.outcome == Outcome::intercepted;
  if (sends && done && (counted || (weapon != nullptr && i.outcome == Outcome::intercepted)))
    return sent_phrase(i, *weapon);
  const Deed deed = deed_of(i.type);
  std::string text = fmt::format("{}{}", i.outcome == Outcome::failed ? "failed " : "", deed.noun);
  const std::string target = target_of(i);
  if (!deed.link.empty() && !at_target(i, target)) text += fmt::format(" {} {}", deed.link, target);
  const std::string_view verb = verb_of(i.outcome);
  return verb.empty() ? text : fmt::format("{} {}", text, verb);
}

std::string perpetrator_phrase(const Incident& i) {
  if (const auto who = names_with(i, Status::claimed); !who.empty()) return "; claimed by " + who;
  // "Militants", where somebody says whose, says nothing.
  const auto said = [](const IncidentPerpetrator& p) {
    return p.status == Status::reported && !vague(p.party);
  };
  const bool plain =
      std::ranges::none_of(i.perpetrators, said) && std::ranges::any_of(i.perpetrators, blamed);
  const auto reported = plain ? std::string() : names_with(i, Status::reported);
  if (!reported.empty() && i.outcome != Outcome::intercepted && i.outcome != Outcome::foiled)
    return " by " + reported;
  if (!reported.empty()) return "; by " + reported;
  for (const Status status : {Status::accused, Status::suspected}) {
    const auto who = names_with(i, status);
    if (!who.empty()) return fmt::format("; {} {}{}", who, name(status), speakers_with(i, status));
  }
  const auto who = names_with(i, Status::possible);
  return who.empty() ? std::string() : fmt::format("; possibly by {}", who);
}

std::string toll_phrase(const Incident& i) {
  std::string text = join_two(toll_part(i.killed, "killed"), toll_part(i.wounded, "wounded"));
  if (i.type == kidnapping || i.type == hijacking)
    text = join_two(text, toll_part(i.abducted, "abducted"));
  if (!text.empty()) return "; " + text;
  const bool none = i.killed.best == 0 && i.wounded.best.value_or(0) == 0;
  return none ? "; no casualties reported" : "";
}

}  // namespace sitrep::incidents
