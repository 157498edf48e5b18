// One sentence's dependency tree, with the walks that roles and claims need.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "language/document.h"

namespace sitrep {

class Tree {
 public:
  // The sentence must be parsed. `document` must outlive the tree.
  Tree(const Document& document, uint32_t sentence);

  const Sentence& sentence() const { return sentence_; }
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  std::span<const uint32_t> children(uint32_t token) const;
  std::optional<uint32_t> parent(uint32_t token) const;

  std::optional<uint32_t> child(uint32_t head, Rel rel) const;  // the first of that relation
  std::optional<uint32_t> subject(
      uint32_t verb) const;  // who acts: nsubj, or that of the verb it is joined to or under
  std::optional<uint32_t> patient(uint32_t verb) const;  // who is acted upon: obj, or nsubj:pass
  std::optional<uint32_t> agent(uint32_t head) const;    // "by X" of a passive or a noun
  bool passive(uint32_t verb) const;
  bool active_after_all(uint32_t verb) const;  // "a bomb wounded three", read as a participle
  bool perfect(uint32_t verb) const;           // "have targeted": over some time, no one day
  bool ranks(uint32_t word) const;
  bool negated(uint32_t token) const;  // by "not", "no", "never", "without" on it or its verb

  // Calls each(preposition's lemma, object) for the prepositional dependents of a verb or noun.
  template <typename Each>
  void prepositions(uint32_t head, Each&& each) const {
    for (const uint32_t c : children(head)) {
      if (token(c).rel == Rel::conj) continue;
      const auto preposition = child(c, Rel::case_);
      if (preposition) each(token(*preposition).lemma, c);
    }
  }

  // Calls each(t) for a token and what is joined to it by "and", whether the parser hung that on
  // it, on the last before it, or, as a second subject, on their verb.
  template <typename Each>
  void conjuncts(uint32_t first, Each&& each) const {
    each_conjunct(first, 0, each);
    for (const uint32_t c : second_subjects(first)) each(c);
  }

  bool is_under(uint32_t token, uint32_t ancestor) const;
  // How far apart two tokens are: arcs on the path, with clause borders and coordination costing
  // more.
  double distance(uint32_t a, uint32_t b) const;
  // The verb (or root) of the innermost clause that holds a token.
  uint32_t clause(uint32_t token) const;

 private:
  template <typename Each>
  void each_conjunct(uint32_t first, int depth, Each& each) const {
    constexpr int kDeepest = 8;  // a damaged tree may go in circles
    each(first);
    for (const uint32_t c : children(first)) {
      if (token(c).rel == Rel::conj && depth < kDeepest) each_conjunct(c, depth + 1, each);
    }
  }
  std::vector<uint32_t> second_subjects(uint32_t first) const;
  std::optional<uint32_t> joint_before(uint32_t verb) const;
  std::optional<uint32_t> gapped_patient(uint32_t verb) const;
  std::optional<uint32_t> described(uint32_t participle) const;
  bool shares_voice(uint32_t verb) const;  // "were killed and three wounded"
  bool lacks_object(uint32_t verb) const;  // "the engineers they seized"
  std::optional<uint32_t> subject_above(uint32_t verb) const;
  bool raised(uint32_t verb) const;  // "found shot", "left tied up"
  // "Teenager shot in Omaha": the noun before a participle that heads the whole line.
  std::optional<uint32_t> headline_patient(uint32_t verb) const;
  std::optional<uint32_t> object(uint32_t verb) const;
  bool relative(uint32_t token) const;  // "who", "which"
  std::optional<uint32_t> meant_by(uint32_t word, uint32_t verb) const;
  std::optional<uint32_t> bare_object(uint32_t verb) const;
  double climb_cost(uint32_t token) const;
  const Document& document_;
  const Sentence& sentence_;
  std::vector<uint32_t> first_child_;  // CSR over the sentence's tokens
  std::vector<uint32_t> child_list_;
};

// "No one else", "no others": some were.
bool of_others(const Tree& tree, TokenRange words);

}  // namespace sitrep
