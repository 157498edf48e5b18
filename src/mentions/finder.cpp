#include "mentions/finder.h"

#include <algorithm>

#include "language/entities.h"
#include "mentions/hits.h"
#include "mentions/noun_phrases.h"
#include "mentions/places.h"
#include "mentions/times.h"

namespace sitrep {

namespace {

// "March 5" is no march; but "a one-day strike" is a strike.
void drop_words_of_times(const Document& document, Mentions& mentions) {
  std::vector<bool> timed(document.tokens.size(), false);
  for (const TimeMention& time : mentions.times) {
    if (time.type == TimexType::duration) continue;
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

void WordFinder::find(const Document& document, const knowledge::Lexicon& lexicon,
                      Mentions& mentions) {
  mentions.clear();
  words_.clear();
  const auto tokens = static_cast<uint32_t>(document.tokens.size());
  for (uint32_t i = 0; i < tokens; ++i) words_.push_back(word_at(document, i));
  const Asked asked{document, words_, lexicon};
  find_hits(asked, {0, tokens}, mentions.hits);
  select_words(asked, mentions);
}

namespace {

bool same(const knowledge::Word& a, const knowledge::Word& b) {
  return a.form == b.form && a.lemma == b.lemma && a.skip == b.skip && a.other == b.other;
}

// Whether any word of a parsed sentence is another for the dictionaries now; puts it among `words`.
// Tags alone count where all is in capitals, since case says nothing there.
bool reads_anew(const Document& document, const Sentence& sentence,
                std::vector<knowledge::Word>& words) {
  if (!sentence.parsed) return false;
  bool anew = sentence.shouting;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const knowledge::Word word = word_at(document, i);
    anew = anew || !same(word, words[i]);
    words[i] = word;
  }
  return anew;
}

}  // namespace

void WordFinder::find_again(const Document& document, const knowledge::Lexicon& lexicon,
                            Mentions& mentions) {
  const Asked asked{document, words_, lexicon};
  const std::vector<knowledge::Hit> before = std::move(mentions.hits);
  mentions.hits.clear();
  auto old = before.begin();
  for (const Sentence& sentence : document.sentences) {
    const auto end = std::find_if(
        old, before.end(), [&](const knowledge::Hit& hit) { return hit.first >= sentence.last; });
    if (reads_anew(document, sentence, words_))
      find_hits(asked, {sentence.first, sentence.last}, mentions.hits);
    else
      mentions.hits.insert(mentions.hits.end(), old, end);
    old = end;
  }
  select_words(asked, mentions);
}

void find_phrases(const Document& document, const FinderKnowledge& knowledge, Mentions& mentions) {
  find_times(document, mentions.times);
  drop_words_of_times(document, mentions);
  find_places(document, knowledge.lexicon, knowledge.gazetteer, mentions);
  set_family_names_apart(document, mentions);
  find_noun_phrases(document, knowledge.lexicon, mentions);
}

void find_mentions(const Document& document, const FinderKnowledge& knowledge, Mentions& mentions) {
  WordFinder().find(document, knowledge.lexicon, mentions);
  find_phrases(document, knowledge, mentions);
}

}  // namespace sitrep
