// What a place's name stands for: the place, its people, its government, a facility in it.
#include <algorithm>

#include "core/text.h"
#include "mentions/place_reader.h"

namespace sitrep::placing {

namespace {

using knowledge::Kind;
using knowledge::PlaceKind;

// Does the name stand for a government: a country, a country's capital or another seat of it?
bool may_govern(Reader& r, const PlaceMention& mention) {
  for (const Sense& sense : r.names.find(r.document, mention.tokens, false)) {
    if (sense.kind == Kind::country) return true;
    if (sense.gazetteer && (r.gazetteer.row(sense.entry).flags & 1)) return true;
  }
  return false;
}

int64_t cue_before(const Reader& r, uint32_t i) {
  int64_t at = r.before(i);
  while (at >= 0 && r.token(static_cast<uint32_t>(at)).form == key("the"))
    at = r.before(static_cast<uint32_t>(at));
  return at;
}

bool local_cue(const Reader& r, const PlaceMention& mention) {
  const int64_t at = cue_before(r, mention.tokens.first);
  return at >= 0 && r.is(static_cast<uint32_t>(at), kInside | kToward | kOf | kCompass);
}

// Verbs that only governments and people do; speech verbs come from the dictionary.
bool acts(const Reader& r, uint32_t i) {
  static constexpr std::string_view kActs[] = {
      "has",      "have",     "had",        "will",     "would",     "must",     "wants",
      "wanted",   "fears",    "supports",   "backs",    "backed",    "blamed",   "blames",
      "accused",  "accuses",  "sent",       "sends",    "agreed",    "agrees",   "refused",
      "refuses",  "rejected", "rejects",    "decided",  "imposed",   "imposes",  "launched",
      "launches", "fired",    "retaliated", "withdrew", "signed",    "vowed",    "vows",
      "plans",    "seeks",    "sought",     "hopes",    "condemned", "condemns", "considers",
      "sees",     "insists"};
  const Key form = r.token(i).form;
  return std::any_of(std::begin(kActs), std::end(kActs),
                     [&](std::string_view w) { return key(w) == form; });
}

bool subject_of_act(const Reader& r, const PlaceMention& mention) {
  uint32_t i = mention.tokens.last;
  if (!r.same_sentence(mention.tokens.first, i)) return false;
  if (r.token(i).tag == Tag::ADV && r.same_sentence(i, i + 1)) ++i;
  return (r.marks[i] & kSpeechBegins) || acts(r, i);
}

// "Washington's refusal", not "Baghdad's airport", "Iraq's Anbar".
bool owns_something_said(const Reader& r, const PlaceMention& mention) {
  const uint32_t i = mention.tokens.last;
  if (!r.same_sentence(mention.tokens.first, i) || !r.possessive(i)) return false;
  for (uint32_t next = i + 1; next < i + 4 && r.same_sentence(i, next); ++next) {
    if (r.capital(next) || r.is(next, kAreaNoun | kLandmark | kFacility | kFiller | kCompass))
      return false;
    if (r.token(next).tag == Tag::NOUN) return true;
  }
  return true;
}

bool agent_of(const Reader& r, const PlaceMention& mention) {
  const int64_t at = cue_before(r, mention.tokens.first);
  return at >= 0 && r.is(static_cast<uint32_t>(at), kBackedBy) && mention.relation != "between";
}

// "US troops", "Syria policy": a country's name used as an adjective.
bool modifies(const Reader& r, const PlaceMention& mention) {
  const uint32_t i = mention.tokens.last;
  if (!r.same_sentence(mention.tokens.first, i)) return false;
  if (r.joiner(i)) {  // "US-led", "Iran-backed"; not "London-based"
    return r.glued(i) && r.glued(i + 1) && i + 1 < r.size() && r.token(i + 1).form != key("based");
  }
  if (r.capital(i) || r.is(i, kNever | kFiller | kAreaNoun | kToward | kFacility)) return false;
  const Tag tag = r.token(i).tag;
  if (tag == Tag::X) return r.upper(mention.tokens.first) && is_lower(r.word(i).front());
  return tag == Tag::NOUN || (tag == Tag::ADJ && r.upper(mention.tokens.first));
}

bool is_capital_pair(Reader& r, const PlaceMention& a, const PlaceMention& b) {
  return a.relation == "between" && b.relation == "between" && may_govern(r, a) && may_govern(r, b);
}

bool road_before(const Reader& r, const PlaceMention& mention) {
  const int64_t at = cue_before(r, mention.tokens.first);
  if (at < 1) return false;
  const auto i = static_cast<uint32_t>(at - 1);
  return r.is(i, kLandmark | kAreaNoun | kUnit) || r.token(i).form == key("border");
}

void read_metonyms(Reader& r) {
  auto& places = r.mentions.places;
  for (size_t i = 0; i < places.size(); ++i) {
    PlaceMention& m = places[i];
    if (m.demonym || m.facility || m.part_of || !may_govern(r, m)) continue;
    if (i + 1 < places.size() && is_capital_pair(r, m, places[i + 1]) && !road_before(r, m)) {
      m.metonym = places[i + 1].metonym = true;
    }
    if (m.metonym || (!m.relation.empty() && m.relation != "from") || local_cue(r, m)) continue;
    m.metonym = subject_of_act(r, m) || owns_something_said(r, m) || agent_of(r, m);
    if (!m.metonym && modifies(r, m)) m.demonym = true;
  }
}

// "Washington and Tehran": what one is, the other is.
void share_metonyms(Reader& r) {
  auto& places = r.mentions.places;
  for (size_t i = 0; i + 1 < places.size(); ++i) {
    PlaceMention& a = places[i];
    PlaceMention& b = places[i + 1];
    const bool joined =
        b.tokens.first == a.tokens.last + 1 && r.token(a.tokens.last).form == key("and");
    if (!joined || a.metonym == b.metonym || a.demonym || b.demonym || local_cue(r, a)) continue;
    if (may_govern(r, a) && may_govern(r, b)) a.metonym = b.metonym = true;
  }
}

bool has_facility(Reader& r, TokenRange city, PlaceKind kind) {
  const auto senses = r.names.find_facility(r.document, city, kind);
  return std::any_of(senses.begin(), senses.end(),
                     [](const Sense& s) { return !s.gazetteer && s.kind == Kind::place; });
}

// The token of the facility noun that belongs to this city: "Baghdad's (international) airport",
// "the airport in Baghdad"; the city's own name must be known with that noun.
uint32_t facility_noun(Reader& r, const PlaceMention& city) {
  const uint32_t none = r.size();
  uint32_t i = city.tokens.last;
  if (r.possessive(i)) {
    ++i;
    while (r.same_sentence(city.tokens.first, i) && r.is(i, kFacilityPart) && !r.is(i, kFacility))
      ++i;
    return r.same_sentence(city.tokens.first, i) && r.is(i, kFacility) ? i : none;
  }
  int64_t at = cue_before(r, city.tokens.first);
  while (at >= 0 && r.is(static_cast<uint32_t>(at), kFiller | kCompass))
    at = r.before(static_cast<uint32_t>(at));
  if (at < 1 || !r.is(static_cast<uint32_t>(at), kInside | kOf | kNearby)) return none;
  const auto noun = static_cast<uint32_t>(at - 1);
  return r.is(noun, kFacility) && r.sentence[noun] == r.sentence[city.tokens.first] ? noun : none;
}

void add_unnamed(Reader& r, uint32_t city) {
  PlaceMention& place = r.mentions.places[city];
  if (place.demonym || place.facility || place.unnamed) return;
  const uint32_t noun = facility_noun(r, place);
  if (noun == r.size()) return;
  const auto kind = r.lexicon.facility_kind(r.token(noun).form);
  if (!kind || !has_facility(r, place.tokens, *kind)) return;
  const bool taken = std::any_of(r.mentions.places.begin(), r.mentions.places.end(),
                                 [&](const PlaceMention& m) { return m.tokens.contains(noun); });
  if (taken) return;
  PlaceMention facility;
  facility.tokens = {noun, noun + 1};
  facility.facility = facility.unnamed = true;
  facility.facility_kind = *kind;
  facility.part_of = city;
  facility.score = place.score;
  relate(r, facility);
  if (noun >= place.tokens.last) {  // "near Baghdad's airport" is said of the airport
    std::swap(facility.relation, place.relation);
    std::swap(facility.distance_km, place.distance_km);
  }
  r.mentions.places.push_back(std::move(facility));
}

// Text order again after additions; part_of and locates follow.
void sort_places(std::vector<PlaceMention>& places) {
  std::vector<uint32_t> order(places.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    return places[a].tokens.first < places[b].tokens.first;
  });
  std::vector<uint32_t> position(places.size());
  std::vector<PlaceMention> sorted;
  sorted.reserve(order.size());
  for (uint32_t i = 0; i < order.size(); ++i) position[order[i]] = i;
  for (const uint32_t i : order) sorted.push_back(std::move(places[i]));
  for (PlaceMention& m : sorted) {
    if (m.part_of) m.part_of = position[*m.part_of];
    if (m.locates) m.locates = position[*m.locates];
  }
  places = std::move(sorted);
}

}  // namespace

void read_uses(Reader& r) {
  read_metonyms(r);
  share_metonyms(r);
  const auto count = static_cast<uint32_t>(r.mentions.places.size());
  for (uint32_t i = 0; i < count; ++i) add_unnamed(r, i);
  if (r.mentions.places.size() > count) sort_places(r.mentions.places);
}

}  // namespace sitrep::placing
