// Candidates that no table holds: names with a noun such as "base", "road" or "river".
#include <algorithm>

#include "core/text.h"
#include "mentions/place_reader.h"

namespace sitrep::placing {

namespace {

using knowledge::PlaceKind;

bool in_other_phrase(const Reader& r, TokenRange range) {
  for (uint32_t i = range.first; i < range.last; ++i) {
    if (r.marks[i] & kOther) return true;
  }
  return false;
}

}  // namespace

Candidate& candidate_at(Reader& r, TokenRange range) {
  for (size_t i = r.candidates.size(); i-- > 0 && r.candidates[i].range.first == range.first;) {
    if (r.candidates[i].range == range) return r.candidates[i];
  }
  Candidate c;
  c.range = range;
  c.key = name_key(r.document, range);
  return r.candidates.emplace_back(c);
}

uint32_t run_begin(const Reader& r, uint32_t last) {
  uint32_t first = last;
  const uint32_t end = std::min(last, r.size() - 1);  // a token of the noun's own sentence
  for (uint32_t i = last; i-- > 0 && last - i <= 5 && r.same_sentence(i, end);) {
    const bool name_word = r.capital(i) && !r.is(i, kNever);
    const bool article = r.is(i, kPrefix) && (r.joiner(i + 1) || r.word(i).ends_with('l'));
    const bool inner = first < last && (article || r.joiner(i));
    if (name_word)
      first = i;
    else if (!inner)
      break;
  }
  return first;
}

bool plausible_unknown(const Reader& r, TokenRange range) {
  if (range.first >= range.last || r.caseless[range.first]) return false;
  if (range.size() == 1 && r.is(range.first, kOrdinary | kOrganisation | kCompass)) return false;
  if (r.is(range.last - 1, kReligion | kOrganisation) || r.is(range.first, kTitle)) return false;
  return !in_other_phrase(r, range);
}

namespace {

// The noun's kind, or nothing where "field" is no oil field and "port" belongs to a ship.
std::optional<PlaceKind> facility_at(const Reader& r, uint32_t i) {
  if (!r.is(i, kFacility)) return std::nullopt;
  const Key form = r.token(i).form;
  if (form == key("field") &&
      (i == 0 || (r.token(i - 1).form != key("oil") && r.token(i - 1).form != key("gas")))) {
    return std::nullopt;
  }
  if (form == key("plant") &&
      (i == 0 || (r.token(i - 1).form != key("power") && r.token(i - 1).form != key("nuclear")))) {
    return std::nullopt;
  }
  return r.lexicon.facility_kind(form);
}

// "Silver Lantern" of "'Silver Lantern' base", "Shifa Hospital". A capitalised noun belongs to the
// name.
void add_named_facility(Reader& r, uint32_t noun, PlaceKind kind) {
  uint32_t last = noun;
  while (last > 0 && r.same_sentence(last - 1, noun) && (r.token(last - 1).shape & kQuote)) --last;
  while (last > 1 && !r.capital(last - 1) && r.is(last - 1, kFacilityPart)) --last;
  while (last > 0 && r.same_sentence(last - 1, noun) && (r.token(last - 1).shape & kQuote)) --last;
  const uint32_t first = run_begin(r, last);
  if (!plausible_unknown(r, {first, last})) return;
  Candidate& c = candidate_at(r, {first, last == noun && r.capital(noun) ? noun + 1 : last});
  c.sources |= kFromFacility;
  c.facility_kind = kind;
}

// "Camp Bucca", "Fort Bragg", "FOB Shank".
void add_prefixed_facility(Reader& r, uint32_t noun) {
  const Key form = r.token(noun).form;
  if (form != key("camp") && form != key("fort") && form != key("fob")) return;
  if (!r.capital(noun) || r.caseless[noun] || !r.capital(noun + 1) ||
      !r.same_sentence(noun, noun + 1))
    return;
  if (r.is(noun + 1, kNever | kOrganisation) || r.glued(noun + 1)) return;
  Candidate& c = candidate_at(r, {noun, noun + 2});
  c.sources |= kFromFacility;
  c.facility_kind = PlaceKind::camp;
}

// Stands "in", "near", "at the" before the name?
bool located(const Reader& r, uint32_t first) {
  int64_t at = r.before(first);
  if (at >= 0 && r.token(static_cast<uint32_t>(at)).form == key("the"))
    at = r.before(static_cast<uint32_t>(at));
  return at >= 0 && r.is(static_cast<uint32_t>(at), kInside | kToward | kNearby);
}

void add_landmark_at(Reader& r, TokenRange range, PlaceKind kind) {
  Candidate& c = candidate_at(r, range);
  c.sources |= kFromFacility;
  c.facility_kind = kind;
}

// "Lake Tana", "Mount Sion", "Rue de Rome".
void add_prefixed_landmark(Reader& r, uint32_t noun, PlaceKind kind) {
  uint32_t name = noun + 1;
  if (name < r.size() && r.word(name) == ".") ++name;
  while (kind == PlaceKind::road && r.same_sentence(noun, name) && r.is(name, kConnector | kPrefix))
    ++name;
  if (!r.capital(noun) && name == noun + 1) return;  // "via Rome"
  if (!r.same_sentence(noun, name) || !r.capital(name) || r.is(name, kNever | kOrganisation))
    return;
  add_landmark_at(r, {noun, name + 1}, kind);
}

// Some town of these very words, whatever else the dictionaries call so: a capital stands for its
// government, too.
Candidate* town_called(Reader& r, TokenRange range) {
  const auto found = std::ranges::find_if(r.candidates, [&](const Candidate& c) {
    return c.range == range && (c.sources & (kFromGazetteer | kDictionary)) != 0;
  });
  return found == r.candidates.end() ? nullptr : &*found;
}

// "The Austin neighborhood", "Chicago's Austin neighborhood", "the La Ceiba ranch": small, and
// rarely in any table. Not "a Chicago neighborhood".
void add_small(Reader& r, uint32_t noun, PlaceKind kind) {
  if (r.capital(noun) || noun == 0) return;
  uint32_t first = run_begin(r, noun);
  if (first == noun || r.is(noun - 1, kReligion | kOrganisation | kNever)) return;
  if (first > 0 && r.same_sentence(first - 1, noun) && r.capital(first - 1) &&
      r.is(first - 1, kConnector | kPrefix))
    --first;  // "the La Ceiba ranch"
  const int64_t before = r.before(first);
  const bool one = before >= 0 && (r.token(static_cast<uint32_t>(before)).form == key("the") ||
                                   r.possessive(static_cast<uint32_t>(before)));
  if (!one) return;
  if (!in_other_phrase(r, {first, noun}))
    add_landmark_at(r, {first, noun}, kind);
  else if (Candidate* town = town_called(r, {first, noun}))
    town->facility_kind = kind;
}

// Streets are called after anything: "Church Street", "Foster Avenue".
bool street_name(const Reader& r, uint32_t first, const knowledge::Landmark& landmark) {
  return landmark.kind == PlaceKind::road && landmark.when == knowledge::Landmark::When::always &&
         r.capital(first);
}

// "Barlow Road", "Otter Creek"; "the Orpheum Theatre" where a place is looked for.
void add_landmark(Reader& r, uint32_t noun) {
  const knowledge::Landmark* landmark = r.lexicon.landmark(r.token(noun).form);
  if (!landmark || r.caseless[noun]) return;
  using When = knowledge::Landmark::When;
  if (landmark->when == When::small) return add_small(r, noun, landmark->kind);
  if (landmark->when == When::before && (r.capital(noun) || landmark->kind == PlaceKind::road))
    return add_prefixed_landmark(r, noun, landmark->kind);
  if (!r.capital(noun)) return;
  uint32_t first = run_begin(r, noun);
  while (first < noun && r.is(first, kNever)) ++first;
  if (first == noun) return;
  if (!street_name(r, first, *landmark) && !plausible_unknown(r, {first, noun})) return;
  if (landmark->when == When::located && !located(r, first)) return;
  if (r.same_sentence(noun, noun + 1) && r.capital(noun + 1) && r.is(noun + 1, kOrganisation))
    return;
  add_landmark_at(r, {first, noun + 1}, landmark->kind);
}

// "the A1", "the M25": roads by number.
void add_numbered_road(Reader& r, uint32_t i) {
  const std::string_view word = r.word(i);
  if (i == 0 || word.size() < 2 || word.size() > 5) return;
  if (word[0] != 'A' && word[0] != 'M' && word[0] != 'B' && word[0] != 'N') return;
  if (!std::all_of(word.begin() + 1, word.end(), is_digit)) return;
  if (r.same_sentence(i - 1, i) && r.token(i - 1).form == key("the"))
    add_landmark_at(r, {i, i + 1}, PlaceKind::road);
}

// "a base named 'Silver Lantern'".
void add_called_facility(Reader& r, uint32_t noun, PlaceKind kind) {
  const Key next = noun + 1 < r.size() ? r.token(noun + 1).form : kNoKey;
  if (next != key("named") && next != key("called")) return;
  uint32_t first = noun + 2;
  while (first < r.size() && (r.token(first).shape & kQuote)) ++first;
  uint32_t last = first;
  while (r.same_sentence(noun, last) && r.capital(last) && last < first + 4) ++last;
  if (first >= r.size() || !plausible_unknown(r, {first, last})) return;
  Candidate& c = candidate_at(r, {first, last});
  c.sources |= kFromFacility;
  c.facility_kind = kind;
}

void repeat_facility(Reader& r, const Candidate& known) {
  const Key first_word = r.token(known.range.first).form;
  for (uint32_t i = 0; i + known.range.size() <= r.size(); ++i) {
    const TokenRange range{i, i + known.range.size()};
    if (r.token(i).form != first_word || !r.capital(i) || name_key(r.document, range) != known.key)
      continue;
    Candidate again = known;
    again.range = range;
    r.candidates.push_back(again);
  }
}

// The names of unknown facilities wherever else they stand.
void repeat_facilities(Reader& r) {
  std::vector<Key> done;
  const size_t count = r.candidates.size();
  for (size_t n = 0; n < count; ++n) {
    const Candidate known = r.candidates[n];
    const bool long_enough =
        known.range.size() > 1 || known.facility_kind == PlaceKind::neighbourhood;
    if (!(known.sources & kFromFacility) || !long_enough) continue;
    if (std::find(done.begin(), done.end(), known.key) != done.end()) continue;
    done.push_back(known.key);
    repeat_facility(r, known);
  }
}

}  // namespace

void add_facilities(Reader& r) {
  for (uint32_t i = 0; i < r.size(); ++i) {
    add_prefixed_facility(r, i);
    add_landmark(r, i);
    if (r.token(i).shape & kHasDigit) add_numbered_road(r, i);
    const auto kind = facility_at(r, i);
    if (!kind || r.caseless[i]) continue;
    add_named_facility(r, i, *kind);
    add_called_facility(r, i, *kind);
  }
  repeat_facilities(r);
}

}  // namespace sitrep::placing
