// The best tree, given how well every word suits every other as its head: maximum spanning
// arborescence (Chu and Liu 1965, Edmonds 1967) with one root.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sitrep {

class TreeDecoder {
 public:
  // scores: row `i` holds the scores of the heads of word `i` among `words` words, its own included
  // but not looked at, then that of the root; they are changed. heads: of each word; the root's
  // number is `words`. O(words^2) where the best heads word by word make a tree, O(words^3) at
  // worst.
  void decode(std::vector<float>& scores, size_t words, std::vector<int32_t>& heads);

 private:
  // An arc of the contracted graph, and the words that it really joins.
  struct Arc {
    int32_t dependent = 0;
    int32_t head = 0;
  };
  // Words are numbered from 0, contracted cycles behind them. What a cycle was made of, and the
  // arcs that made it one.
  struct Member {
    int32_t id = 0;
    Arc arc;
  };

  float& score(size_t dependent, size_t head) { return (*scores_)[dependent * width_ + head]; }
  Arc& arc(size_t dependent, size_t head) { return arcs_[dependent * width_ + head]; }
  size_t better_head(size_t node, size_t first, size_t last, size_t best);
  size_t best_head(size_t node);
  void choose_heads();
  bool find_cycle();
  bool in_cycle(int32_t node) const;
  float root_gain(size_t word);
  void keep_one_root();
  void start_contracting();
  void enter_cycle(size_t head);
  void leave_cycle(size_t dependent);
  void contract();
  void take(const Member& member, std::vector<int32_t>& heads);
  void expand(std::vector<int32_t>& heads);

  std::vector<float>* scores_ = nullptr;
  size_t words_ = 0, width_ = 0;
  std::vector<int32_t> nodes_;  // not swallowed by another
  std::vector<int32_t> best_;   // the chosen head of each node
  std::vector<int32_t> cycle_;
  std::vector<int32_t> mark_;
  std::vector<float> entering_;  // what each head's best arc into the cycle is worth
  std::vector<Arc> arcs_;
  std::vector<int32_t> ids_;      // what each node stands for by now
  std::vector<int32_t> parents_;  // of an id: the cycle that it was swallowed by
  std::vector<int32_t> entries_;  // of an id: the word at which the final tree enters it
  std::vector<Member> members_;   // of all cycles, one behind the other
  std::vector<size_t> begins_;    // of each cycle's members
};

}  // namespace sitrep
