// Candidates: every phrase that a dictionary or the gazetteer knows as a place, and unknown names
// beside a facility noun or before ", Iraq".
#include <algorithm>

#include "core/text.h"
#include "language/entities.h"
#include "mentions/place_reader.h"

namespace sitrep::placing {

namespace {

using knowledge::Hit;
using knowledge::Kind;
using knowledge::PlaceKind;

constexpr uint32_t kLongest = 6;  // words of a gazetteer name

uint16_t source_of(Kind kind) {
  switch (kind) {
    case Kind::place:
      return kFromPlaces;
    case Kind::country:
      return kFromCountries;
    case Kind::division:
      return kFromDivisions;
    case Kind::adjective:
      return kFromAdjectives;
    default:
      return kFromPeople;
  }
}

// Is the phrase written as a name? Capitals at both ends but for small connecting words and
// articles.
bool written_as_name(const Reader& r, TokenRange range) {
  if (r.caseless[range.first]) return true;
  const uint32_t first =
      r.is(range.first, kPrefix | kConnector) && range.size() > 1 ? range.first + 1 : range.first;
  uint32_t capitals = 0;
  for (uint32_t i = range.first; i < range.last; ++i)
    capitals += r.capital(i) || (r.token(i).shape & kHasDigit);
  return capitals > 0 && (r.capital(range.first) || r.capital(first) || r.joiner(first));
}

bool acronym_allowed(const Reader& r, const Hit& hit) {
  if (!hit.acronym) return true;
  const Token& token = r.token(hit.first);
  if (!(token.shape & kAllUpper)) return false;
  if (!r.caseless[hit.first] || token.tag == Tag::PROPN) return true;
  const bool dotted = r.word(hit.first).find('.') != std::string_view::npos;
  const int64_t previous = r.before(hit.first);
  return token.tag == Tag::X &&
         (dotted || (previous >= 0 && r.is(static_cast<uint32_t>(previous), kInside | kToward)));
}

void add_hit(Reader& r, const Hit& hit) {
  if (!is_place_kind(hit.kind) || !acronym_allowed(r, hit) ||
      !written_as_name(r, {hit.first, hit.last}))
    return;
  Candidate& c = candidate_at(r, {hit.first, hit.last});
  const bool people = hit.kind == Kind::place && r.lexicon.places()[hit.entry].people;
  c.sources |= people ? uint16_t{kFromAdjectives} : source_of(hit.kind);
  if (hit.kind == Kind::place && is_facility(r.lexicon.places()[hit.entry].kind)) {
    c.sources |= kFromFacilityPlace;
    c.facility_kind = r.lexicon.places()[hit.entry].kind;
  }
}

void add_rows(Reader& r, TokenRange range, std::span<const uint32_t> rows) {
  Candidate& c = candidate_at(r, range);
  c.sources |= kFromGazetteer;
  c.population = r.gazetteer.row(rows.front()).population;
  for (const uint32_t row : rows.first(std::min<size_t>(rows.size(), 8))) {
    c.capital |= r.gazetteer.row(row).flags;
    c.county |= r.gazetteer.row(row).feature == 'A';
  }
}

bool may_begin_name(const Reader& r, uint32_t i) {
  if (r.joiner(i) || (r.token(i).shape & (kQuote | kNumeric))) return false;
  if (r.caseless[i]) return !r.is(i, kNever) || r.is(i, kPrefix);
  const bool article = r.is(i, kPrefix) && (r.capital(i + 1) || r.capital(i + 2));
  return r.capital(i) || article;
}

// "Al-Hassan", "Smith-Paris": a part of a joined name is no name; "pro-Iran" and "London-based"
// are.
bool joined_to_name(const Reader& r, TokenRange range) {
  const uint32_t first = range.first, last = range.last;
  const bool left = first > 1 && r.glued(first) && r.joiner(first - 1) && r.glued(first - 1) &&
                    (r.capital(first - 2) || r.is(first - 2, kPrefix)) &&
                    !r.is(first - 2, kCompass);
  const bool right = r.joiner(last) && r.glued(last) && r.glued(last + 1) && r.capital(last + 1) &&
                     r.word(last) == "-";
  return left || right;
}

// Names that begin at a token, its word taken for `opening`.
void scan_gazetteer_from(Reader& r, uint32_t first, Key opening) {
  Key phrase = kNoKey;
  uint32_t words = 0;
  for (uint32_t i = first; i < r.size() && words < kLongest && r.same_sentence(first, i); ++i) {
    if (r.joiner(i)) continue;
    const Key form = words == 0 ? opening : r.token(i).form;
    phrase = extend(phrase, form);
    const bool named = r.capital(i) || r.caseless[i] || words == 0;
    if (!named && !r.is(i, kConnector | kPrefix) && !r.possessive(i)) return;
    if (const auto rows = r.gazetteer.find(phrase); named && !rows.empty()) {
      if (!joined_to_name(r, {first, i + 1})) add_rows(r, {first, i + 1}, rows);
    }
    if (++words == 1 && !r.gazetteer.begins(form)) return;
  }
}

// "in Raqqa", which the tables call Ar Raqqah: other spellings count only where a place is
// expected.
void add_variant(Reader& r, uint32_t first) {
  const bool common = r.is(first, kNever | kOrdinary | kTitle) && !r.is(first, kPrefix);
  if (r.caseless[first] || !may_begin_name(r, first) || common) return;
  const int64_t previous = r.before(first);
  const bool expected = previous >= 0 && r.is(static_cast<uint32_t>(previous), kInside | kToward);
  if (!expected || (r.marks[first] & kOther)) return;
  uint32_t last = first;
  while (last < r.size() && last < first + 5 && r.same_sentence(first, last) &&
         (r.capital(last) || (last > first && r.joiner(last) && r.glued(last)) ||
          r.is(last, kPrefix))) {
    ++last;
  }
  const auto senses =
      last > first ? r.names.find(r.document, {first, last}, true) : std::span<const Sense>();
  if (senses.empty()) return;
  Candidate& c = candidate_at(r, {first, last});
  for (const Sense& sense : senses) {
    c.sources |= sense.gazetteer ? uint16_t{kFromGazetteer} : source_of(sense.kind);
    if (sense.gazetteer)
      c.population = std::max(c.population, r.gazetteer.row(sense.entry).population);
  }
}

void add_variants(Reader& r) {
  std::vector<uint8_t> taken(r.size(), 0);
  for (const Candidate& c : r.candidates)
    std::fill(&taken[c.range.first], taken.data() + c.range.last, 1);
  for (uint32_t i = 0; i < r.size(); ++i) {
    if (!taken[i]) add_variant(r, i);
  }
}

// "Laurel County": not the town of that name, and held by no table.
void add_counties(Reader& r) {
  const size_t count = r.candidates.size();
  for (size_t n = 0; n < count; ++n) {
    const Candidate c = r.candidates[n];
    const uint32_t noun = c.range.last;
    if (c.sources & kDictionary || !r.capital(noun) || r.caseless[noun] ||
        !r.same_sentence(c.range.first, noun))
      continue;
    const Key form = r.token(noun).form;
    if (form != key("county") && form != key("parish")) continue;
    candidate_at(r, {c.range.first, noun + 1}).sources |= kFromApposition;
  }
}

bool add_listed_county(Reader& r, TokenRange name) {
  if (name.first >= name.last || r.names.find_county(r.document, name).empty()) return false;
  Candidate& c = candidate_at(r, name);
  c.sources |= kFromGazetteer;
  c.county = c.as_county = true;
  return true;
}

// "Adams, Brown and Pike counties": each of them is a county, and no town.
void add_county_list(Reader& r, uint32_t noun) {
  const Key form = r.token(noun).form;
  if (form != key("counties") && form != key("parishes")) return;
  uint32_t last = noun;
  while (last > 0 && r.same_sentence(last - 1, noun)) {
    const uint32_t first = run_begin(r, last);
    if (!add_listed_county(r, {first, last})) return;
    last = first;
    while (last > 0 && r.same_sentence(last - 1, noun) &&
           (r.comma(last - 1) || r.token(last - 1).form == key("and") ||
            r.token(last - 1).form == key("or"))) {
      --last;
    }
    if (last == first) return;
  }
}

// An unknown name between "in" and ", Iraq", or in capitals at the head of a line: "KELBY, Iowa".
void add_apposed(Reader& r, TokenRange area) {
  if (area.first < 2 || !r.comma(area.first - 1) || r.caseless[area.first]) return;
  const uint32_t last = area.first - 1;
  const uint32_t first = run_begin(r, last);
  if (!plausible_unknown(r, {first, last})) return;
  const int64_t previous = r.before(first);
  const bool heads = previous < 0 && r.upper(first) && r.upper(last - 1);
  const bool cued =
      previous >= 0 && r.is(static_cast<uint32_t>(previous), kInside | kToward | kFiller);
  if (heads || cued) candidate_at(r, {first, last}).sources |= kFromApposition;
}

// Behind the last word of the name that begins here: "Kafr Zayta", "Bir al-Abd", "Boca del Rio".
uint32_t run_end(const Reader& r, uint32_t first) {
  constexpr uint32_t kMost = 6;
  uint32_t last = first;
  for (uint32_t i = first; i < first + kMost && r.same_sentence(first, i); ++i) {
    const bool inner = i > first && (r.is(i, kConnector | kPrefix) || (r.joiner(i) && r.glued(i)));
    if (r.capital(i) && (!r.is(i, kNever) || r.is(i, kPrefix)))
      last = i + 1;
    else if (!inner)
      break;
  }
  return last;
}

void add_unknown(Reader& r, TokenRange name) {
  if (plausible_unknown(r, name)) candidate_at(r, name).sources |= kFromApposition;
}

// "Of Izmir": what follows says where.
bool is_of_name(const Reader& r, uint32_t of) {
  return r.is(of, kOf) && r.same_sentence(of, of + 1) && r.capital(of + 1);
}

// "In Tankwara village", "attacked Tankwara village", "the Alsancak district of Izmir": not "the
// Dinka village".
bool names_settlement(const Reader& r, TokenRange name) {
  const int64_t previous = r.before(name.first);
  if (previous < 0 || name.first == name.last) return false;
  const Tag tag = r.token(static_cast<uint32_t>(previous)).tag;
  if (tag == Tag::DET && is_of_name(r, name.last + 1)) return true;
  return tag == Tag::ADP || tag == Tag::VERB || tag == Tag::CCONJ || tag == Tag::PUNCT;
}

// "The village of Tankwara", "Tankwara village": so small that no table need hold it.
void add_settlement(Reader& r, uint32_t noun) {
  if (!r.is(noun, kSettlement) || r.capital(noun) || r.caseless[noun]) return;
  const uint32_t name = noun + 2;
  if (r.is(noun + 1, kOf) && r.same_sentence(noun, name))
    return add_unknown(r, {name, run_end(r, name)});
  const TokenRange before{run_begin(r, noun), noun};
  if (names_settlement(r, before)) add_unknown(r, before);
}

// "In Patikul, on the island of Jolo", "in Oe Htein, a village near Monywa", "near Tajori in Lakki
// Marwat": what follows says where.
bool is_explained(const Reader& r, uint32_t last) {
  if (!r.same_sentence(last, last + 1)) return false;
  if (!r.comma(last)) return r.is(last, kInside) && r.capital(last + 1);
  const Tag next = r.token(last + 1).tag;
  return next == Tag::ADP || next == Tag::DET;
}

// "In Patikul, ...", which no table holds and the recogniser takes for a place.
void add_recognised(Reader& r, const Sentence& sentence) {
  for (const EntitySpan& span : recognised(r.document, sentence)) {
    if (span.kind != EntityKind::place) continue;
    const int64_t previous = r.before(span.tokens.first);
    const bool put =
        previous >= 0 && r.is(static_cast<uint32_t>(previous), kInside | kToward | kNearby | kOf);
    if (put && is_explained(r, span.tokens.last) && r.capital(span.tokens.first) &&
        run_end(r, span.tokens.first) == span.tokens.last)
      add_unknown(r, span.tokens);
  }
}

// "Peoria, Ill.": an abbreviated division is a place behind a name and a comma only.
void add_abbreviations(Reader& r) {
  for (uint32_t i = 2; i < r.size(); ++i) {
    if (!r.comma(i - 1) || !r.capital(i) || !(r.capital(i - 2) || r.caseless[i])) continue;
    for (const uint32_t last : {i + 2, i + 1}) {
      if (last > r.size() || !r.same_sentence(i, last - 1) ||
          !abbreviation_at(r.lexicon, r.document, {i, last}))
        continue;
      candidate_at(r, {i, last}).sources |= kFromDivisions;
      break;
    }
  }
}

// Is it the first name of the largest place that bears it, and not a byname?
bool is_chief_name(const Reader& r, const Candidate& c) {
  const auto rows = r.gazetteer.find(c.key);
  if (rows.empty()) return false;
  const auto& row = r.gazetteer.row(rows.front());
  return c.range.size() > 1 || key(normal(r.gazetteer.name(row))) == r.token(c.range.first).form;
}

// "St Mary's church", "Mar Elias monastery", "St John the Baptist": a saint, and no town of that
// name.
bool names_saint(const Reader& r, const Candidate& c) {
  constexpr Key kSaint[] = {key("st"), key("saint"), key("mar"), key("sainte")};
  const uint32_t first = c.range.first, last = c.range.last;
  const bool within = one_of(r.token(first).form, kSaint) && c.range.size() > 1;
  const bool behind = first > 0 && r.same_sentence(first - 1, first) && r.capital(first - 1) &&
                      one_of(r.token(first - 1).form, kSaint);
  if (!within && !behind) return false;
  if (r.same_sentence(first, last + 1) && r.token(last).form == key("the") && r.capital(last + 1))
    return true;
  const uint32_t noun = last + r.possessive(last);
  return r.same_sentence(first, noun) && r.is(noun, kLandmark | kFacility) &&
         !r.is(noun, kAreaNoun);
}

bool longer_name_of_else(const Reader& r, const Candidate& c) {
  if (names_saint(r, c)) return true;
  const TokenRange body = r.bodies[c.range.first];
  if (body.first > c.range.first || body.last < c.range.last) return false;
  if (body.size() > c.range.size()) return true;
  const bool well_known =
      (c.capital & 1) || c.population > 100'000;  // "London" may stand for its government, too
  return !(c.sources & kDictionary) && !(well_known && is_chief_name(r, c));
}

// The gazetteer is large, so what it says of the words to come is sent for ahead.
void scan_gazetteer(Reader& r) {
  constexpr uint32_t kAhead = 8;
  for (uint32_t i = 0; i < r.size(); ++i) {
    if (r.capital(i + kAhead)) r.gazetteer.fetch(extend(kNoKey, r.token(i + kAhead).form));
    if (!may_begin_name(r, i)) continue;
    scan_gazetteer_from(r, i, r.token(i).form);
    const Key other = other_spelling(r.token(i).form);
    if (other != kNoKey && r.capital(i + 1)) scan_gazetteer_from(r, i, other);
  }
}

bool is_road(const Candidate& c) { return c.facility_kind == PlaceKind::road; }

void take_in(Candidate& kept, const Candidate& same) {
  kept.sources |= same.sources;
  kept.population = std::max(kept.population, same.population);
  kept.capital |= same.capital;
  kept.county |= same.county;
  kept.as_county |= same.as_county;
  if (kept.facility_kind == PlaceKind::city || is_road(same))
    kept.facility_kind = same.facility_kind;
}

// "New York" and "York Avenue" are one street.
bool goes_on(const Candidate& kept, const Candidate& road) {
  return is_road(road) && road.range.first < kept.range.last && road.range.last > kept.range.last;
}

}  // namespace

void collect_candidates(Reader& r) {
  for (const Hit& hit : r.mentions.hits) add_hit(r, hit);
  scan_gazetteer(r);
  add_abbreviations(r);
  const size_t known = r.candidates.size();
  for (size_t i = 0; i < known; ++i) {
    const Candidate c = r.candidates[i];
    if (c.sources & kAreas) add_apposed(r, c.range);
  }
  add_variants(r);
  add_counties(r);
  for (uint32_t i = 0; i < r.size(); ++i) {
    add_county_list(r, i);
    add_settlement(r, i);
  }
  for (const Sentence& sentence : r.document.sentences) {
    if (sentence.parsed) add_recognised(r, sentence);
  }
  add_facilities(r);
  add_roads(r);
}

void select_longest(Reader& r) {
  for (Candidate& c : r.candidates) {
    c.rejected = !(c.sources & (kDemonyms | kFromFacilityPlace)) && longer_name_of_else(r, c);
  }
  std::erase_if(r.candidates, [](const Candidate& c) { return c.rejected; });
  std::stable_sort(r.candidates.begin(), r.candidates.end(),
                   [](const Candidate& a, const Candidate& b) {
                     return a.range.first != b.range.first ? a.range.first < b.range.first
                                                           : a.range.last > b.range.last;
                   });
  std::vector<Candidate> kept;
  for (const Candidate& c : r.candidates) {
    if (!kept.empty() && kept.back().range == c.range) {
      take_in(kept.back(), c);
    } else if (kept.empty() || !kept.back().range.overlaps(c.range)) {
      kept.push_back(c);
    } else if (goes_on(kept.back(), c)) {
      const uint32_t first = kept.back().range.first;
      kept.back() = c;
      kept.back().range.first = first;
      kept.back().key = name_key(r.document, kept.back().range);
    } else if (c.range.size() > kept.back().range.size() && (c.sources & kDictionary)) {
      kept.back() = c;
    }
  }
  r.candidates = std::move(kept);
}

}  // namespace sitrep::placing
