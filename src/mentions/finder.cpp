#include "mentions/finder.h"

#include <algorithm>

#include "language/entities.h"
#include "mentions/hits.h"
#include "mentions/noun_phrases.h"
#include "mentions/places.h"
#include "mentions/times.h"

namespace sitrep {

namespace {

// "March 5" is no march.
void drop_words_of_times(const Document& document, Mentions& mentions) {
  std::vector<bool> timed(document.tokens.size(), false);
  for (const TimeMention& time : mentions.times) {
    for (uint32_t i = time.tokens.first; i < time.tokens.last; ++i) timed[i] = true;
  }
  std::erase_if(mentions.events, [&](const EventMention& event) {
    for (uint32_t i = event.tokens.first; i < event.tokens.last; ++i) {
      if (timed[i]) return true;
    }
    return false;
  });
}

// "Francisco Jose Guerrero" is not in Mexico.
void set_family_names_apart(const Document& document, Mentions& mentions) {
  std::vector<TokenRange> persons;
  for (const Sentence& sentence : document.sentences) {
    for (const EntitySpan& span : recognised(document, sentence)) {
      if (span.kind == EntityKind::person && span.tokens.size() > 1) persons.push_back(span.tokens);
    }
  }
  for (PlaceMention& place : mentions.places) {
    const auto person =
        std::lower_bound(persons.begin(), persons.end(), place.tokens.first,
                         [](const TokenRange& name, uint32_t token) { return name.last <= token; });
    if (person != persons.end() && person->first < place.tokens.first &&
        place.tokens.last <= person->last)
      place.embedded = true;
  }
}

}  // namespace

void find_words(const Document& document, const knowledge::Lexicon& lexicon, Mentions& mentions) {
  mentions.clear();
  find_hits(document, {0, static_cast<uint32_t>(document.tokens.size())}, lexicon, mentions.hits);
  select_words(document, lexicon, mentions);
}

void find_words_again(const Document& document, const knowledge::Lexicon& lexicon,
                      Mentions& mentions) {
  const std::vector<knowledge::Hit> before = std::move(mentions.hits);
  mentions.hits.clear();
  auto old = before.begin();
  for (const Sentence& sentence : document.sentences) {
    const auto end = std::find_if(
        old, before.end(), [&](const knowledge::Hit& hit) { return hit.first >= sentence.last; });
    if (sentence.parsed)
      find_hits(document, {sentence.first, sentence.last}, lexicon, mentions.hits);
    else
      mentions.hits.insert(mentions.hits.end(), old, end);
    old = end;
  }
  select_words(document, lexicon, mentions);
}

void find_phrases(const Document& document, const FinderKnowledge& knowledge, Mentions& mentions) {
  find_times(document, mentions.times);
  drop_words_of_times(document, mentions);
  find_places(document, knowledge.lexicon, knowledge.gazetteer, mentions);
  set_family_names_apart(document, mentions);
  find_noun_phrases(document, knowledge.lexicon, mentions);
}

void find_mentions(const Document& document, const FinderKnowledge& knowledge, Mentions& mentions) {
  find_words(document, knowledge.lexicon, mentions);
  find_phrases(document, knowledge, mentions);
}

}  // namespace sitrep
