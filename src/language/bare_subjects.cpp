#include "language/bare_subjects.h"

#include "language/heads.h"

namespace sitrep {

namespace {

bool has_subject(const Document& document, uint32_t first, uint32_t verb) {
  for (uint32_t i = first; i < verb; ++i) {
    const Token& t = document.tokens[i];
    const bool subject = t.rel == Rel::nsubj || t.rel == Rel::nsubj_pass;
    if (subject && t.head == static_cast<int32_t>(verb)) return true;
  }
  return false;
}

}  // namespace

void mend_bare_subjects(Document& document, TokenRange sentence) {
  for (uint32_t i = sentence.first + 1; i + 1 < sentence.last; ++i) {
    Token& adjective = document.tokens[i];
    Token& article = document.tokens[i - 1];
    const Token& verb = document.tokens[i + 1];
    const bool bare = adjective.rel == Rel::amod && adjective.tag == Tag::ADJ &&
                      article.rel == Rel::det && article.head == adjective.head &&
                      adjective.head > static_cast<int32_t>(i + 1);
    if (!bare || verb.tag != Tag::VERB || verb.fine != Fine::VBD || verb.rel == Rel::amod ||
        has_subject(document, sentence.first, i + 1) || hangs_on(document, i + 1, i))
      continue;
    adjective.rel = Rel::nsubj;
    adjective.head = static_cast<int32_t>(i + 1);
    article.head = static_cast<int32_t>(i);
  }
}

}  // namespace sitrep
