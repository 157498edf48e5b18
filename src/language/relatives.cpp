#include "language/relatives.h"

#include <optional>

#include "core/hash.h"
#include "language/heads.h"

namespace sitrep {

namespace {

constexpr int kMaxClimb = 40;

bool opens_clause(Rel rel) { return rel == Rel::advcl || rel == Rel::ccomp; }

bool closes_clause(Rel rel) {
  return opens_clause(rel) || rel == Rel::acl_relcl || rel == Rel::acl || rel == Rel::conj ||
         rel == Rel::parataxis || rel == Rel::xcomp || rel == Rel::root;
}

// The verb of the clause that a word stands in.
std::optional<uint32_t> clause_of(const Document& document, uint32_t word) {
  uint32_t at = word;
  for (int step = 0; step < kMaxClimb; ++step) {
    if (closes_clause(document.tokens[at].rel)) return at;
    if (document.tokens[at].head < 0) return std::nullopt;
    at = static_cast<uint32_t>(document.tokens[at].head);
  }
  return std::nullopt;
}

// The noun before the comma before a relative word and its preposition.
std::optional<uint32_t> noun_before(const Document& document, uint32_t first, uint32_t relative) {
  uint32_t i = relative;
  if (i > first && document.tokens[i - 1].tag == Tag::ADP) --i;
  if (i < first + 2 || document.word(i - 1) != ",") return std::nullopt;
  const Tag tag = document.tokens[i - 2].tag;
  return tag == Tag::NOUN || tag == Tag::PROPN ? std::optional(i - 2) : std::nullopt;
}

// "General" of "General Hospital", which the rest of a name hangs on.
uint32_t head_of_name(const Document& document, uint32_t word) {
  const Token& t = document.tokens[word];
  return t.rel == Rel::flat && t.head >= 0 ? static_cast<uint32_t>(t.head) : word;
}

constexpr Key kRelatives[] = {key("which"), key("where"), key("whom"),
                              key("whose"), key("who"),   key("that")};

bool is_relative(const Token& t) { return one_of(t.form, kRelatives); }

// The word that a sentence's tree hangs on, where it is a noun.
std::optional<uint32_t> bare_noun(const Document& document, TokenRange sentence) {
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& t = document.tokens[i];
    if (t.rel != Rel::root || t.head >= 0) continue;
    return t.tag == Tag::NOUN || t.tag == Tag::PROPN ? std::optional(i) : std::nullopt;
  }
  return std::nullopt;
}

struct Verbs {
  std::optional<uint32_t> relative, main;
};

// The noun's clause with a relative word, and the finite verb behind it that has none.
Verbs verbs_of(const Document& document, TokenRange sentence, uint32_t noun) {
  Verbs verbs;
  for (uint32_t i = noun + 1; i < sentence.last; ++i) {
    const Token& t = document.tokens[i];
    if (t.head != static_cast<int32_t>(noun) || t.tag != Tag::VERB) continue;
    if (t.rel != Rel::acl_relcl) continue;
    (verbs.relative ? verbs.main : verbs.relative) = i;
  }
  return verbs;
}

// Whether a verb has a child for which `wanted` holds.
bool governs(const Document& document, TokenRange sentence, uint32_t verb, auto&& wanted) {
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& t = document.tokens[i];
    if (t.head == static_cast<int32_t>(verb) && wanted(t)) return true;
  }
  return false;
}

}  // namespace

void mend_main_clause(Document& document, TokenRange sentence) {
  const auto noun = bare_noun(document, sentence);
  if (!noun || *noun + 1 >= sentence.last || !is_relative(document.tokens[*noun + 1])) return;
  const Verbs verbs = verbs_of(document, sentence, *noun);
  if (!verbs.main) return;
  const auto subject = [](const Token& t) {
    return t.rel == Rel::nsubj || t.rel == Rel::nsubj_pass;
  };
  const auto passive = [](const Token& t) { return t.rel == Rel::aux_pass; };
  if (governs(document, sentence, *verbs.main, is_relative) ||
      governs(document, sentence, *verbs.main, subject) ||
      governs(document, sentence, *noun, [](const Token& t) { return t.rel == Rel::cop; }))
    return;
  Token& head = document.tokens[*noun];
  Token& verb = document.tokens[*verbs.main];
  verb.head = head.head;
  verb.rel = head.rel;
  head.head = static_cast<int32_t>(*verbs.main);
  head.rel = governs(document, sentence, *verbs.main, passive) ? Rel::nsubj_pass : Rel::nsubj;
}

void mend_relatives(Document& document, TokenRange sentence) {
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (!is_relative(document.tokens[i]) || document.tokens[i].form == key("that")) continue;
    const auto noun = noun_before(document, sentence.first, i);
    const auto verb = noun ? clause_of(document, i) : std::nullopt;
    if (!verb || *verb < i || !opens_clause(document.tokens[*verb].rel) ||
        document.tokens[*verb].head > static_cast<int32_t>(*noun))
      continue;
    const uint32_t name = head_of_name(document, *noun);
    if (hangs_on(document, name, *verb)) continue;
    document.tokens[*verb].head = static_cast<int32_t>(name);
    document.tokens[*verb].rel = Rel::acl_relcl;
  }
}

}  // namespace sitrep
