#include "events/whereabouts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "events/senses.h"
#include "grounding/atlas.h"

namespace sitrep {

namespace {

constexpr uint32_t kReach = 150;     // sentences within which a place is "nearby"
constexpr double kMostOfThem = 0.6;  // of the votes, for one country
constexpr double kDatelineVote = 2;  // places count once

// "A Greek-owned tanker", "pro-Russian separatists": says no place.
bool part_of_compound(const Document& document, TokenRange name) {
  const auto joins = [&](uint32_t hyphen) {
    return hyphen + 1 < document.tokens.size() && document.word(hyphen) == "-" &&
           (document.tokens[hyphen].shape & kSpaceBefore) == 0 &&
           (document.tokens[hyphen + 1].shape & kSpaceBefore) == 0;
  };
  return joins(name.last) || (name.first > 0 && joins(name.first - 1));
}

// "The French embassy", "a British settler": of that country, but abroad.
bool of_foreigners(const Reading& reading, const NounPhrase& phrase) {
  for (uint32_t i = phrase.tokens.first; i < phrase.tokens.last; ++i) {
    if (reading.lexicon.senses(reading.document.tokens[i].lemma) & knowledge::kAbroad) return true;
  }
  return false;
}

constexpr double kSamePassage = 3;  // sentences: a town named further off is no part of "in Texas"
constexpr double kPoliceCosts = 2;  // the town of "Waco police", before one that is named itself
constexpr double kElsewhereCosts =
    3;  // a place where victims were taken, before one of another sort
constexpr double kOneSpotKm = 25;
constexpr double kCountyKm = 60;  // from the middle of a county to a town in it
constexpr double kFarKm = 150;    // as far as a town's police go
// Trust in what an arrest, a distance or a place that only stands by says of where it was.
constexpr double kLeast = 0.3;
constexpr double kLater = 0.03;  // of the trust, lost with each sentence since the event was told
constexpr double kMostLater = 0.3;
constexpr double kBystander = 0.1;  // of a place that the report names otherwise
constexpr double kMostBystanders = 0.5;
constexpr double kHeadline = 0.05;  // a headline's place is coarse: between two alike the text's

bool pinpointed(const Where& where) {
  return where.precision >= PlacePrecision::city && where.lat && where.lon;
}

bool about_one_spot(const Where& a, const Where& b, double km) {
  constexpr double kDegreeKm = 111.2;
  return std::abs(*a.lat - *b.lat) * kDegreeKm <= km &&
         distance_km(*a.lat, *a.lon, *b.lat, *b.lon) <= km;
}

// A county's point lies in its middle, not where anything happened.
double reach_of(const PlaceMention& a, const PlaceMention& b) {
  return a.wide || b.wide ? kCountyKm : kOneSpotKm;
}

bool agree(const PlaceMention& a, const PlaceMention& b) {
  if (a.where.precision != b.where.precision && !(pinpointed(a.where) && pinpointed(b.where)))
    return false;
  if (pinpointed(a.where)) return about_one_spot(a.where, b.where, reach_of(a, b));
  return a.where.country == b.where.country && a.where.admin1 == b.where.admin1;
}

// Countries below divisions below counties below what has a point.
int fineness(const PlaceMention& place) {
  const int precision = static_cast<int>(place.where.precision);
  return place.wide ? 2 * precision - 1 : 2 * precision;
}

// "Waco Police Department": the report is told by the town's own police.
bool of_local_police(const Document& document, TokenRange name) {
  constexpr uint32_t kAhead = 2;
  constexpr Key kForces[] = {key("police"), key("sheriff"), key("sheriffs"), key("gendarmerie")};
  const auto end = std::min(name.last + kAhead, static_cast<uint32_t>(document.tokens.size()));
  for (uint32_t i = name.last; i < end; ++i) {
    const Key form = document.tokens[i].form;
    if (std::find(std::begin(kForces), std::end(kForces), form) != std::end(kForces)) return true;
  }
  return false;
}

// A point of its own, not one borrowed from a place around it.
bool has_entry(const PlaceMention& place) {
  return pinpointed(place.where) && (place.wide || !place.where.gazetteer_id.empty());
}

std::string_view identity(const Where& where) {
  return where.gazetteer_id.empty() ? where.name : where.gazetteer_id;
}

int level(const Where& where) {
  return static_cast<int>(pinpointed(where) ? PlacePrecision::city : where.precision);
}

bool lies_within(const Where& inner, const Where& outer) {
  if (outer.country.empty()) return true;
  return inner.country == outer.country &&
         (outer.admin1.empty() || inner.admin1.empty() || inner.admin1 == outer.admin1);
}

// A town of the county, a place of the country: says more than what is known already.
bool refines(const PlaceMention& place, const PlaceMention* known) {
  if (place.where.precision <= PlacePrecision::country) return false;
  if (!known) return true;
  if (fineness(place) <= fineness(*known) || !lies_within(place.where, known->where)) return false;
  if (!known->wide) return true;
  return !place.elsewhere && !place.embedded && has_entry(place) &&
         about_one_spot(place.where, known->where, kCountyKm);
}

}  // namespace

// Of what a telling says: "arrested in Macon" places the arrest, "90 miles north of Memphis" hardly
// anything.
double Whereabouts::trust(const Draft& draft, uint32_t place) const {
  const PlaceMention& mention = reading_.mentions.places[place];
  const uint32_t sentence = sentence_of(mention);
  const EventType type = draft.type();
  double most = 0;
  for (const Telling& t : draft.tellings) {
    if (t.sentence != sentence) continue;
    const bool aside = t.type == EventType::arrest && type != EventType::arrest;
    most = std::max(most, aside ? kLeast : 1.0);
  }
  if (most == 0) most = 1;
  const bool own_point = mention.where.precision == PlacePrecision::exact;
  const uint32_t begin = draft.tellings.front().sentence;
  const double later = sentence > begin ? kLater * (sentence - begin) : 0;
  return (mention.distance_km > 0 ? kLeast
          : own_point             ? 2.0
                                  : 1.0) *
         most * (draft.loosely(place) ? kLeast : 1) * (0.5 + 0.5 * mention.score) *
         (1 - std::min(later, kMostLater));
}

// What the report's other places about the same spot say for it.
double Whereabouts::bystanders(const Where& where) const {
  if (!pinpointed(where)) return 0;
  double sum = 0;
  for (const PlaceMention& other : reading_.mentions.places) {
    if (other.demonym || other.elsewhere || !pinpointed(other.where)) continue;
    if (about_one_spot(where, other.where, kOneSpotKm)) ++sum;
    if (kBystander * sum >= kMostBystanders) return kMostBystanders;
  }
  return kBystander * sum;
}

constexpr size_t kAround = 400;  // places to both sides that are asked, in a text of any length

// Told by the police of a town far from it, and nothing else that the report names is about it: a
// district of theirs that is called like some town elsewhere. What is placed by such a town is no
// better.
std::vector<bool> Whereabouts::find_strange() const {
  const auto& places = reading_.mentions.places;
  std::vector<bool> strange(places.size(), false);
  const auto police = [&](const PlaceMention& place) {
    return place.embedded && pinpointed(place.where) &&
           of_local_police(reading_.document, place.tokens);
  };
  if (std::none_of(places.begin(), places.end(), police)) return strange;
  const auto company = [&](size_t at, bool other_names) {
    const PlaceMention& place = places[at];
    const size_t last = std::min(places.size(), at + kAround);
    for (size_t i = at - std::min(at, kAround); i < last; ++i) {
      const PlaceMention& other = places[i];
      if (!has_entry(other) || other.demonym || other.elsewhere || strange[i]) continue;
      if (other_names && other.where.name == place.where.name && !police(other)) continue;
      if (about_one_spot(place.where, other.where, kFarKm)) return true;
    }
    return false;
  };
  for (const bool entries : {true, false}) {
    for (size_t i = 0; i < places.size(); ++i) {
      if (!pinpointed(places[i].where) || places[i].part_of || has_entry(places[i]) != entries)
        continue;
      strange[i] = !company(i, entries);
    }
  }
  return strange;
}

std::optional<uint32_t> Whereabouts::told(const Draft& draft) const {
  const auto& places = reading_.mentions.places;
  std::optional<uint32_t> best;
  std::pair<int, double> most;
  const auto in_heading = [&](const Telling& t) {
    return reading_.document.sentences[t.sentence].heading;
  };
  const auto fit = [&](const Telling& t) {
    return t.place && !strange_[*t.place] &&
           places[*t.place].where.precision != PlacePrecision::unknown;
  };
  const bool own = std::ranges::any_of(
      draft.tellings, [&](const Telling& t) { return fit(t) && !draft.loosely(*t.place); });
  // "Pipeline bombed in Arauca": where the text names a town, the headline's may be the district's.
  const bool in_text = std::ranges::any_of(draft.tellings, [&](const Telling& t) {
    return fit(t) && !in_heading(t) && !draft.loosely(*t.place) &&
           pinpointed(places[*t.place].where);
  });
  for (const Telling& t : draft.tellings) {
    if (!fit(t) || (own && draft.loosely(*t.place)) || (in_text && in_heading(t))) continue;
    const uint32_t p = *t.place;
    const Where& where = places[p].where;
    double votes = bystanders(where) - (in_heading(t) ? kHeadline : 0);
    for (const uint32_t q : draft.places)
      votes += agree(places[p], places[q]) ? trust(draft, q) : 0;
    const std::pair rank{level(where), votes};
    if (!best || rank > most) best = p, most = rank;
  }
  return best ? innermost(finest(draft, *best)) : best;
}

// "Mir Ali in North Waziristan", "Mboki, close to Zemio": the place that the other helps to find.
uint32_t Whereabouts::innermost(uint32_t spot) const {
  const auto& places = reading_.mentions.places;
  const auto is_same = [&](uint32_t other) {
    return identity(places[other].where) == identity(places[spot].where);
  };
  for (uint32_t p = 0; p < places.size(); ++p) {
    const PlaceMention& place = places[p];
    const bool inside = place.part_of && is_same(*place.part_of);
    if (inside && !is_same(p) && pinpointed(place.where) && !place.elsewhere && !strange_[p])
      return p;
    if (place.locates && is_same(p) && !is_same(*place.locates) &&
        pinpointed(places[*place.locates].where))
      return *place.locates;
  }
  return spot;
}

// Of the places about one spot.
uint32_t Whereabouts::finest(const Draft& draft, uint32_t spot) const {
  const auto& places = reading_.mentions.places;
  uint32_t best = spot;
  for (const uint32_t p : draft.places) {
    const bool finer = fineness(places[p]) > fineness(places[best]) && !strange_[p];
    if (finer && agree(places[spot], places[p])) best = p;
  }
  return best;
}

// Whether a mention tells where the event was not: whose ship or embassy it is, or which state did
// it from afar.
bool Whereabouts::says_whose(const PlaceMention& place, const Draft& draft) const {
  if (part_of_compound(reading_.document, place.tokens)) return true;
  const auto phrase = reading_.mentions.phrase_at(place.tokens.first);
  if (!phrase) return false;
  if (place.demonym && of_foreigners(reading_, reading_.mentions.phrases[*phrase])) return true;
  return std::any_of(draft.perpetrators.begin(), draft.perpetrators.end(), [&](const Fill& fill) {
    const NounPhrase& doer = reading_.mentions.phrases[fill.phrase];
    const bool state = doer.party.kind == PartyKind::state || doer.nature == Nature::place;
    return fill.phrase == phrase && (state || fill.by_weapon);
  });
}

// Index range of the place mentions within some pages of a sentence.
std::pair<size_t, size_t> Whereabouts::places_near(uint32_t sentence) const {
  const auto& sentences = reading_.document.sentences;
  const uint32_t first = sentence > kReach ? sentence - kReach : 0;
  const auto last = std::min(sentence + kReach, static_cast<uint32_t>(sentences.size() - 1));
  const auto& places = reading_.mentions.places;
  const auto before = [](const PlaceMention& p, uint32_t token) { return p.tokens.first < token; };
  const auto begin = std::lower_bound(places.begin(), places.end(), sentences[first].first, before);
  const auto end = std::lower_bound(begin, places.end(), sentences[last].last, before);
  return {static_cast<size_t>(begin - places.begin()), static_cast<size_t>(end - places.begin())};
}

std::optional<uint32_t> Whereabouts::nearby(const Draft& draft,
                                            std::optional<uint32_t> known) const {
  std::optional<uint32_t> best;
  double best_score = -kElsewhereCosts;
  const auto& places = reading_.mentions.places;
  const PlaceMention* within = known ? &places[*known] : nullptr;
  const uint32_t told = draft.tellings.front().sentence;
  const auto [first, last] = places_near(told);
  const auto main = country(draft);
  std::map<std::string_view, int> times_named;
  for (size_t i = first; i < last; ++i) ++times_named[identity(places[i].where)];
  for (size_t i = first; i < last; ++i) {
    const PlaceMention& place = places[i];
    const bool police = place.embedded && of_local_police(reading_.document, place.tokens);
    if (place.demonym || place.metonym || place.locates || (place.embedded && !police) ||
        !refines(place, within) || strange_[i] ||
        (main && places[*main].where.country != place.where.country))
      continue;
    const double gap = std::abs(static_cast<double>(sentence_of(place)) - told);
    if (within && gap > kSamePassage && !reading_.in_dateline(place.tokens)) continue;
    const double score = static_cast<int>(place.where.precision) * 0.5 + 2 / (1 + gap) +
                         0.3 * times_named[identity(place.where)] -
                         (place.elsewhere ? kElsewhereCosts
                          : police        ? kPoliceCosts
                                          : 0);
    if (score > best_score) best = static_cast<uint32_t>(i), best_score = score;
  }
  return best ? innermost(*best) : best;
}

bool Whereabouts::recalls_scene(const Draft& draft) const {
  constexpr Key kDefinite[] = {key("the"), key("that"), key("this")};
  const Document& document = reading_.document;
  const auto points_back = [&](uint32_t i) {
    const Token& token = document.tokens[i];
    if (token.form == key("same")) return true;
    if (token.form == key("there")) return token.fine != Fine::EX;
    const bool led = i > 0 && one_of(document.tokens[i - 1].form, kDefinite);
    return led && has_sense(reading_, token.form, knowledge::kScene);
  };
  return std::any_of(draft.tellings.begin(), draft.tellings.end(), [&](const Telling& telling) {
    const Sentence& s = document.sentences[telling.sentence];
    for (uint32_t i = s.first; i < s.last; ++i) {
      if (points_back(i)) return true;
    }
    return false;
  });
}

std::optional<uint32_t> Whereabouts::country(const Draft& draft) const {
  const auto& places = reading_.mentions.places;
  const auto [first, last] = places_near(draft.tellings.front().sentence);
  std::map<std::string_view, double> votes;
  double all = 0;
  for (size_t i = first; i < last; ++i) {
    if (places[i].where.country.empty() || says_whose(places[i], draft)) continue;
    const double vote = reading_.in_dateline(places[i].tokens) ? kDatelineVote : 1;
    votes[places[i].where.country] += vote;
    all += vote;
  }
  const auto most = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == votes.end() || most->second < kMostOfThem * all) return std::nullopt;
  for (size_t i = first; i < last; ++i) {
    if (places[i].where.country == most->first) return static_cast<uint32_t>(i);
  }
  return std::nullopt;
}

}  // namespace sitrep
