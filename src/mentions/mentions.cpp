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

std::span<const knowledge::Hit> Mentions::hits_in(TokenRange range) const {
  const auto before = [](const knowledge::Hit& hit, uint32_t token) { return hit.first < token; };
  const auto first = std::lower_bound(hits.begin(), hits.end(), range.first, before);
  return {first, std::lower_bound(first, hits.end(), range.last, before)};
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
