#include "oracle.h"

#include <algorithm>

namespace sitrep::training {

namespace {

// The head of `word`'s arc with the root put behind the last word.
bool crosses(const std::vector<int32_t>& head, int32_t word) {
  const int32_t from = std::min(word, head[static_cast<size_t>(word)]);
  const int32_t to = std::max(word, head[static_cast<size_t>(word)]);
  for (int32_t i = from + 1; i < to; ++i) {
    const int32_t h = head[static_cast<size_t>(i)];
    if (h < from || h > to) return true;
  }
  return false;
}

// The shortest arc that crosses others, or none.
int32_t crossing_arc(const std::vector<int32_t>& head) {
  int32_t found = kNoWord;
  int32_t length = 0;
  const auto root = static_cast<int32_t>(head.size());
  for (int32_t i = 0; i < root; ++i) {
    const int32_t h = head[static_cast<size_t>(i)];
    if (h == root || !crosses(head, i)) continue;
    const int32_t l = std::abs(i - h);
    if (found == kNoWord || l < length) found = i, length = l;
  }
  return found;
}

int dependents_from(const GoldTree& gold, int32_t word, int32_t first) {
  const auto& all = gold.dependents[static_cast<size_t>(word)];
  return static_cast<int>(
      std::count_if(all.begin(), all.end(), [&](int32_t d) { return d >= first; }));
}

int shift_cost(const ArcHybrid& state, const GoldTree& gold) {
  const int32_t b0 = state.buffer(0);
  const int32_t head = gold.head[static_cast<size_t>(b0)];
  int cost = 0;
  for (size_t i = 0; i < state.stack_size(); ++i) {
    const int32_t s = state.stack(i);
    cost += i > 0 && s == head;
    cost += gold.head[static_cast<size_t>(s)] == b0;
  }
  return cost;
}

}  // namespace

GoldTree projective_gold(const Tree& tree) {
  GoldTree gold;
  const auto n = static_cast<int32_t>(tree.size());
  for (const Word& word : tree) {
    gold.head.push_back(word.head == kNoHead ? n : word.head);
    gold.rel.push_back(word.rel);
  }
  for (int32_t arc = crossing_arc(gold.head); arc != kNoWord; arc = crossing_arc(gold.head)) {
    int32_t& head = gold.head[static_cast<size_t>(arc)];
    head = gold.head[static_cast<size_t>(head)];
  }
  gold.dependents.resize(tree.size() + 1);
  for (int32_t i = 0; i < n; ++i)
    gold.dependents[static_cast<size_t>(gold.head[static_cast<size_t>(i)])].push_back(i);
  return gold;
}

std::array<int, 3> move_costs(const ArcHybrid& state, const GoldTree& gold) {
  std::array<int, 3> costs{kForbidden, kForbidden, kForbidden};
  const int32_t s0 = state.stack(0), b0 = state.buffer(0);
  if (state.allowed(Move::shift)) costs[0] = shift_cost(state, gold);
  if (s0 == kNoWord) return costs;
  const int32_t head = gold.head[static_cast<size_t>(s0)];
  const int lost = dependents_from(gold, s0, b0);
  if (state.allowed(Move::left))
    costs[1] = lost + (head > b0 || (head == state.stack(1) && state.stack_size() > 1));
  if (state.allowed(Move::right)) costs[2] = lost + (head >= b0);
  return costs;
}

}  // namespace sitrep::training
