#include <algorithm>

#include "events/assemble.h"

namespace sitrep {

namespace {

bool flies(const Reading& reading, const Fill& fill) {
  constexpr std::string_view kFlying[] = {"drone",      "rocket",     "missile",
                                          "aircraft",   "helicopter", "mortar",
                                          "projectile", "artillery",  "aerial_bomb"};
  const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
  const std::string_view kind = phrase.weapon
                                    ? reading.lexicon.weapons()[*phrase.weapon].weapon_class
                                    : std::string_view(phrase.kind);
  return std::find(std::begin(kFlying), std::end(kFlying), kind) != std::end(kFlying);
}

// "A destroyed drone", "the downed missile": what fell was its debris.
bool brought_down(const Reading& reading, const Fill& fill) {
  constexpr Key kFallen[] = {key("destroyed"), key("downed"), key("intercepted")};
  const TokenRange words = reading.mentions.phrases[fill.phrase].tokens;
  for (uint32_t i = words.first; i < words.last; ++i) {
    if (one_of(reading.document.tokens[i].form, kFallen)) return flies(reading, fill);
  }
  return false;
}

bool hurts(const Draft& draft) {
  return std::any_of(draft.tolls.begin(), draft.tolls.end(), [](const Toll& toll) {
    const bool hurt = toll.effect == Effect::killed || toll.effect == Effect::wounded;
    return hurt && toll.quantity.best.value_or(0) > 0 && toll.voice.polarity == Polarity::affirmed;
  });
}

// Whether some words say that it did happen.
bool happened(const Reading& reading, const Draft& draft) {
  return std::any_of(draft.tellings.begin(), draft.tellings.end(), [&](const Telling& t) {
    const auto& word = reading.lexicon.event_words()[t.entry];
    return t.outcome == Outcome::completed && t.voice.polarity == Polarity::affirmed &&
           (word.verb || word.strength != knowledge::Strength::effect);  // no "evacuation"
  });
}

}  // namespace

Outcome resolve_outcome(const Reading& reading, const Draft& draft) {
  const Outcome told = draft.outcome();
  switch (told) {
    case Outcome::threatened:
    case Outcome::planned:
      return happened(reading, draft) ? Outcome::completed : told;
    case Outcome::intercepted: {
      const bool flying = std::any_of(draft.instruments.begin(), draft.instruments.end(),
                                      [&](const Fill& fill) { return flies(reading, fill); });
      return !flying && happened(reading, draft) ? Outcome::completed
                                                 : told;  // "his car was intercepted"
    }
    case Outcome::foiled:
    case Outcome::failed:
      return hurts(draft) && draft.type() != EventType::assassination ? Outcome::completed : told;
    case Outcome::completed: {
      const bool fallen =
          !draft.instruments.empty() &&
          std::all_of(draft.instruments.begin(), draft.instruments.end(),
                      [&](const Fill& fill) { return brought_down(reading, fill); });
      return fallen ? Outcome::intercepted : told;
    }
    default:
      return told;
  }
}

}  // namespace sitrep
