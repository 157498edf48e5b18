#include "mentions/finder.h"

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
  find_places(document, knowledge.lexicon, knowledge.gazetteer, mentions);
  find_noun_phrases(document, knowledge.lexicon, mentions);
}

}  // namespace sitrep
