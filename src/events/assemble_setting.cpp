// When and where an event was: what its own words say, what stands near them, what the report
// leaves to be understood.
#include <algorithm>

#include "events/assemble.h"
#include "events/occasions.h"
#include "events/over_whom.h"

namespace sitrep {

namespace {

constexpr uint32_t kDayReach = 4;  // sentences over which a day is understood to go on

}  // namespace

void Assembler::set_when(const Draft& draft) {
  const Telling* best = draft.dated();
  if (best) event_.when = best->when;
  if (draft.occasion && !says_its_day(best)) set_occasion(*draft.occasion);
  if (event_.when.part_of_day == PartOfDay::none) {
    for (const Telling& t : draft.tellings) {
      const bool same_day = t.when.known() && t.when.start == event_.when.start && !t.borrowed;
      if (same_day && t.when.part_of_day != PartOfDay::none)
        event_.when.part_of_day = t.when.part_of_day;
    }
  }
  for (const Telling& t : draft.tellings) {
    if (t.when.known() && !t.borrowed)
      claim(Field::when, t.when, t.sentence, t.voice).why = "time nearest to the event word";
  }
  if (!event_.when.known()) inherit_day(draft);
  const bool undated = !event_.when.known() && !draft.background && reading_.published;
  if (undated)
    event_.when = {*reading_.published, *reading_.published, DatePrecision::day,
                   event_.when.part_of_day, Basis::inferred};
}

void Assembler::set_occasion(const Occasion& occasion) {
  const PartOfDay part = event_.when.part_of_day;
  event_.when = occasion.when;
  if (event_.when.part_of_day == PartOfDay::none) event_.when.part_of_day = part;
  claim(Field::when, occasion.when, occasion.sentence, {}).why =
      "day on which it is said to have happened";
}

// A sentence without a day of its own goes on in the day of those before it.
void Assembler::inherit_day(const Draft& draft) {
  if (draft.background || draft.tellings.empty()) return;
  const uint32_t sentence = draft.tellings.front().sentence;
  for (auto said = said_days_.rbegin(); said != said_days_.rend(); ++said) {
    if (said->first > sentence || sentence - said->first > kDayReach) continue;
    const PartOfDay part = event_.when.part_of_day;
    event_.when = said->second;
    event_.when.part_of_day = part;
    return;
  }
}

void Assembler::set_where(const Draft& draft) {
  const auto& places = reading_.mentions.places;
  auto told = whereabouts_.told(draft);
  const bool over = told && stopped_short_of(reading_, draft, *told);
  if (over) told.reset();
  if (told && draft.loosely(*told) && prefers_nearby(draft, *told)) told.reset();
  if (told) event_.where = places[*told].where;
  const bool own = told && !draft.loosely(*told);
  for (const Telling& t : draft.tellings) {
    if (t.place && !((own || over) && draft.loosely(*t.place)))
      claim(Field::where, places[*t.place].where, t.sentence, t.voice).why = places[*t.place].why;
  }
  const bool vague =
      !told || event_.where.precision <= PlacePrecision::admin1 || places[*told].wide;
  const bool here = !draft.background || (!told && whereabouts_.recalls_scene(draft));
  const auto nearby = vague && here ? whereabouts_.nearby(draft, told) : std::nullopt;
  const bool abroad = over && nearby && places[*nearby].where.country != draft.over;
  if (nearby && !abroad) {
    event_.where = places[*nearby].where;
    const uint32_t sentence = reading_.document.sentence_of(places[*nearby].tokens.first);
    claim(Field::where, event_.where, sentence, voice_in(draft, sentence)).why =
        "place named nearby, " + places[*nearby].why;
  }
  // A sea is in no country.
  if (event_.where.precision != PlacePrecision::unknown) return;
  if (!over) return infer_country(draft);
  const uint32_t sentence = draft.tellings.front().sentence;
  put_in_country(draft, draft.over, sentence, "country of who intercepted it");
}

// "John Miller of Peoria was shot": a town that only stands beside the event, before one that the
// report names at hand.
bool Assembler::prefers_nearby(const Draft& draft, uint32_t loose) const {
  const auto is_town = [&](uint32_t place) {
    return reading_.mentions.places[place].where.precision >= PlacePrecision::city;
  };
  if (draft.background || !is_town(loose)) return false;
  const auto nearby = whereabouts_.nearby(draft);
  return nearby && is_town(*nearby);
}

// Who says the place that stands in a sentence: whoever tells the event there.
Voice Assembler::voice_in(const Draft& draft, uint32_t sentence) {
  for (const Telling& t : draft.tellings) {
    if (t.sentence == sentence && t.voice.polarity == Polarity::affirmed) return t.voice;
  }
  return {};
}

// Better the country alone than no place at all.
void Assembler::infer_country(const Draft& draft) {
  const auto mention = whereabouts_.country(draft);
  if (!mention) return;
  const PlaceMention& place = reading_.mentions.places[*mention];
  put_in_country(draft, place.where.country, reading_.document.sentence_of(place.tokens.first),
                 "country that the report is about");
}

void Assembler::put_in_country(const Draft& draft, const std::string& code, uint32_t sentence,
                               const char* why) {
  const auto index = reading_.lexicon.country(code);
  if (!index) return;
  const knowledge::Country& country = reading_.lexicon.countries()[*index];
  event_.where = {};
  event_.where.name = country.name;
  event_.where.country = country.code;
  event_.where.lat = country.lat, event_.where.lon = country.lon;
  event_.where.precision = PlacePrecision::country;
  claim(Field::where, event_.where, sentence, voice_in(draft, sentence)).why = why;
}

void Assembler::hear_days(const std::vector<Draft>& drafts) {
  said_days_.clear();
  for (const Draft& draft : drafts) {
    for (const Telling& t : draft.tellings) {
      const bool fine = t.when.precision <= DatePrecision::day && t.when.known();
      if (fine && !draft.background) said_days_.emplace_back(t.sentence, t.when);
    }
  }
  std::stable_sort(said_days_.begin(), said_days_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
}

}  // namespace sitrep
