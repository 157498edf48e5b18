#include "events/setting.h"

#include <algorithm>

#include "events/apart.h"

namespace sitrep {

uint32_t range_head(const Tree& tree, TokenRange range) {
  for (uint32_t i = range.first; i < range.last; ++i) {
    const auto up = tree.parent(i);
    if (!up || !range.contains(*up)) return i;
  }
  return range.first;
}

bool of_speech(const Reading& reading, const Tree& tree, uint32_t token) {
  const auto up = tree.parent(token);
  return up && std::ranges::any_of(
                   those_in(reading.mentions.speech, tree.sentence()),
                   [&](const SpeechMention& speech) { return speech.tokens.contains(*up); });
}

bool lies_outside(const Document& document, const Tree& tree, const Telling& telling,
                  uint32_t token) {
  const uint32_t word = telling.trigger.first;
  return some_time_off(document, word) && !tree.is_under(token, word);
}

}  // namespace sitrep
