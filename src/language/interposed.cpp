#include "language/interposed.h"

#include <optional>

namespace sitrep {

namespace {

struct Clause {
  std::optional<uint32_t> subject;  // the first
  std::optional<uint32_t> other;    // the next
  std::optional<uint32_t> said;     // the clause that goes on
};

bool is_subject(Rel rel) { return rel == Rel::nsubj || rel == Rel::nsubj_pass; }

// What hangs on a verb, as far as it matters here.
Clause clause_of(const Document& document, TokenRange sentence, uint32_t verb) {
  Clause clause;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& t = document.tokens[i];
    if (t.head != static_cast<int32_t>(verb)) continue;
    if (is_subject(t.rel) && i < verb) (clause.subject ? clause.other : clause.subject) = i;
    if (t.rel == Rel::ccomp && i > verb && !clause.said) clause.said = i;
  }
  return clause;
}

bool has_child(const Document& document, TokenRange sentence, uint32_t head, auto&& wanted) {
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& t = document.tokens[i];
    if (t.head == static_cast<int32_t>(head) && wanted(t.rel)) return true;
  }
  return false;
}

bool comma_between(const Document& document, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last; ++i) {
    if (document.word(i) == ",") return true;
  }
  return false;
}

}  // namespace

void mend_interposed(Document& document, TokenRange sentence) {
  uint32_t seen = sentence.last;  // the head of the subject before
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& t = document.tokens[i];
    if (t.rel != Rel::nsubj || t.head <= static_cast<int32_t>(i)) continue;
    const auto verb = static_cast<uint32_t>(t.head);
    if (verb != seen) {  // the first subject of it
      seen = verb;
      continue;
    }
    const Clause clause = clause_of(document, sentence, verb);
    if (!clause.other || !clause.said) continue;
    if (!comma_between(document, *clause.subject, *clause.other) ||
        has_child(document, sentence, *clause.said, is_subject))
      continue;
    const bool passive =
        has_child(document, sentence, *clause.said, [](Rel rel) { return rel == Rel::aux_pass; });
    Token& subject = document.tokens[*clause.subject];
    subject.head = static_cast<int32_t>(*clause.said);
    subject.rel = passive ? Rel::nsubj_pass : Rel::nsubj;
  }
}

}  // namespace sitrep
