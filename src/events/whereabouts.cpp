#include "events/whereabouts.h"

#include <algorithm>
#include <cmath>
#include <map>

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

}  // namespace

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

std::optional<uint32_t> Whereabouts::nearby(const Draft& draft) const {
  std::optional<uint32_t> best;
  double best_score = 0;
  const auto& places = reading_.mentions.places;
  const uint32_t told = draft.tellings.front().sentence;
  const auto [first, last] = places_near(told);
  const auto main = country(draft);
  std::map<std::string_view, int> times_named;
  for (size_t i = first; i < last; ++i) ++times_named[places[i].where.gazetteer_id];
  for (size_t i = first; i < last; ++i) {
    const PlaceMention& place = places[i];
    if (place.demonym || place.metonym || place.embedded ||
        place.where.precision <= PlacePrecision::country ||
        (main && places[*main].where.country != place.where.country))
      continue;
    const double gap = std::abs(static_cast<double>(sentence_of(place)) - told);
    const double score = static_cast<int>(place.where.precision) * 0.5 + 2 / (1 + gap) +
                         0.3 * times_named[place.where.gazetteer_id];
    if (score > best_score) best = static_cast<uint32_t>(i), best_score = score;
  }
  return best;
}

std::optional<uint32_t> Whereabouts::country(const Draft& draft) const {
  const auto& places = reading_.mentions.places;
  const auto [first, last] = places_near(draft.tellings.front().sentence);
  std::map<std::string_view, double> votes;
  double all = 0;
  for (size_t i = first; i < last; ++i) {
    if (places[i].where.country.empty() || says_whose(places[i], draft)) continue;
    const double vote = in_dateline(places[i]) ? kDatelineVote : 1;
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
