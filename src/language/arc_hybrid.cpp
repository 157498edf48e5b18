#include "language/arc_hybrid.h"

namespace sitrep {

void ArcHybrid::reset(size_t words) {
  stack_.clear();
  nodes_.assign(words + 1, Node{});
  first_ = 0;
}

bool ArcHybrid::allowed(Move move) const {
  const bool at_root = first_ == root();
  switch (move) {
    case Move::shift:
      return !at_root;
    case Move::left:
      return at_root ? stack_.size() == 1 : !stack_.empty();
    case Move::right:
      return stack_.size() > 1;
  }
  return false;
}

void ArcHybrid::apply(Action action) {
  if (action.move == Move::shift) {
    stack_.push_back(first_++);
    return;
  }
  const int32_t word = stack_.back();
  stack_.pop_back();
  if (action.move == Move::left) {
    attach_left(first_, word, action.rel);
  } else {
    attach_right(stack_.back(), word, action.rel);
  }
}

void ArcHybrid::attach_left(int32_t head, int32_t word, Rel rel) {
  nodes_[static_cast<size_t>(word)].head = head;
  nodes_[static_cast<size_t>(word)].rel = rel;
  Node& node = nodes_[static_cast<size_t>(head)];
  node.left = {word, node.left[0]};
  ++node.lefts;
  node.left_rels |= uint64_t{1} << (static_cast<unsigned>(rel) & 63u);
}

void ArcHybrid::attach_right(int32_t head, int32_t word, Rel rel) {
  nodes_[static_cast<size_t>(word)].head = head;
  nodes_[static_cast<size_t>(word)].rel = rel;
  Node& node = nodes_[static_cast<size_t>(head)];
  node.right = {word, node.right[0]};
  ++node.rights;
  node.right_rels |= uint64_t{1} << (static_cast<unsigned>(rel) & 63u);
}

}  // namespace sitrep
