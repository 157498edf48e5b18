#include "events/toll_lists.h"

namespace sitrep {

bool listed_toll(const Reading& reading, const Tree& tree, uint32_t word) {
  const Token& t = tree.token(word);
  if ((t.fine != Fine::VBN && t.fine != Fine::VBD) || word == tree.sentence().first) return false;
  if (tree.child(word, Rel::aux) || tree.child(word, Rel::aux_pass)) return false;
  const auto phrase = reading.mentions.phrase_at(word - 1);
  if (!phrase || !reading.mentions.phrases[*phrase].count.known()) return false;
  const Tag next = word + 1 < tree.sentence().last ? tree.token(word + 1).tag : Tag::PUNCT;
  return next == Tag::PUNCT || next == Tag::CCONJ;
}

}  // namespace sitrep
