#include "events/apart.h"

#include <algorithm>
#include <string_view>

namespace sitrep {

namespace {

bool came_to_nothing(const Draft& d) {
  return d.outcome() == Outcome::foiled || d.outcome() == Outcome::intercepted ||
         d.outcome() == Outcome::failed;
}

bool died_later(const Draft& d) { return d.dated() && d.dated()->afterwards; }

bool has_dead(const Draft& d) {
  return std::ranges::any_of(
      d.tolls, [](const Toll& toll) { return toll.effect == Effect::killed && toll.inflicted; });
}

// Whether a bomb or the like did it, and nobody is said to have been there.
bool by_bomb_alone(const Draft& d) {
  return d.perpetrators.empty() && !d.instruments.empty() &&
         (d.type() == EventType::bombing || d.type() == EventType::any);
}

bool by_armed_men(const Reading& reading, const Draft& d) {
  return d.instruments.empty() && std::ranges::any_of(d.perpetrators, [&](const Fill& fill) {
           const NounPhrase& who = reading.mentions.phrases[fill.phrase];
           return ruled(fill) && who.armed && !who.definite;
         });
}

// "A bomb killed two soldiers. Gunmen attacked a post, killing three officers": other people died,
// by other means and hands.
bool by_other_hands(const Reading& reading, const Likeness& like, const Draft& event,
                    const Draft& draft) {
  const bool apart = by_bomb_alone(event) && by_armed_men(reading, draft);
  return apart && like.targets == TargetLink::other && has_dead(event) && has_dead(draft) &&
         event.last_sentence() < draft.tellings.front().sentence;
}

// "US forces responded with artillery": a deed that answers another.
bool strikes_back(const Reading& reading, const Draft& d) {
  constexpr std::string_view kAnswers[] = {"retaliate", "respond", "answer with", "hit back",
                                           "strike back"};
  if (std::ranges::none_of(d.perpetrators, ruled)) return false;
  return std::ranges::any_of(d.tellings, [&](const Telling& t) {
    const auto& phrase = reading.lexicon.event_words()[t.entry].phrase;
    return std::ranges::any_of(kAnswers, [&](auto answer) { return phrase.starts_with(answer); });
  });
}

}  // namespace

bool another_deed(const Reading& reading, const Likeness& like, const Draft& event,
                  const Draft& draft) {
  const bool answer = like.parties != PartyLink::same && strikes_back(reading, draft) &&
                      !strikes_back(reading, event);
  return answer || by_other_hands(reading, like, event, draft) ||
         one_follows(reading, event, draft);
}

// Weeks or borders lie between; two people were hit on two days. "The day before, the forces had
// foiled an attack on the same base": what came to nothing is not what hit on another day.
bool cannot_be_one(const Reading& reading, const Likeness& like, const Draft& event,
                   const Draft& draft) {
  if (like.days == DayLink::long_apart) return true;
  if (like.abroad && !draft.denied) return true;
  if (another_deed(reading, like, event, draft)) return true;
  if (like.days == DayLink::other && !died_later(event) && !died_later(draft) &&
      different_victims(reading, event, draft))
    return true;
  const bool other_day = like.days == DayLink::other || like.days == DayLink::perhaps_other;
  return other_day && came_to_nothing(event) != came_to_nothing(draft) && !draft.effect_only &&
         !event.effect_only;
}

}  // namespace sitrep
