// Is a candidate a place here? A sum of evidence in the manner of log odds: what the name is in
// itself, the words around it, and what the rest of the report makes of the same name.
#include <algorithm>
#include <cmath>

#include "mentions/place_reader.h"

namespace sitrep::placing {

namespace {

double own_score(const Candidate& c) {
  const bool several = c.range.size() > 1;
  double score = -10;
  if (c.sources & kDemonyms) score = 3;
  if (c.sources & kFromApposition) score = std::max(score, 1.0);
  if (c.sources & kFromFacility) score = std::max(score, 1.0);
  if (c.sources & kFromGazetteer) {
    score = std::max(score, -1.2 + 0.5 * std::log10(c.population + 1.0) + (several ? 1.2 : 0));
    if (c.capital & 1) score += 1;
  }
  if (c.as_county) score = 6;
  if (c.county && several) score = std::max(score, 2.5);
  if (c.sources & kFromPlaces) score = std::max(score, several ? 3.0 : 1.0);
  if (c.sources & kFromDivisions) score = std::max(score, 2.5);
  if (c.sources & kFromCountries) score = std::max(score, 3.0);
  return score;
}

// "The town of Sake": whatever else the word may be.
bool is_named_town(const Reader& r, uint32_t i) {
  return i >= 2 && r.same_sentence(i - 2, i) && r.is(i - 1, kOf) && r.is(i - 2, kSettlement) &&
         r.capital(i) && !r.caseless[i];
}

double word_score(const Reader& r, const Candidate& c) {
  if (c.range.size() > 1 || (c.sources & (kAreas | kDemonyms))) return 0;
  const uint32_t i = c.range.first;
  if (is_named_town(r, i)) return 0;
  double score = 0;
  if (r.is(i, kNever | kCompass)) score -= 12;
  if (r.is(i, kOrdinary)) score -= 3;
  if (r.seen_lower(r.token(i).form)) score -= 2;
  if (r.is(i, kFirstName)) score -= 1.5;
  if (r.is(i, kFamilyName)) score -= c.population > 1'000'000 ? 0.5 : 1.5;
  if (r.is(i, kTitle | kOrganisation)) score -= 2;
  if (r.word(i).size() < 3 && !(c.sources & kFromPlaces)) score -= 3;
  if (r.caseless[i]) score -= c.population > 300'000 ? 1.5 : 2.5;
  return score;
}

double tag_score(const Reader& r, const Candidate& c) {
  if (c.sources & kDemonyms) return 0;
  bool name = false, known = false;
  for (uint32_t i = c.range.first; i < c.range.last; ++i) {
    known |= r.token(i).tag != Tag::X;
    name |= r.token(i).tag == Tag::PROPN;
  }
  if (!known) return 0;
  return name ? 0.7 : -2.5;
}

// What the recogniser makes of it, where its sentence was parsed.
double entity_score(const Reader& r, const Candidate& c) {
  const uint32_t last = c.range.last - 1;
  if (c.sources & kDemonyms || !r.document.sentences[r.sentence[last]].parsed) return 0;
  switch (r.token(last).entity) {
    case EntityKind::place:
    case EntityKind::facility:
      return 1;
    case EntityKind::person:
      return -2.5;
    case EntityKind::group:
    case EntityKind::organisation:
      return -0.5;
    default:
      return -0.7;
  }
}

// "Ridge State College", "to University Hospital": a body's name that some town bears.
double institution_score(const Reader& r, const Candidate& c) {
  if (c.sources & (kDictionary | kFromFacility)) return 0;
  const uint32_t first = c.range.first, next = c.range.last;
  if (!r.is(next - 1, kOrganisation)) return 0;
  const bool named = first > 0 && r.same_sentence(first - 1, first) && r.capital(first - 1) &&
                     !r.is(first - 1, kNever | kInside | kToward | kFiller | kCompass);
  const bool heads = c.range.size() == 1 && r.same_sentence(first, next) && r.capital(next) &&
                     r.is(next, kFacility | kLandmark | kOrganisation);
  return named || heads ? -6 : 0;
}

bool name_like(const Reader& r, uint32_t i) {
  return r.capital(i) && !r.caseless[i] && !r.is(i, kNever) && !(r.token(i).shape & kQuote);
}

// The article before a name, over adjectives: "the Sedona", "a white Clio"; kNoKey: none.
Key article_before(const Reader& r, uint32_t name) {
  constexpr uint32_t kMost = 2;  // adjectives
  uint32_t i = name;
  while (i > 0 && name - i < kMost && r.same_sentence(i - 1, name) && !r.capital(i - 1) &&
         r.token(i - 1).tag == Tag::ADJ)
    --i;
  if (i == 0 || !r.same_sentence(i - 1, name)) return kNoKey;
  constexpr Key kArticles[] = {key("the"), key("a"), key("an")};
  const Key before = r.token(i - 1).form;
  return one_of(before, kArticles) ? before : kNoKey;
}

// "the Sedona", "Palmer's office": towns take no article, and few have a family's name.
double article_score(const Reader& r, const Candidate& c) {
  if (c.range.size() > 1 || (c.sources & (kDictionary | kFromFacility))) return 0;
  const uint32_t next = c.range.last;
  if (r.is(c.range.first, kFamilyName | kFirstName) && r.possessive(next)) return -2;
  const uint32_t i = c.range.first;
  if (i == 0 || r.starts_sentence(i) || article_before(r, i) == kNoKey) return 0;
  const bool modifies = r.same_sentence(i, next) &&
                        (r.capital(next) || r.joiner(next) || r.token(next).tag == Tag::NOUN ||
                         r.token(next).tag == Tag::ADJ || r.token(next).tag == Tag::PROPN);
  return modifies ? 0 : -3;
}

// "Paris" of "the Paris Hilton", "Jack London", "Gen. Jordan".
double left_score(const Reader& r, const Candidate& c) {
  const int64_t at = r.before(c.range.first);
  if (at < 0) return c.sources & (kDictionary | kFromFacility) || c.range.size() > 1 ? 0 : -0.8;
  const auto i = static_cast<uint32_t>(at);
  const bool adjacent = i + 1 == c.range.first;
  const bool named = name_like(r, i) && adjacent;
  if (r.is(i, kInside) && !r.capital(i)) return 3;
  if (r.is(i, kToward) && !r.capital(i)) return 2;
  if (r.is(i, kOf) && !r.capital(i)) return 1.2;
  if (r.is(i, kFiller | kCompass)) return r.is(i, kCompass) ? 2 : 0.3;
  if (c.sources & (kFromCountries | kDemonyms)) return named && r.is(i, kFirstName) ? -5 : 0;
  if (named && r.is(i, kFirstName)) return -6;
  if (adjacent && (r.is(i, kTitle) || (r.marks[i] & kRoleEnds))) return -4;
  if (named && r.word(i).size() <= 2 && !r.is(i, kPrefix)) return -4;  // "J. Houston"
  if (named && r.glued(c.range.first)) return 0;
  if (named && r.is(c.range.first, kPrefix) && !(r.ends[i + 1] & kDictionary))
    return -6;  // "Jund al-Nahr": one name
  if (named && !r.starts_sentence(i) && !(r.ends[i + 1] & kDictionary)) return -2.5;
  if (named && !(r.ends[i + 1] & kDictionary)) return -1.5;
  return 0;
}

bool is_area_at(const Reader& r, uint32_t first) {
  return first < r.size() && (r.starts[first] & kAreas);
}

// "Salem al-Harbi", "Jan van Dijk": small letters inside a person's name; not "in Mosul al-Qaeda".
bool leads_family_name(const Reader& r, uint32_t i) {
  if (r.marks[i] & kOther) return false;
  constexpr std::string_view kParticles[] = {"al", "el", "bin", "ibn", "ben", "abu", "van", "von"};
  const std::string_view word = r.word(i);
  return std::ranges::any_of(kParticles, [&](std::string_view particle) {
    if (word.starts_with(particle) && word.substr(particle.size()).starts_with("-")) return true;
    return word == particle && (r.capital(i + 1) || r.joiner(i + 1));
  });
}

double right_score(const Reader& r, const Candidate& c) {
  const uint32_t i = c.range.last;
  if (!r.same_sentence(c.range.first, i)) return 0;
  if (r.comma(i) && is_area_at(r, i + 1) && r.same_sentence(i, i + 1)) return 4;
  if (r.word(i) == "(" && is_area_at(r, i + 1)) return 2;
  if (r.is(i, kAreaNoun)) return 2.5;
  if (r.is(i, kFacility)) return 1.5;
  if (r.word(i) == "-" && i + 1 < r.size() && r.token(i + 1).form == key("based")) return 2.5;
  if (!(c.sources & kDictionary) && leads_family_name(r, i)) return -4;
  if (!name_like(r, i) || r.glued(i))
    return (r.marks[i] & kSpeechBegins) && !(c.sources & kDictionary) ? -1.5 : 0;
  if (r.is(i, kOrganisation | kLandmark)) return 0.3;
  if (c.sources & (kFromCountries | kDemonyms)) return 0;
  if (r.is(i, kFirstName)) return -2;
  return c.sources & kFromDivisions ? -0.5 : -2.5;
}

// "BAGHDAD (AP) -", "MOSUL, Iraq -": capitals at a paragraph's start in a text that has small
// letters.
double dateline_score(const Reader& r, const Candidate& c) {
  const uint32_t i = c.range.first;
  const uint32_t next = c.range.last;
  // "READING, Pa." by itself looks like a sentence in capitals.
  const bool alone = r.comma(next) && is_area_at(r, next + 1) && !r.lower_words.empty();
  if ((r.caseless[i] && !alone) || !r.upper(i) || c.sources & kDemonyms) return 0;
  const bool opening = r.starts_sentence(i);
  const bool closed = next < r.size() && (r.word(next) == "(" || r.comma(next) ||
                                          r.word(next) == "--" || r.joiner(next));
  if (opening && closed && r.word(i).size() > 3) return 4;
  return 0;
}

// "KXYZ", "WXYZ-TV", "kxyz.com": a station's call sign or an outlet's address.
bool call_sign(const Reader& r, uint32_t i) {
  const std::string_view word = r.word(i);
  const bool letters = word.size() >= 3 && word.size() <= 5 && r.upper(i) && !r.caseless[i] &&
                       (word.front() == 'K' || word.front() == 'W');
  return letters || word.ends_with(".com") || word.ends_with(".net") || word.ends_with(".tv");
}

bool parts_headline(const Reader& r, uint32_t i) {
  const std::string_view word = r.word(i);
  const bool mark = word == "-" || word == "|" || word == "::" || word == "\u2013" ||
                    word == "\u2014" || word == "--";
  return mark && !r.glued(i) && !r.glued(i + 1);
}

// Behind a headline, in what the outlet calls itself: "- KXYZ News 4 Riverton, Weather & Sports".
bool in_masthead(const Reader& r, const Candidate& c) {
  const Sentence& headline = r.document.sentences.front();
  if (c.range.first >= headline.last) return false;
  uint32_t behind = headline.first;
  while (behind < c.range.first && !parts_headline(r, behind)) ++behind;
  if (behind == c.range.first) return false;
  for (uint32_t i = behind + 1; i < headline.last; ++i) {
    if (call_sign(r, i) || (r.is(i, kMasthead) && r.capital(i) && !r.caseless[i])) return true;
  }
  return false;
}

// "In Kaduna State": a division, not the university of that name.
bool is_state(const Reader& r, const Candidate& c) {
  constexpr Key kWhere[] = {key("in"),   key("across"), key("of"),     key("from"),
                            key("into"), key("near"),   key("within"), key("throughout")};
  const uint32_t state = c.range.last;
  const int64_t before = r.before(c.range.first);
  const auto at = static_cast<uint32_t>(std::max<int64_t>(before, 0));
  const bool put = before >= 0 && (one_of(r.token(at).form, kWhere) || r.possessive(at));
  return put && state < r.size() && r.token(state).form == key("state") &&
         !(state + 1 < r.size() && r.capital(state + 1));
}

bool embedded(const Reader& r, const Candidate& c) {
  if (in_masthead(r, c)) return true;
  if (is_state(r, c)) return false;
  if (c.sources & (kFromFacility | kFromFacilityPlace)) return false;
  uint32_t i = c.range.last;
  for (; i < r.size() && i < c.range.last + 3 && r.same_sentence(c.range.first, i) && r.capital(i);
       ++i) {
    if (r.is(i, kOrganisation) && !r.caseless[i]) return true;
  }
  const int64_t of = r.before(c.range.first);
  if (of < 1 || !r.is(static_cast<uint32_t>(of), kOf)) return false;
  const auto head = static_cast<uint32_t>(of - 1);
  return r.capital(head) && r.is(head, kOrganisation | kLandmark) && !r.caseless[head];
}

// "Paris Williams", "Austin Reed": a first name that is a town's, too.
bool is_given_name(const Reader& r, uint32_t name) {
  const uint32_t next = name + 1;
  if (!r.same_sentence(name, next) || !name_like(r, next) || r.glued(next)) return false;
  if (r.is(name, kFirstName | kOtherFirstName) && r.is(next, kFamilyName)) return true;
  return r.token(name).entity == EntityKind::person && r.token(next).entity == EntityKind::person;
}

// Does the name stand here as a person's: 2 beside a first name, title or family's name, 1 after
// another unknown name, 0.
int person_votes(const Reader& r, const Candidate& c) {
  if (c.range.size() > 1 || c.sources & (kFromCountries | kDemonyms)) return 0;
  if (is_given_name(r, c.range.first)) return 2;
  const int64_t at = r.before(c.range.first);
  if (at < 0) return 0;
  const auto i = static_cast<uint32_t>(at);
  const bool beside = i + 1 == c.range.first || (r.token(i + 1).shape & kQuote);  // "Al" Jackson
  if (!beside || !r.capital(i) || r.caseless[i]) return 0;
  if (r.is(i, kFirstName | kTitle) || (r.marks[i] & kRoleEnds)) return 2;
  if (r.token(i).entity == EntityKind::person &&
      r.token(c.range.first).entity == EntityKind::person)
    return 2;
  const bool initial = r.word(i).size() <= 2 && !r.is(i, kPrefix | kNever);
  if (initial) return 2;
  const bool other =
      r.is(i, kNever | kCompass | kFiller | kOrganisation | kLandmark | kAreaNoun | kOrdinary) ||
      (r.marks[i] & kOther) || r.ends[i + 1] != 0 || r.joiner(i) || (r.token(i).shape & kQuote) ||
      !name_like(r, i);
  return other ? 0 : 1;
}

// What the report makes of the same name elsewhere.
struct Memory {
  Key key = kNoKey;
  double best = -10;
  int person = 0;
  int place = 0;
};

Memory* recall(std::vector<Memory>& memories, Key key) {
  const auto found = std::lower_bound(memories.begin(), memories.end(), key,
                                      [](const Memory& m, Key k) { return m.key < k; });
  return found != memories.end() && found->key == key ? &*found : nullptr;
}

std::vector<Memory> gather(const Reader& r) {
  std::vector<Memory> memories;
  for (const Candidate& c : r.candidates) memories.push_back({c.key});
  std::sort(memories.begin(), memories.end(),
            [](const Memory& a, const Memory& b) { return a.key < b.key; });
  memories.erase(std::unique(memories.begin(), memories.end(),
                             [](const Memory& a, const Memory& b) { return a.key == b.key; }),
                 memories.end());
  for (const Candidate& c : r.candidates) {
    Memory& m = *recall(memories, c.key);
    m.best = std::max(m.best, c.score);
    m.person += person_votes(r, c);
    m.place += c.score > 3;
  }
  return memories;
}

void apply_memory(Reader& r) {
  std::vector<Memory> memories = gather(r);
  std::vector<double> change(r.candidates.size(), 0);
  for (size_t i = 0; i < r.candidates.size(); ++i) {
    const Candidate& c = r.candidates[i];
    const Memory& m = *recall(memories, c.key);
    if (m.person > m.place && c.score < 4.5 && !(c.sources & kFromCountries))
      change[i] = -5;
    else if (m.best > 3 && c.score > -2.5)
      change[i] = 2.5;
  }
  for (size_t i = 0; i < r.candidates.size(); ++i) r.candidates[i].score += change[i];
}

}  // namespace

void score_candidates(Reader& r) {
  r.starts.assign(r.size() + 1, 0);
  r.ends.assign(r.size() + 1, 0);
  for (const Candidate& c : r.candidates)
    r.starts[c.range.first] = c.sources, r.ends[c.range.last] = c.sources;
  for (Candidate& c : r.candidates) {
    c.embedded = embedded(r, c);
    c.score = own_score(c) + word_score(r, c) + tag_score(r, c) + left_score(r, c) +
              right_score(r, c) + dateline_score(r, c) + article_score(r, c) + entity_score(r, c) +
              institution_score(r, c);
    if (c.sources & kFromFacilityPlace) c.score = std::max(c.score, 2.0);
  }
  apply_memory(r);
}

}  // namespace sitrep::placing
