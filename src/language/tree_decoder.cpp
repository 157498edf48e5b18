#include "language/tree_decoder.h"

#include <algorithm>
#include <limits>

#include "language/kernels.h"

namespace sitrep {

namespace {
constexpr float kNever = -1e9f;
}

// Of [first, last) instead of `best`, if one is better.
size_t TreeDecoder::better_head(size_t node, size_t first, size_t last, size_t best) {
  if (first == last) return best;
  const size_t head = first + kernels().best(&score(node, first), last - first);
  return score(node, head) > score(node, best) ? head : best;
}

size_t TreeDecoder::best_head(size_t node) {
  if (nodes_.size() == words_)
    return better_head(node, node + 1, words_, better_head(node, 0, node, words_));
  size_t best = words_;
  for (int32_t other : nodes_) {
    const auto head = static_cast<size_t>(other);
    if (head != node && score(node, head) > score(node, best)) best = head;
  }
  return best;
}

void TreeDecoder::choose_heads() {
  for (int32_t node : nodes_)
    best_[static_cast<size_t>(node)] = static_cast<int32_t>(best_head(static_cast<size_t>(node)));
}

// Fills cycle_ with the nodes of one, if there is any.
bool TreeDecoder::find_cycle() {
  cycle_.clear();
  std::fill(mark_.begin(), mark_.end(), -1);
  for (int32_t start : nodes_) {
    int32_t at = start;
    while (at != static_cast<int32_t>(words_) && mark_[static_cast<size_t>(at)] < 0) {
      mark_[static_cast<size_t>(at)] = start;
      at = best_[static_cast<size_t>(at)];
    }
    if (at == static_cast<int32_t>(words_) || mark_[static_cast<size_t>(at)] != start) continue;
    const int32_t first = at;
    do {
      cycle_.push_back(at);
      at = best_[static_cast<size_t>(at)];
    } while (at != first);
    return true;
  }
  return false;
}

// How much better the root suits a word than the best of the words does.
float TreeDecoder::root_gain(size_t word) {
  float other = kNever;
  for (size_t j = 0; j < words_; ++j) {
    if (j != word) other = std::max(other, score(word, j));
  }
  return score(word, words_) - other;
}

// The word that gains most by it becomes the only one under the root.
void TreeDecoder::keep_one_root() {
  size_t chosen = 0;
  float most = std::numeric_limits<float>::lowest();
  for (size_t i = 0; i < words_; ++i) {
    const float gain = root_gain(i);
    if (gain > most) chosen = i, most = gain;
  }
  for (size_t i = 0; i < words_; ++i) {
    if (i != chosen) score(i, words_) = kNever;
  }
  for (size_t j = 0; j < words_; ++j) score(chosen, j) = kNever;
  choose_heads();
}

bool TreeDecoder::in_cycle(int32_t node) const {
  return std::find(cycle_.begin(), cycle_.end(), node) != cycle_.end();
}

// The best arc from `head` into the cycle becomes the arc to its first node: it is worth what it
// adds to the arc of the cycle that it replaces.
void TreeDecoder::enter_cycle(size_t head) {
  const auto node = static_cast<size_t>(cycle_[0]);
  float best = std::numeric_limits<float>::lowest();
  Arc through;
  for (int32_t member : cycle_) {
    const auto m = static_cast<size_t>(member);
    const float gain = score(m, head) - score(m, static_cast<size_t>(best_[m]));
    if (gain > best) best = gain, through = arc(m, head);
  }
  entering_[head] = best;
  arc(node, head) = through;
}

void TreeDecoder::leave_cycle(size_t dependent) {
  const auto node = static_cast<size_t>(cycle_[0]);
  size_t best = node;
  for (int32_t member : cycle_) {
    if (score(dependent, static_cast<size_t>(member)) > score(dependent, best))
      best = static_cast<size_t>(member);
  }
  const Arc through = arc(dependent, best);
  score(dependent, node) = score(dependent, best);
  arc(dependent, node) = through;
}

// The cycle's first node stands for all of it from now on.
void TreeDecoder::contract() {
  const auto first = static_cast<size_t>(cycle_[0]);
  const auto id = static_cast<int32_t>(parents_.size());
  begins_.push_back(members_.size());
  for (int32_t node : cycle_) {
    const auto n = static_cast<size_t>(node);
    members_.push_back({ids_[n], arc(n, static_cast<size_t>(best_[n]))});
    parents_[static_cast<size_t>(ids_[n])] = id;
  }
  parents_.push_back(-1);
  enter_cycle(words_);
  for (int32_t node : nodes_) {
    if (in_cycle(node)) continue;
    enter_cycle(static_cast<size_t>(node));
    leave_cycle(static_cast<size_t>(node));
  }
  score(first, words_) = entering_[words_];
  for (int32_t node : nodes_) {
    const auto n = static_cast<size_t>(node);
    if (!in_cycle(node)) score(first, n) = entering_[n];
  }
  ids_[first] = id;
  std::erase_if(nodes_, [&](int32_t n) { return n != cycle_[0] && in_cycle(n); });
}

void TreeDecoder::take(const Member& member, std::vector<int32_t>& heads) {
  heads[static_cast<size_t>(member.arc.dependent)] = member.arc.head;
  entries_[static_cast<size_t>(member.id)] = member.arc.dependent;
}

// From the outermost cycle inwards: the member at which the tree enters gives up its arc.
void TreeDecoder::expand(std::vector<int32_t>& heads) {
  entries_.assign(parents_.size(), -1);
  for (int32_t node : nodes_) {
    const auto n = static_cast<size_t>(node);
    take({ids_[n], arc(n, static_cast<size_t>(best_[n]))}, heads);
  }
  begins_.push_back(members_.size());
  for (size_t cycle = begins_.size() - 1; cycle-- > 0;) {
    const auto id = static_cast<int32_t>(words_ + cycle);
    const int32_t word = entries_[static_cast<size_t>(id)];
    int32_t entered = word;
    while (parents_[static_cast<size_t>(entered)] != id)
      entered = parents_[static_cast<size_t>(entered)];
    for (size_t i = begins_[cycle]; i < begins_[cycle + 1]; ++i) {
      if (members_[i].id != entered) take(members_[i], heads);
    }
    entries_[static_cast<size_t>(entered)] = word;
  }
}

void TreeDecoder::start_contracting() {
  entering_.assign(width_, 0.0f);
  arcs_.resize(words_ * width_);
  for (size_t i = 0; i < words_; ++i) {
    for (size_t j = 0; j < width_; ++j)
      arc(i, j) = {static_cast<int32_t>(i), static_cast<int32_t>(j)};
  }
  ids_ = nodes_;
  parents_.assign(words_, -1);
  members_.clear();
  begins_.clear();
}

void TreeDecoder::decode(std::vector<float>& scores, size_t words, std::vector<int32_t>& heads) {
  scores_ = &scores;
  words_ = words, width_ = words + 1;
  nodes_.resize(words);
  for (size_t i = 0; i < words; ++i) nodes_[i] = static_cast<int32_t>(i);
  best_.assign(words, 0);
  mark_.assign(words, -1);
  choose_heads();
  const auto root = static_cast<int32_t>(words);
  if (std::count(best_.begin(), best_.end(), root) != 1 || find_cycle()) keep_one_root();
  heads = best_;
  if (!find_cycle()) return;
  start_contracting();
  do {
    contract();
    choose_heads();
  } while (find_cycle());
  expand(heads);
}

}  // namespace sitrep
