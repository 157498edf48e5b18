#include "mentions/mentions.h"

#include <algorithm>

namespace sitrep {

std::optional<uint32_t> Mentions::phrase_at(uint32_t token) const {
  const auto after =
      std::upper_bound(phrases.begin(), phrases.end(), token,
                       [](uint32_t t, const NounPhrase& p) { return t < p.tokens.first; });
  if (after == phrases.begin()) return std::nullopt;
  const auto found = after - 1;
  if (!found->tokens.contains(token)) return std::nullopt;
  return static_cast<uint32_t>(found - phrases.begin());
}

void Mentions::clear() {
  times.clear();
  places.clear();
  phrases.clear();
  events.clear();
  speech.clear();
  hedges.clear();
  hits.clear();
}

}  // namespace sitrep
