#include "mentions/places.h"

#include <algorithm>
#include <cmath>

#include "mentions/place_reader.h"

namespace sitrep {

namespace placing {

namespace {

using knowledge::Hit;
using knowledge::Kind;

// A sentence in which capitals tell nothing: all of them, or none at all.
bool is_caseless(const Document& document, const Sentence& sentence) {
  if (sentence.shouting) return true;
  uint32_t words = 0;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (document.tokens[i].shape & kCapitalised) return false;
    words += !(document.tokens[i].shape & (kHasDigit | kQuote));
  }
  return words >= 4;
}

void mark_sentences(Reader& r) {
  r.caseless.assign(r.size(), 0);
  r.sentence.assign(r.size(), 0);
  for (uint32_t s = 0; s < r.document.sentences.size(); ++s) {
    const Sentence& sentence = r.document.sentences[s];
    const bool caseless = is_caseless(r.document, sentence);
    for (uint32_t i = sentence.first; i < sentence.last; ++i)
      r.sentence[i] = s, r.caseless[i] = caseless;
  }
}

void mark_other(Reader& r, const Hit& hit) {
  for (uint32_t i = hit.first; i < hit.last; ++i) r.marks[i] |= kOther;
}

// Names of bodies count where they are written with a capital.
void mark_body(Reader& r, const Hit& hit) {
  bool capital = false;
  for (uint32_t i = hit.first; i < hit.last; ++i) capital |= r.capital(i);
  if (!capital) return;
  for (uint32_t i = hit.first; i < hit.last; ++i) {
    if (hit.last - hit.first > r.bodies[i].size()) r.bodies[i] = {hit.first, hit.last};
  }
}

void mark_hits(Reader& r) {
  r.marks.assign(r.size(), 0);
  r.bodies.assign(r.size(), {});
  for (const Hit& hit : r.mentions.hits) {
    switch (hit.kind) {
      case Kind::actor:
      case Kind::outlet:
      case Kind::weapon:
        mark_body(r, hit);
        [[fallthrough]];
      case Kind::adjective:
      case Kind::people:
        mark_other(r, hit);
        break;
      case Kind::role:
        mark_other(r, hit);
        r.marks[hit.last - 1] |= kRoleEnds;
        break;
      case Kind::speech:
        if (r.lexicon.speech()[hit.entry].verb) r.marks[hit.first] |= kSpeechBegins;
        break;
      default:
        break;
    }
  }
}

}  // namespace

bool Reader::seen_lower(Key form) const {
  return std::binary_search(lower_words.begin(), lower_words.end(), form);
}

int64_t Reader::before(uint32_t i) const {
  const uint32_t first = document.sentences[sentence[i]].first;
  while (i > first) {
    --i;
    if (!(token(i).shape & kQuote)) return i;
  }
  return -1;
}

void mark_words(Reader& r) {
  mark_sentences(r);
  mark_hits(r);
  r.uses.resize(r.size());
  for (uint32_t i = 0; i < r.size(); ++i) {
    r.uses[i] = r.lexicon.place_use(r.token(i).form);
    if (!r.capital(i)) r.uses[i] &= ~(kOtherFirstName | kFamilyName);
    if (!r.capital(i) && !r.caseless[i]) r.lower_words.push_back(r.token(i).form);
  }
  std::sort(r.lower_words.begin(), r.lower_words.end());
}

void append_mentions(Reader& r) {
  for (const Candidate& c : r.candidates) {
    if (c.score <= 0) continue;
    PlaceMention mention;
    mention.tokens = c.range;
    mention.demonym =
        (c.sources & kDemonyms) && !(c.sources & (kFromCountries | kFromDivisions | kFromPlaces));
    mention.facility = c.facility_kind != knowledge::PlaceKind::city &&
                       c.facility_kind != knowledge::PlaceKind::neighbourhood;
    mention.facility_kind = c.facility_kind;
    mention.embedded = c.embedded;
    mention.county = c.as_county;
    mention.score = 1 / (1 + std::exp(-c.score));
    r.mentions.places.push_back(std::move(mention));
  }
}

}  // namespace placing

void find_places(const Document& document, const knowledge::Lexicon& lexicon,
                 const knowledge::Gazetteer& gazetteer, Mentions& mentions) {
  if (document.tokens.empty()) return;
  placing::Reader reader(document, lexicon, gazetteer, mentions);
  placing::mark_words(reader);
  placing::collect_candidates(reader);
  placing::select_longest(reader);
  placing::score_candidates(reader);
  placing::append_mentions(reader);
  placing::link_places(reader);
  placing::read_uses(reader);
  placing::mark_elsewhere(reader);
}

}  // namespace sitrep
