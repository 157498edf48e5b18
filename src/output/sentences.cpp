#include "output/sentences.h"

#include <fmt/format.h>

#include <array>

#include "core/text.h"

namespace sitrep::output {

namespace {

std::string_view were(const Noun& noun) { return noun.plural ? "were" : "was"; }

// "{A} raided {T}", "{T} was raided", "a raid took place".
struct Pattern {
  EventType type;
  std::string_view active;   // behind the actors, before the targets
  std::string_view passive;  // behind "was"/"were"
  std::string_view bare;     // nothing is known but the type
  std::string_view deed;     // "carried out ...": actors without targets
};

constexpr std::array kPatterns = std::to_array<Pattern>({
    {EventType::battle, "clashed with", "attacked in fighting", "fighting was reported", "fought"},
    {EventType::shelling, "shelled", "shelled", "shelling was reported", "carried out shelling"},
    {EventType::air_strike, "carried out an air strike on", "hit by an air strike",
     "an air strike was carried out", "carried out an air strike"},
    {EventType::drone_attack, "attacked", "attacked by drone", "a drone attack was reported",
     "carried out a drone attack"},
    {EventType::bombing, "bombed", "bombed", "a bomb exploded", "set off a bomb"},
    {EventType::suicide_bombing, "carried out a suicide bombing against", "hit by a suicide bomber",
     "a suicide bomber struck", "carried out a suicide bombing"},
    {EventType::armed_attack, "attacked", "attacked", "an armed attack was reported",
     "carried out an attack"},
    {EventType::assassination, "assassinated", "assassinated", "an assassination was reported",
     "carried out an assassination"},
    {EventType::kidnapping, "abducted", "abducted", "an abduction was reported",
     "carried out an abduction"},
    {EventType::hijacking, "hijacked", "hijacked", "a hijacking was reported",
     "carried out a hijacking"},
    {EventType::arson, "set fire to", "set on fire", "an arson attack was reported",
     "carried out an arson attack"},
    {EventType::robbery, "robbed", "robbed", "a robbery was reported", "carried out a robbery"},
    {EventType::raid, "raided", "raided", "a raid was carried out", "carried out a raid"},
    {EventType::arrest, "arrested", "arrested", "arrests were made", "made arrests"},
    {EventType::seizure, "seized", "seized", "a seizure was reported", "made a seizure"},
    {EventType::strike, "struck", "struck", "a strike was carried out", "carried out a strike"},
    {EventType::sexual_violence, "committed sexual violence against",
     "subjected to sexual violence", "sexual violence was reported", "committed sexual violence"},
    {EventType::chemical_attack, "carried out a chemical attack on", "hit by a chemical attack",
     "a chemical attack was reported", "carried out a chemical attack"},
    {EventType::protest, "protested against", "the target of a protest", "a protest was held",
     "protested"},
    {EventType::riot, "rioted against", "the target of a riot", "a riot broke out", "rioted"},
    {EventType::work_stoppage, "went on strike against", "hit by a work stoppage",
     "workers went on strike", "went on strike"},
    {EventType::any, "attacked", "attacked", "an incident was reported", "carried out an attack"},
});

const Pattern& pattern_of(EventType type) {
  for (const Pattern& pattern : kPatterns) {
    if (pattern.type == type) return pattern;
  }
  return kPatterns.back();
}

// What an attempt at it is called, with the word that leads to its target.
struct Attempt {
  std::string_view noun;
  std::string_view preposition;
};

Attempt attempt_of(EventType type) {
  switch (type) {
    case EventType::battle:
      return {"an assault", "on"};
    case EventType::shelling:
      return {"a rocket or artillery attack", "on"};
    case EventType::air_strike:
      return {"an air strike", "on"};
    case EventType::drone_attack:
      return {"a drone attack", "on"};
    case EventType::bombing:
      return {"a bombing", "of"};
    case EventType::suicide_bombing:
      return {"a suicide bombing", "of"};
    case EventType::armed_attack:
      return {"an attack", "on"};
    case EventType::assassination:
      return {"an assassination", "of"};
    case EventType::kidnapping:
      return {"a kidnapping", "of"};
    case EventType::hijacking:
      return {"a hijacking", "of"};
    case EventType::arson:
      return {"an arson attack", "on"};
    case EventType::robbery:
      return {"a robbery", "of"};
    case EventType::raid:
      return {"a raid", "on"};
    case EventType::arrest:
      return {"the arrest", "of"};
    case EventType::seizure:
      return {"the seizure", "of"};
    case EventType::strike:
      return {"a strike", "on"};
    case EventType::sexual_violence:
      return {"sexual violence", "against"};
    case EventType::chemical_attack:
      return {"a chemical attack", "on"};
    case EventType::protest:
      return {"a protest", "against"};
    case EventType::riot:
      return {"a riot", "against"};
    case EventType::work_stoppage:
      return {"a strike by workers", "against"};
    case EventType::any:
      break;
  }
  return {"an attack", "on"};
}

// "indirect fire", "shelling": nobody fires fire.
bool is_fire(const Noun& weapons) {
  return contains_ignoring_case(weapons.text, "fire") ||
         contains_ignoring_case(weapons.text, "shelling") ||
         contains_ignoring_case(weapons.text, "artillery") ||
         contains_ignoring_case(weapons.text, "bombardment");
}

bool flies(EventType type) {
  return type == EventType::shelling || type == EventType::drone_attack ||
         type == EventType::air_strike || type == EventType::strike;
}

std::string fired(const Cast& c) {
  if (is_fire(c.weapons)) {
    if (c.actors)
      return fmt::format("{} attacked {} with {}", c.actors.text, c.targets.text, c.weapons.text);
    return fmt::format("{} came under {}", c.targets.text, c.weapons.text);
  }
  if (c.actors)
    return fmt::format("{} fired {} at {}", c.actors.text, c.weapons.text, c.targets.text);
  return fmt::format("{} {} fired at {}", c.weapons.text, were(c.weapons), c.targets.text);
}

// The sentences that a weapon is the subject of; empty where there is none for this type.
std::string with_weapons(EventType type, const Cast& c) {
  if (type == EventType::shelling) {
    if (c.targets) return fired(c);
    if (is_fire(c.weapons)) return {};
    if (c.actors) return fmt::format("{} fired {}", c.actors.text, c.weapons.text);
    return fmt::format("{} {} fired", c.weapons.text, were(c.weapons));
  }
  if (type == EventType::bombing && !c.actors) {
    return c.weapons.text + (c.targets ? " hit " + c.targets.text : std::string(" exploded"));
  }
  if (type == EventType::drone_attack) {
    const std::string target = c.targets ? " attacked " + c.targets.text : std::string();
    if (c.actors && c.targets) return c.actors.text + target + " with " + c.weapons.text;
    if (c.targets) return c.weapons.text + target;
    if (c.actors) return fmt::format("{} sent {}", c.actors.text, c.weapons.text);
  }
  return {};
}

std::string completed(EventType type, const Cast& c) {
  if (c.killed && c.targets) {
    if (c.actors) return fmt::format("{} killed {}", c.actors.text, c.targets.text);
    return fmt::format("{} {} killed", c.targets.text, were(c.targets));
  }
  if (c.weapons) {
    if (std::string text = with_weapons(type, c); !text.empty()) return text;
  }
  const Pattern& p = pattern_of(type);
  if (type == EventType::battle && !c.actors && !c.people) return std::string(p.bare);
  if (c.actors && c.targets)
    return fmt::format("{} {} {}", c.actors.text, p.active, c.targets.text);
  if (c.targets) return fmt::format("{} {} {}", c.targets.text, were(c.targets), p.passive);
  if (c.actors && type == EventType::battle && c.actors.plural) return c.actors.text + " clashed";
  if (c.actors) return fmt::format("{} {}", c.actors.text, p.deed);
  return std::string(p.bare);
}

std::string attempt(EventType type, const Cast& c) {
  const Attempt a = attempt_of(type);
  std::string text(a.noun);
  if (c.targets) text += fmt::format(" {} {}", a.preposition, c.targets.text);
  if (c.actors) text += " by " + c.actors.text;
  return text;
}

std::string intercepted(EventType type, const Cast& c) {
  if (!c.weapons || is_fire(c.weapons) || !flies(type))
    return attempt(type, c) + " was intercepted";
  std::string text = c.weapons.text;
  if (c.actors) text += " sent by " + c.actors.text;
  if (c.targets) text += (c.actors ? " against " : " aimed at ") + c.targets.text;
  return fmt::format("{} {} {}", text, were(c.weapons),
                     type == EventType::drone_attack ? "shot down" : "intercepted");
}

}  // namespace

std::string main_clause(EventType type, Outcome outcome, const Cast& cast) {
  switch (outcome) {
    case Outcome::completed:
      return completed(type, cast);
    case Outcome::intercepted:
      return intercepted(type, cast);
    case Outcome::foiled:
      return attempt(type, cast) + " was foiled";
    case Outcome::failed:
      return attempt(type, cast) + " failed";
    case Outcome::threatened:
      return attempt(type, cast) + " was threatened";
    case Outcome::planned:
      return attempt(type, cast) + " was planned";
  }
  return completed(type, cast);
}

}  // namespace sitrep::output
