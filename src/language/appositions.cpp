#include "language/appositions.h"

#include <optional>

namespace sitrep {

namespace {

constexpr int kSteps = 6;  // arcs up from a place to whom it is of

bool is_inner(Rel rel) { return rel == Rel::nmod || rel == Rel::compound || rel == Rel::flat; }

bool is_human(const Token& token) {
  return token.entity == EntityKind::person || token.entity == EntityKind::people;
}

// The people whose phrase holds a word: "mayor" for "Goma" of "the mayor of Goma".
std::optional<uint32_t> people_around(const Document& document, uint32_t word) {
  for (int step = 0; step < kSteps; ++step) {
    const Token& t = document.tokens[word];
    if (t.tag == Tag::NOUN && t.entity == EntityKind::people) return word;
    if (is_human(t) || !is_inner(t.rel) || t.head < 0) return std::nullopt;
    word = static_cast<uint32_t>(t.head);
  }
  return std::nullopt;
}

}  // namespace

void mend_appositions(Document& document, TokenRange sentence) {
  for (uint32_t i = sentence.first + 1; i < sentence.last; ++i) {
    Token& name = document.tokens[i];
    const bool apposed = name.rel == Rel::appos && name.tag == Tag::PROPN &&
                         name.entity == EntityKind::person && name.head >= 0 &&
                         document.word(i - 1) == ",";
    if (!apposed) continue;
    const auto people = people_around(document, static_cast<uint32_t>(name.head));
    if (people) name.head = static_cast<int32_t>(*people);  // above it already: no ring
  }
}

}  // namespace sitrep
