#include "events/aside.h"

#include <algorithm>

namespace sitrep {

bool is_none(const Reading& reading, const Tree& tree, uint32_t token) {
  const auto phrase = reading.mentions.phrase_at(token);
  if (phrase && reading.mentions.phrases[*phrase].count.best == 0) return true;
  for (const uint32_t c : tree.children(token)) {
    const Key form = tree.token(c).form;
    if (form == key("no") || form == key("any") || form == key("zero") || form == key("without"))
      return true;
  }
  constexpr Key kSpared[] = {key("escape"), key("avoid"), key("without")};  // "escaped injury"
  const bool spared = token > tree.sentence().first && one_of(tree.token(token - 1).lemma, kSpared);
  return spared || tree.negated(token);
}

}  // namespace sitrep
