#include "events/senses.h"

#include <algorithm>

namespace sitrep {

namespace {

bool any_has_sense(const Reading& reading, uint32_t first, uint32_t last, uint32_t wanted) {
  for (uint32_t i = first; i < last; ++i) {
    const Token& t = reading.document.tokens[i];
    if ((reading.lexicon.senses(t.lemma) | reading.lexicon.senses(t.form)) & wanted) return true;
  }
  return false;
}

}  // namespace

bool has_sense(const Reading& reading, Key word, uint32_t wanted) {
  return (reading.lexicon.senses(word) & wanted) != 0;
}

bool has_sense(const Reading& reading, const Sentence& sentence, uint32_t wanted) {
  return any_has_sense(reading, sentence.first, sentence.last, wanted);
}

bool holds_sense(const Reading& reading, uint32_t phrase, uint32_t wanted) {
  const TokenRange range = reading.mentions.phrases[phrase].tokens;
  return any_has_sense(reading, range.first, range.last, wanted);
}

bool by_those(const Reading& reading, const Draft& draft, uint32_t sense) {
  return std::any_of(draft.perpetrators.begin(), draft.perpetrators.end(),
                     [&](const Fill& fill) { return holds_sense(reading, fill.phrase, sense); });
}

}  // namespace sitrep
