#include "language/entities.h"

namespace sitrep {

std::vector<EntitySpan> recognised(const Document& document, const Sentence& sentence) {
  std::vector<EntitySpan> spans;
  EntityKind before = EntityKind::none;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const EntityKind kind = document.tokens[i].entity;
    if (kind != EntityKind::none && kind == before)
      spans.back().tokens.last = i + 1;
    else if (kind != EntityKind::none)
      spans.push_back({{i, i + 1}, kind});
    before = kind;
  }
  return spans;
}

}  // namespace sitrep
