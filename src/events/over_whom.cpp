#include "events/over_whom.h"

#include <optional>

#include "grounding/atlas.h"

namespace sitrep {

namespace {

// As far as missiles and drones are sent: not from Yemen to the United States, whose ships and
// planes stop them abroad.
constexpr double kReachKm = 3000;

std::optional<uint32_t> phrase_of_who(const Reading& reading, const Tree& tree,
                                      const Telling& telling) {
  const uint32_t verb = telling.trigger.first;
  auto who = tree.passive(verb) ? tree.agent(verb) : tree.subject(verb);
  if (!who && verb > tree.sentence().first) who = verb - 1;  // "the air force | shot down"
  const auto phrase = who ? reading.mentions.phrase_at(*who) : std::nullopt;
  return phrase ? phrase : telling.voice.speaker;
}

// "Jordan's air force", "the Israeli military", "Israel".
std::string_view country_in(const Reading& reading, const NounPhrase& phrase) {
  if (!phrase.party.nation.empty()) return phrase.party.nation;
  Sentence words;
  words.first = phrase.tokens.first, words.last = phrase.tokens.last;
  for (const PlaceMention& place : those_in(reading.mentions.places, words)) {
    if (place.where.precision == PlacePrecision::country) return place.where.country;
  }
  return {};
}

}  // namespace

std::string stopped_by(const Reading& reading, const Tree& tree, const Draft& draft) {
  if (draft.outcome() != Outcome::intercepted) return {};
  const auto who = phrase_of_who(reading, tree, draft.tellings.back());
  if (!who) return {};
  const NounPhrase& phrase = reading.mentions.phrases[*who];
  const std::string_view own = country_in(reading, phrase);
  if (!own.empty() || !phrase.possessor) return std::string(own);
  return std::string(country_in(reading, reading.mentions.phrases[*phrase.possessor]));
}

bool stopped_short_of(const Reading& reading, const Draft& draft, uint32_t place) {
  const auto index = reading.lexicon.country(draft.over);
  const Where& source = reading.mentions.places[place].where;
  if (!index || draft.outcome() != Outcome::intercepted || !draft.loosely(place)) return false;
  const knowledge::Country& country = reading.lexicon.countries()[*index];
  return source.lat && source.country != draft.over &&
         distance_km(country.lat, country.lon, *source.lat, *source.lon) <= kReachKm;
}

}  // namespace sitrep
