// The transition system of the parser: arc-hybrid (Kuhlmann and others 2011), the root behind the
// last word.
//
// Words are 0...n-1, the root is n. SHIFT moves the buffer's first word to the stack; LEFT makes
// the stack's top a dependent of the buffer's first and pops it; RIGHT makes it a dependent of the
// word below it and pops it.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "language/document.h"

namespace sitrep {

enum class Move : uint8_t { shift, left, right };

struct Action {
  Move move = Move::shift;
  Rel rel = Rel::none;
  bool operator==(const Action&) const = default;
};

constexpr int32_t kNoWord = -1;

// What the features ask about a word's dependents so far.
struct Node {
  int32_t head = kNoWord;
  Rel rel = Rel::none;
  std::array<int32_t, 2> left{kNoWord, kNoWord};   // leftmost, second leftmost
  std::array<int32_t, 2> right{kNoWord, kNoWord};  // rightmost, second rightmost
  uint16_t lefts = 0;
  uint16_t rights = 0;
  uint64_t left_rels = 0;  // set of Rel, as bits
  uint64_t right_rels = 0;
};

class ArcHybrid {
 public:
  void reset(size_t words);
  bool allowed(Move move) const;
  void apply(Action action);
  bool done() const { return first_ == root() && stack_.empty(); }

  int32_t root() const { return static_cast<int32_t>(nodes_.size()) - 1; }
  int32_t stack(size_t i) const {
    return i < stack_.size() ? stack_[stack_.size() - 1 - i] : kNoWord;
  }
  int32_t buffer(size_t i) const {
    const auto at = first_ + static_cast<int32_t>(i);
    return at <= root() ? at : kNoWord;
  }
  size_t stack_size() const { return stack_.size(); }
  const Node& node(int32_t word) const { return nodes_[static_cast<size_t>(word)]; }

 private:
  void attach_left(int32_t head, int32_t word, Rel rel);
  void attach_right(int32_t head, int32_t word, Rel rel);

  std::vector<int32_t> stack_;
  std::vector<Node> nodes_;
  int32_t first_ = 0;  // the buffer's first
};

}  // namespace sitrep
