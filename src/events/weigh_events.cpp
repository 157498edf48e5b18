#include "events/weigh_events.h"

#include <algorithm>

#include "events/assemble.h"
#include "events/roles.h"
#include "events/senses.h"

namespace sitrep {

namespace {

// Probabilities.
constexpr double kFiller = 0.2;         // at least, for one that only the model sees
constexpr double kRuled = 0.15;         // for one that the rules see, too
constexpr double kReal = 0.35;          // less likely to be an incident: left out
constexpr double kRealOfRare = 0.25;    // of a type that was seen too rarely
constexpr double kRealAfterAll = 0.65;  // where the rules would not make one
constexpr double kRealIfMeant = 0.1;    // where its sentence says that it was no accident
constexpr double kRealIfPlain = 0.2;    // where a strong word or a weapon tells it
constexpr double kSureOfType = 0.5;     // at least, for another type than the rules'
constexpr double kRulesMayBe = 0.4;     // at most, of the rules' own

// Types of which the model has seen too few to know them better than the rules (models/README.md),
// or whose means leave no doubt.
bool rarely_seen(EventType type) {
  switch (type) {
    case EventType::protest:
    case EventType::work_stoppage:
    case EventType::hijacking:
    case EventType::sexual_violence:
    case EventType::chemical_attack:
    case EventType::raid:
    case EventType::suicide_bombing:
    case EventType::drone_attack:
    case EventType::arson:
      return true;
    default:
      return false;
  }
}

// "A sniper picked off two soldiers": no battle.
bool by_one_person(const Reading& reading, const Draft& event) {
  return !event.perpetrators.empty() &&
         std::all_of(event.perpetrators.begin(), event.perpetrators.end(), [&](const Fill& fill) {
           const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
           return phrase.person && !phrase.plural && !phrase.group && !phrase.body;
         });
}

// "The Taliban claimed a car bombing": by a suicide bomber only where the report says so.
bool says_suicide_bombing(const Reading& reading) {
  const auto says = [&](const EventMention& mention) {
    return reading.lexicon.event_words()[mention.entry].type == EventType::suicide_bombing;
  };
  return std::ranges::any_of(reading.mentions.events, says) ||
         std::ranges::any_of(reading.document.tokens,
                             [](const Token& token) { return token.form == key("suicide"); });
}

// Whether a drone is named where the event is told: without one no rockets are drones.
bool names_drone(const Reading& reading, const Draft& event) {
  const auto is_drone = [&](const NounPhrase& phrase) {
    return phrase.weapon &&
           reading.lexicon.weapons()[*phrase.weapon].type == EventType::drone_attack;
  };
  return std::ranges::any_of(event.tellings, [&](const Telling& telling) {
    const Sentence& sentence = reading.document.sentences[telling.sentence];
    return std::ranges::any_of(those_in(reading.mentions.phrases, sentence), is_drone);
  });
}

}  // namespace

EventJudge::EventJudge(const Reading& reading, const EventModel& model)
    : reading_(reading),
      model_(model),
      filler_features_(reading),
      event_features_(reading),
      says_suicide_bombing_(says_suicide_bombing(reading)) {}

std::optional<EventType> EventJudge::better_type(const Draft& event) {
  const auto ruled = static_cast<size_t>(resolve_type(reading_, event));
  if (rarely_seen(static_cast<EventType>(ruled))) return std::nullopt;
  if (static_cast<EventType>(ruled) == EventType::riot && by_crowd(reading_, event))
    return std::nullopt;  // "protesters overran the palace"
  const TypeShares shares = model_.types(event_features_.of(event));
  const auto best =
      static_cast<size_t>(std::max_element(shares.begin(), shares.end()) - shares.begin());
  if (best == ruled || shares[best] < kSureOfType || shares[ruled] > kRulesMayBe)
    return std::nullopt;
  if (static_cast<EventType>(best) == EventType::battle && by_one_person(reading_, event))
    return std::nullopt;
  if (static_cast<EventType>(best) == EventType::suicide_bombing && !says_suicide_bombing_)
    return std::nullopt;
  if (static_cast<EventType>(best) == EventType::drone_attack && !names_drone(reading_, event))
    return std::nullopt;
  return static_cast<EventType>(best);
}

namespace {

bool in_own_words(const Reading& reading, const Draft& event, const Filler& filler) {
  return std::any_of(filler.fills.begin(), filler.fills.end(), [&](const Fill* fill) {
    const NounPhrase& phrase = reading.mentions.phrases[fill->phrase];
    return std::any_of(event.tellings.begin(), event.tellings.end(),
                       [&](const Telling& t) { return t.names_weapon(phrase); });
  });
}

// Whether the rules leave the model no say in it.
bool is_sure(const Reading& reading, const Filler& filler) {
  return std::any_of(filler.fills.begin(), filler.fills.end(), [&](const Fill* fill) {
    const bool state = filler.part == Part::perpetrator &&
                       state_acts(*fill, reading.mentions.phrases[fill->phrase]);
    return fill->sure || fill->site || state;
  });
}

}  // namespace

void EventJudge::keep_fillers(Draft& event) {
  const std::vector<Filler> fillers = fillers_of(reading_, event);
  std::vector<const Filler*> kept;
  std::vector<const Fill*> dropped;
  for (const Filler& filler : fillers) {
    if (!kept.empty() && kept.back()->part != filler.part) kept.clear();
    const bool ruled = std::any_of(filler.fills.begin(), filler.fills.end(),
                                   [](const Fill* fill) { return !fill->learnt; });
    if (is_sure(reading_, filler) || in_own_words(reading_, event, filler) ||
        model_.filler(filler_features_.of(event, filler, kept)) >= (ruled ? kRuled : kFiller))
      kept.push_back(&filler);
    else
      dropped.insert(dropped.end(), filler.fills.begin(), filler.fills.end());
  }
  for (auto* fills : {&event.perpetrators, &event.instruments, &event.targets}) {
    std::vector<Fill> left;
    for (Fill& fill : *fills) {
      if (std::find(dropped.begin(), dropped.end(), &fill) == dropped.end())
        left.push_back(std::move(fill));
    }
    *fills = std::move(left);
  }
}

namespace {

// Whom a text says to have been hit did not do it, whatever else the model sees in them: "four
// militants were killed when their vehicle hit a mine", "soldiers fired on traders".
void spare_victims(Draft& event) {
  const bool arrest = event.type() == EventType::arrest;  // "arrested a man who planned an attack"
  const bool one_sided = event.type() == EventType::armed_attack;
  std::erase_if(event.perpetrators, [&](const Fill& fill) {
    return (fill.learnt || arrest) &&
           std::any_of(event.targets.begin(), event.targets.end(), [&](const Fill& target) {
             return target.phrase == fill.phrase && !target.learnt &&
                    (arrest || target.effect >= Effect::killed || (one_sided && target.human));
           });
  });
}

bool befalls(const Draft& event, uint32_t phrase) {
  return std::ranges::any_of(event.targets, [&](const Fill& target) {
    return target.phrase == phrase && target.human && !target.learnt;
  });
}

// "Ruiz was shot on 4 March, Parra on 19 March": whom another event befell by its own words is none
// of this one's.
void leave_to_others(std::vector<Draft>& events) {
  constexpr size_t kMost = 60;  // events of a report that are held against each other
  if (events.size() > kMost) return;
  for (Draft& event : events) {
    std::erase_if(event.targets, [&](const Fill& fill) {
      return fill.human && fill.learnt && !befalls(event, fill.phrase) &&
             std::ranges::any_of(events, [&](const Draft& other) {
               return &other != &event && befalls(other, fill.phrase);
             });
    });
  }
}

}  // namespace

void EventJudge::weigh_fillers(std::vector<Draft>& events) {
  for (Draft& event : events) spare_victims(event);
  leave_to_others(events);
  filler_features_.enter(events);
  for (Draft& event : events) keep_fillers(event);
}

namespace {

// "Denied that its men had shot villagers": somebody said that they did.
bool answers_a_charge(const Draft& event) {
  return event.denied && event.answer && !event.doubtful && !event.perpetrators.empty() &&
         !event.targets.empty();
}

// "Remnants of the group still carry out attacks", "since then dozens of rockets have hit sites
// across the country", "rebels have killed 2,000 people since 2014", "three priests have been
// abducted since January": what goes on, and no one day of it.
bool goes_on(const Draft& event) {
  const Telling* dated = event.dated();
  const bool of_months = dated && dated->when.precision >= DatePrecision::month;
  const bool undated = (!dated || dated->borrowed) && event.tolls.empty();
  return event.enduring && event.generic && event.doubtful && (undated || of_months);
}

// "Six others were injured", and nothing is told that they were hurt in besides the others.
bool others_of_nothing(const Reading& reading, const Draft& event) {
  const bool alone = event.tellings.size() == 1 && event.perpetrators.empty() &&
                     event.instruments.empty() && event.places.empty() && event.targets.size() <= 1;
  if (!alone || !event.effect_only) return false;
  const Telling& telling = event.tellings.front();
  for (uint32_t i = reading.document.sentences[telling.sentence].first; i < telling.trigger.first;
       ++i) {
    if (reading.document.tokens[i].form == key("others")) return true;
  }
  return false;
}

// "Investigators suspect arson", "the death is treated as a homicide".
bool said_to_be_meant(const Reading& reading, const Draft& event) {
  return std::ranges::any_of(event.tellings, [&](const Telling& t) {
    return has_sense(reading, reading.document.sentences[t.sentence], knowledge::kDeliberate);
  });
}

// "A blast killed four people", "a mine killed two", and no word of a gas pipe or a crash beside
// it.
bool by_plain_words(const Reading& reading, const Draft& event) {
  constexpr uint32_t kMishaps = knowledge::kInnocent | knowledge::kBlaze | knowledge::kBursting;
  const auto& words = reading.lexicon.event_words();
  bool plain = std::ranges::any_of(event.instruments, [&](const Fill& fill) {
    return reading.mentions.phrases[fill.phrase].weapon.has_value();
  });
  for (const Telling& t : event.tellings) {
    if (has_sense(reading, reading.document.sentences[t.sentence], kMishaps)) return false;
    plain = plain || words[t.entry].strength == knowledge::Strength::strong;
  }
  return plain;
}

// "Gaza doctor dies. ... has died after a long illness": of nothing but a death that the next
// sentences lay to an illness or a crash.
bool died_by_mishap(const Reading& reading, const Draft& event) {
  constexpr uint32_t kNext = 2;  // sentences
  if (!event.perpetrators.empty() || !event.instruments.empty()) return false;
  const auto& words = reading.lexicon.event_words();
  bool mishap = false;
  for (const Telling& t : event.tellings) {
    if (!dies(words[t.entry])) return false;
    const auto last =
        std::min(t.sentence + kNext + 1, static_cast<uint32_t>(reading.document.sentences.size()));
    for (uint32_t s = t.sentence; s < last; ++s)
      mishap = mishap || has_sense(reading, reading.document.sentences[s], knowledge::kInnocent);
  }
  return mishap;
}

}  // namespace

// How likely an incident has to be.
double EventJudge::least_of(const Draft& event) const {
  const EventType type = resolve_type(reading_, event);
  const bool rare = rarely_seen(type) || type == EventType::robbery;  // "thieves stole paintings"
  const bool meant = said_to_be_meant(reading_, event);
  if (event.doubtful) return meant ? kReal : kRealAfterAll;
  if (meant) return kRealIfMeant;
  if (died_by_mishap(reading_, event)) return kRealAfterAll;
  if (by_plain_words(reading_, event)) return kRealIfPlain;
  return rare ? kRealOfRare : kReal;
}

void EventJudge::weigh_events(std::vector<Draft>& events) {
  std::erase_if(events, [&](const Draft& event) {
    if (answers_a_charge(event)) return false;
    if (goes_on(event) || others_of_nothing(reading_, event)) return true;
    return model_.real(event_features_.of_being(event)) < least_of(event);
  });
  for (Draft& event : events) event.weighed_type = better_type(event);
}

}  // namespace sitrep
