#include "language/main_verbs.h"

#include <optional>

#include "language/heads.h"

namespace sitrep {

namespace {

bool is_finite(const Token& token) {
  return token.fine == Fine::VBD || token.fine == Fine::VBZ || token.fine == Fine::VBP ||
         token.fine == Fine::MD;
}

bool is_noun(const Token& token) { return token.tag == Tag::NOUN || token.tag == Tag::PROPN; }

// The noun above all, where no verb is.
std::optional<uint32_t> noun_above(const Document& document, TokenRange sentence) {
  std::optional<uint32_t> root;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& t = document.tokens[i];
    if (is_finite(t) || t.tag == Tag::AUX) return std::nullopt;
    if (t.rel == Rel::root && is_noun(t)) root = i;
  }
  return root;
}

// "A knife | attacked soldiers": right behind a noun no participle stands before another.
bool parts_nouns(const Document& document, TokenRange sentence, uint32_t i) {
  const Token& t = document.tokens[i];
  const std::string_view word = document.word(i);
  const bool regular = word.ends_with("ed") || word.ends_with("ED");
  return t.fine == Fine::VBN && t.rel == Rel::amod && regular && i > sentence.first &&
         is_noun(document.tokens[i - 1]) && t.head > static_cast<int32_t>(i);
}

// "Man wielding a knife": what describes the subject before its verb.
bool is_described(const Document& document, uint32_t subject, uint32_t verb) {
  for (uint32_t i = subject + 1; i < verb; ++i) {
    const Token& t = document.tokens[i];
    if (t.rel == Rel::acl && t.head == static_cast<int32_t>(subject)) return true;
  }
  return false;
}

}  // namespace

void mend_main_verb(Document& document, TokenRange sentence) {
  const auto subject = noun_above(document, sentence);
  if (!subject) return;
  for (uint32_t i = *subject + 1; i < sentence.last; ++i) {
    if (!parts_nouns(document, sentence, i) || !is_described(document, *subject, i)) continue;
    Token& verb = document.tokens[i];
    const auto object = static_cast<uint32_t>(verb.head);
    verb.head = document.tokens[*subject].head;
    verb.rel = Rel::root;
    verb.tag = Tag::VERB;
    verb.fine = Fine::VBD;
    document.tokens[*subject].head = static_cast<int32_t>(i);
    document.tokens[*subject].rel = Rel::nsubj;
    if (object != *subject && !hangs_on(document, i, object)) {
      document.tokens[object].head = static_cast<int32_t>(i);
      document.tokens[object].rel = Rel::obj;
    }
    return;
  }
}

}  // namespace sitrep
