#include "mentions/finder.h"

#include <algorithm>

#include "mentions/hits.h"
#include "mentions/noun_phrases.h"
#include "mentions/places.h"
#include "mentions/times.h"

namespace sitrep {

void find_mentions(const Document& document, const FinderKnowledge& knowledge, Mentions& mentions) {
  mentions.clear();
  find_hits(document, knowledge.lexicon, mentions);
  select_words(document, knowledge.lexicon, mentions);
  find_times(document, mentions.times);
  std::erase_if(mentions.events, [&](const EventMention& e) {  // "March 5" is no march
    return std::any_of(mentions.times.begin(), mentions.times.end(),
                       [&](const TimeMention& t) { return t.tokens.overlaps(e.tokens); });
  });
  find_places(document, knowledge.lexicon, knowledge.gazetteer, mentions);
  find_noun_phrases(document, knowledge.lexicon, mentions);
}

}  // namespace sitrep
