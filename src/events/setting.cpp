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

namespace {

bool is_in_any(const auto& mentions, const Tree& tree, uint32_t token) {
  return std::ranges::any_of(those_in(mentions, tree.sentence()),
                             [&](const auto& mention) { return mention.tokens.contains(token); });
}

}  // namespace

bool of_speech(const Reading& reading, const Tree& tree, uint32_t token) {
  const auto up = tree.parent(token);
  return up && is_in_any(reading.mentions.speech, tree, *up) &&
         !is_in_any(reading.mentions.events, tree, *up);
}

bool lies_outside(const Document& document, const Tree& tree, const Telling& telling,
                  uint32_t token) {
  const uint32_t word = telling.trigger.first;
  return some_time_off(document, word) && !tree.is_under(token, word);
}

}  // namespace sitrep
