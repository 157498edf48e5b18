#include <algorithm>

#include "events/assemble.h"
#include "events/senses.h"

namespace sitrep {

namespace {

bool by_state_forces(const Reading& reading, const Draft& draft) {
  return std::any_of(draft.perpetrators.begin(), draft.perpetrators.end(), [&](const Fill& f) {
    const Party& p = reading.mentions.phrases[f.phrase].party;
    return p.kind == PartyKind::state_forces || p.kind == PartyKind::state ||
           p.kind == PartyKind::international;
  });
}

std::optional<EventType> by_means(const Reading& reading, const Draft& draft) {
  std::optional<EventType> found;
  for (const Fill& fill : draft.instruments) {
    const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
    if (!phrase.weapon) continue;
    const knowledge::Weapon& weapon = reading.lexicon.weapons()[*phrase.weapon];
    if (weapon.type && !found) found = weapon.type;
  }
  for (const Fill& fill :
       draft.perpetrators) {  // "a suicide bomber", "a sniper": the attacker says the means
    const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
    const bool tells = phrase.weapon && reading.lexicon.weapons()[*phrase.weapon].type;
    if (tells && !found) found = reading.lexicon.weapons()[*phrase.weapon].type;
  }
  return found;
}

// "Chlorine dropped by a helicopter", "rockets fired by planes": whichever of several means
// decides.
bool uses(const Reading& reading, const Draft& draft, EventType type) {
  return std::any_of(draft.instruments.begin(), draft.instruments.end(), [&](const Fill& fill) {
    const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
    return phrase.weapon && reading.lexicon.weapons()[*phrase.weapon].type == type;
  });
}

bool by_missiles(std::optional<EventType> means) {
  return means == EventType::shelling || means == EventType::drone_attack ||
         means == EventType::air_strike;
}

bool kills(const Draft& draft) {
  return std::any_of(draft.tolls.begin(), draft.tolls.end(), [](const Toll& t) {
    return t.effect == Effect::killed && at_least(t.quantity) > 0;
  });
}

}  // namespace

// "Gunmen stormed a bar": no battle, since nobody there fights back.
bool of_the_defenceless(const Reading& reading, const Draft& draft) {
  const auto fights = [&](const Fill& fill) {
    const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
    return phrase.armed || phrase.kind == "military" || phrase.kind == "law_enforcement" ||
           phrase.nature == Nature::weapon || is_armed_group(phrase.party.kind) ||
           phrase.party.kind == PartyKind::state_forces || phrase.party.kind == PartyKind::state;
  };
  constexpr std::string_view kTakes[] = {"capture", "recapture", "retake", "overrun", "liberate"};
  const bool takes =
      std::any_of(draft.tellings.begin(), draft.tellings.end(), [&](const Telling& t) {
        const std::string_view word = reading.lexicon.event_words()[t.entry].phrase;
        return std::find(std::begin(kTakes), std::end(kTakes), word) != std::end(kTakes);
      });
  // "Six miners were killed when gunmen stormed their camp": whose it is says more than a camp
  const bool people = std::any_of(draft.targets.begin(), draft.targets.end(),
                                  [](const Fill& fill) { return fill.human; });
  return !takes && !draft.targets.empty() && !draft.perpetrators.empty() &&
         std::none_of(draft.targets.begin(), draft.targets.end(),
                      [&](const Fill& fill) { return (!people || fill.human) && fights(fill); });
}

bool takes_people(const Draft& draft) {
  const bool taken = std::any_of(draft.targets.begin(), draft.targets.end(), [](const Fill& fill) {
    return fill.human && !fill.learnt && fill.effect == Effect::abducted;
  });
  return taken || std::any_of(draft.tolls.begin(), draft.tolls.end(),
                              [](const Toll& toll) { return toll.effect == Effect::abducted; });
}

bool may_be_riot(EventType said) {
  return said == EventType::any || said == EventType::battle || said == EventType::armed_attack ||
         said == EventType::arson || said == EventType::robbery || said == EventType::strike;
}

// "Protesters stormed the palace".
bool by_crowd(const Reading& reading, const Draft& draft) {
  return std::any_of(draft.perpetrators.begin(), draft.perpetrators.end(), [&](const Fill& fill) {
    return !fill.learnt &&
           reading.mentions.phrases[fill.phrase].party.kind == PartyKind::protesters;
  });
}

// "Hooded men took away five workers": no arrest.
bool by_armed_men(const Reading& reading, const Draft& draft) {
  const auto fighters = [&](const Fill& fill) {
    const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
    return !fill.learnt && (phrase.kind == "fighter" || is_armed_group(phrase.party.kind));
  };
  return !by_state_forces(reading, draft) &&
         std::any_of(draft.perpetrators.begin(), draft.perpetrators.end(), fighters);
}

namespace {

// Whether a word that leaves no doubt says that.
bool says(const Draft& draft, EventType type) {
  return std::any_of(draft.tellings.begin(), draft.tellings.end(), [&](const Telling& t) {
    return t.strong && t.type == type && t.voice.polarity == Polarity::affirmed;
  });
}

bool told_as_attack(const Reading& reading, const Draft& draft) {
  return std::any_of(draft.tellings.begin(), draft.tellings.end(), [&](const Telling& t) {
    const auto& word = reading.lexicon.event_words()[t.entry];
    return t.type == EventType::any && word.strength == knowledge::Strength::strong;
  });
}

// "Executed them".
bool says_killed(const Reading& reading, const Draft& draft) {
  return std::any_of(draft.tellings.begin(), draft.tellings.end(), [&](const Telling& t) {
    const auto& word = reading.lexicon.event_words()[t.entry];
    return word.verb && word.effect == Effect::killed && t.voice.polarity == Polarity::affirmed &&
           t.outcome == Outcome::completed;
  });
}

bool told_by(const Reading& reading, const Draft& draft, std::string_view phrase) {
  return std::any_of(draft.tellings.begin(), draft.tellings.end(), [&](const Telling& t) {
    return reading.lexicon.event_words()[t.entry].phrase == phrase;
  });
}

// "Eliminated eleven terrorists", "took out two gunmen": fighters fall in fights.
bool of_fighters(const Reading& reading, const Draft& draft) {
  const auto fighter = [&](const Fill& fill) {
    const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
    return fill.human && !phrase.named && phrase.plural &&
           (phrase.kind == "fighter" || phrase.kind == "soldier");
  };
  return !says(draft, EventType::assassination) &&
         std::any_of(draft.targets.begin(), draft.targets.end(), fighter);
}

bool of_vessel(const Reading& reading, const Draft& draft) {
  constexpr std::string_view kVessels[] = {"ship", "vehicle", "aircraft"};
  return std::any_of(draft.targets.begin(), draft.targets.end(), [&](const Fill& fill) {
    const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
    return std::find(std::begin(kVessels), std::end(kVessels), phrase.kind) != std::end(kVessels);
  });
}

// What a seizure turns out to be: "seized a priest", "boarded the vessel and robbed the crew",
// "pirates seized a trawler".
EventType of_seizure(const Reading& reading, const Draft& draft) {
  if (takes_people(draft))
    return by_state_forces(reading, draft) ? EventType::arrest : EventType::kidnapping;
  if (says(draft, EventType::robbery)) return EventType::robbery;
  const bool pirated = by_armed_men(reading, draft) && of_vessel(reading, draft);
  return pirated ? EventType::hijacking : EventType::seizure;
}

// What robbers do without killing anybody is a robbery, whatever else its words could mean: "four
// robbers stormed the bank".
bool by_robbers(const Reading& reading, const Draft& draft, EventType said) {
  const bool open = said == EventType::raid || said == EventType::battle ||
                    said == EventType::any || said == EventType::seizure ||
                    said == EventType::armed_attack || said == EventType::strike;
  return open && by_those(reading, draft, knowledge::kRobber) && !takes_people(draft) &&
         !kills(draft) && !says_killed(reading, draft) && !by_state_forces(reading, draft);
}

// What more a word says than that somebody came and fought: "burst into the house and took him
// away", "invaded a school and whisked away 300 girls", "burned houses and killed scores".
std::optional<EventType> what_for(const Reading& reading, const Draft& draft, EventType said) {
  const bool came = said == EventType::raid || said == EventType::battle ||
                    said == EventType::any || said == EventType::armed_attack;
  if (came && says(draft, EventType::kidnapping) && !kills(draft) &&
      !by_state_forces(reading, draft))
    return EventType::kidnapping;
  const bool weak = !says(draft, said) && (kills(draft) || says_killed(reading, draft));
  if (said == EventType::kidnapping && weak) return EventType::armed_attack;
  if (said == EventType::arson && kills(draft) && told_as_attack(reading, draft))
    return EventType::armed_attack;
  if (said == EventType::assassination && of_fighters(reading, draft))
    return by_means(reading, draft).value_or(EventType::armed_attack);
  return std::nullopt;
}

// "Who was behind the fire at the shopping centre": nobody fired there.
bool burns(const Reading& reading, const Draft& draft) {
  const auto fire = [&](const Telling& t) {
    const auto& word = reading.lexicon.event_words()[t.entry];
    return !word.verb && word.phrase == "fire";
  };
  const auto building = [&](const Fill& fill) {
    return !fill.human && reading.mentions.phrases[fill.phrase].kind != "military";
  };
  return draft.instruments.empty() && !kills(draft) && std::ranges::all_of(draft.tellings, fire) &&
         std::ranges::any_of(draft.targets, building);
}

// What only some means leave of it.
std::optional<EventType> by_rare_means(const Reading& reading, const Draft& draft, EventType said) {
  const bool dropped = said == EventType::air_strike || said == EventType::shelling ||
                       said == EventType::bombing || said == EventType::any ||
                       said == EventType::strike || said == EventType::armed_attack;
  if (dropped && uses(reading, draft, EventType::chemical_attack))
    return EventType::chemical_attack;
  if (said == EventType::shelling && uses(reading, draft, EventType::air_strike))
    return EventType::air_strike;  // "planes rocketed the hamlet"
  return std::nullopt;
}

}  // namespace

EventType told_type(const Reading& reading, const Draft& draft) {
  const EventType said = draft.type();
  if (by_robbers(reading, draft, said)) return EventType::robbery;
  if (const auto rare = by_rare_means(reading, draft, said)) return *rare;
  if (const auto more = what_for(reading, draft, said)) return *more;
  if (said == EventType::bombing && says(draft, EventType::suicide_bombing))
    return EventType::suicide_bombing;  // "twin blasts ... one blew himself up"
  const bool open =
      said == EventType::any || said == EventType::strike || said == EventType::armed_attack;
  const auto means = open ? by_means(reading, draft) : std::nullopt;
  if (said == EventType::shelling && by_means(reading, draft) == EventType::drone_attack)
    return EventType::drone_attack;  // "two drones crashed into the depot"
  if (said == EventType::arson && by_missiles(by_means(reading, draft)))
    return *by_means(reading, draft);  // what rockets set on fire
  if (said == EventType::armed_attack && burns(reading, draft)) return EventType::arson;
  if (may_be_riot(said) && by_crowd(reading, draft)) return EventType::riot;
  if (said == EventType::battle && of_the_defenceless(reading, draft)) {
    if (!by_state_forces(reading, draft)) return EventType::armed_attack;
    if (told_by(reading, draft, "storm")) return EventType::raid;
  }
  if (said == EventType::seizure) return of_seizure(reading, draft);
  if (said == EventType::arrest && by_armed_men(reading, draft)) return EventType::kidnapping;
  // "the gun went off"
  if (said == EventType::bombing && means == std::nullopt &&
      by_means(reading, draft) == EventType::armed_attack && told_by(reading, draft, "go off"))
    return EventType::armed_attack;
  const auto from_the_air = said == EventType::bombing ? by_means(reading, draft) : std::nullopt;
  if (from_the_air == EventType::air_strike || from_the_air == EventType::suicide_bombing)
    return *from_the_air;  // "warplanes bombed", "the suicide bomber's blast"
  return means.value_or(said);
}

EventType resolve_type(const Reading& reading, const Draft& draft) {
  const auto means = by_means(reading, draft);
  const bool drone = means == EventType::drone_attack;
  // A state's drone that strikes is an air strike; one sent at a target, or shot down on its way,
  // is a drone attack.
  if (drone && draft.outcome() != Outcome::intercepted && by_state_forces(reading, draft))
    return EventType::air_strike;
  const EventType told = told_type(reading, draft);
  if (told != EventType::any) return told;
  if (by_state_forces(reading, draft) && !kills(draft)) return EventType::strike;
  return kills(draft) || !draft.perpetrators.empty() ? EventType::armed_attack : EventType::strike;
}

}  // namespace sitrep
