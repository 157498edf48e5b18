#include "events/senses.h"

#include <algorithm>

namespace sitrep {

bool holds_sense(const Reading& reading, uint32_t phrase, uint32_t wanted) {
  const TokenRange range = reading.mentions.phrases[phrase].tokens;
  for (uint32_t i = range.first; i < range.last; ++i) {
    const Token& t = reading.document.tokens[i];
    if ((reading.lexicon.senses(t.lemma) | reading.lexicon.senses(t.form)) & wanted) return true;
  }
  return false;
}

bool by_those(const Reading& reading, const Draft& draft, uint32_t sense) {
  return std::any_of(draft.perpetrators.begin(), draft.perpetrators.end(),
                     [&](const Fill& fill) { return holds_sense(reading, fill.phrase, sense); });
}

}  // namespace sitrep
