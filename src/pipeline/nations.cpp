#include "pipeline/nations.h"

#include <algorithm>

#include "language/analyser.h"
#include "mentions/place_names.h"

namespace sitrep {

namespace {

// The country that a dictionary's entry in an outlet's name speaks of; empty: none.
std::string_view country_of(const knowledge::Lexicon& lexicon, const knowledge::Hit& hit) {
  switch (hit.kind) {
    case knowledge::Kind::actor:
      return lexicon.actors()[hit.entry].country;
    case knowledge::Kind::division:
      return lexicon.divisions()[hit.entry].country;
    case knowledge::Kind::country:
    case knowledge::Kind::adjective:
    case knowledge::Kind::people:
      return lexicon.countries()[hit.entry].code;
    default:
      return {};
  }
}

// The country of the one large city that is called so: "Lusaka Times".
std::string_view country_of_city(const Knowledge& knowledge, const Document& name,
                                 placing::NameFinder& finder, uint32_t word) {
  constexpr uint32_t kLarge = 200'000;
  const knowledge::GazetteerRow* largest = nullptr;
  for (const placing::Sense& sense : finder.find(name, {word, word + 1}, false)) {
    if (!sense.gazetteer) continue;
    const auto& row = knowledge.gazetteer().row(sense.entry);
    if (row.population >= kLarge && (!largest || row.population > largest->population))
      largest = &row;
  }
  return largest ? std::string_view(largest->country, 2) : std::string_view();
}

}  // namespace

std::vector<std::string_view> nations_of(const knowledge::Lexicon& lexicon,
                                         const Mentions& mentions) {
  std::vector<std::string_view> nations;
  for (const knowledge::Hit& hit : mentions.hits) {
    if (hit.kind != knowledge::Kind::actor) continue;
    const std::string_view country = lexicon.actors()[hit.entry].country;
    if (!country.empty()) nations.push_back(country);
  }
  return nations;
}

std::string_view country_in_name(const Knowledge& knowledge, std::string_view called) {
  Document name;
  tokenise(called, name);
  std::vector<knowledge::Word> words;
  for (uint32_t i = 0; i < name.tokens.size(); ++i) words.push_back(placing::word_at(name, i));
  std::vector<knowledge::Hit> hits;
  knowledge.lexicon().find(words, hits);
  std::vector<std::string_view> countries;
  uint32_t end = 0;
  for (const knowledge::Hit& hit : hits) {  // by their first word, the longest first
    const std::string_view country = country_of(knowledge.lexicon(), hit);
    if (country.empty() || hit.last <= end) continue;
    countries.push_back(country);
    end = hit.last;
  }
  placing::NameFinder finder(knowledge.lexicon(), knowledge.gazetteer());
  if (countries.empty()) {
    for (uint32_t i = 0; i < name.tokens.size(); ++i)
      countries.push_back(country_of_city(knowledge, name, finder, i));
  }
  std::string_view one;
  for (const std::string_view country : countries) {
    if (country.empty()) continue;
    if (!one.empty() && one != country) return {};
    one = country;
  }
  return one;
}

}  // namespace sitrep
