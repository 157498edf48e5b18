// The best tree, compared with all trees of small sentences.
#include "language/tree_decoder.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace sitrep {
namespace {

bool is_tree(const std::vector<int32_t>& heads) {
  const auto n = static_cast<int32_t>(heads.size());
  int roots = 0;
  for (int32_t i = 0; i < n; ++i) {
    roots += heads[static_cast<size_t>(i)] == n;
    int32_t at = i;
    for (int32_t steps = 0; at != n; ++steps) {
      if (steps > n) return false;
      at = heads[static_cast<size_t>(at)];
    }
  }
  return roots == 1;
}

float total(const std::vector<float>& scores, const std::vector<int32_t>& heads) {
  float sum = 0;
  for (size_t i = 0; i < heads.size(); ++i)
    sum += scores[i * (heads.size() + 1) + static_cast<size_t>(heads[i])];
  return sum;
}

// The best of all (n + 1)^n choices of heads that are trees with `root` under the root.
float best_of_all(const std::vector<float>& scores, size_t n, size_t root) {
  std::vector<int32_t> heads(n, 0);
  float best = std::numeric_limits<float>::lowest();
  for (;;) {
    bool self = false;
    for (size_t i = 0; i < n; ++i) self = self || heads[i] == static_cast<int32_t>(i);
    if (!self && heads[root] == static_cast<int32_t>(n) && is_tree(heads))
      best = std::max(best, total(scores, heads));
    size_t i = 0;
    while (i < n && heads[i] == static_cast<int32_t>(n)) heads[i++] = 0;
    if (i == n) return best;
    ++heads[i];
  }
}

std::vector<float> random_scores(size_t n, std::mt19937& random) {
  std::vector<float> scores(n * (n + 1));
  for (float& s : scores) s = static_cast<float>(random() % 1000) / 100.0f;
  return scores;
}

TEST(TreeDecoder, FindsTheBestTree) {
  std::mt19937 random(7);
  TreeDecoder decoder;
  std::vector<int32_t> heads;
  int best_root = 0, all = 0;
  for (size_t n = 1; n <= 5; ++n) {
    for (int round = 0; round < 60; ++round) {
      const std::vector<float> scores = random_scores(n, random);
      std::vector<float> changed = scores;
      decoder.decode(changed, n, heads);
      ASSERT_TRUE(is_tree(heads));
      float possible = std::numeric_limits<float>::lowest(), with_root = possible;
      for (size_t root = 0; root < n; ++root) {
        const float best = best_of_all(scores, n, root);
        possible = std::max(possible, best);
        if (heads[root] == static_cast<int32_t>(n)) with_root = best;
      }
      EXPECT_NEAR(total(scores, heads), with_root, 1e-3f);
      best_root += with_root > possible - 1e-3f;
      ++all;
    }
  }
  // Which word is under the root is settled first, by its own scores alone.
  EXPECT_GE(best_root, all * 85 / 100);
}

TEST(TreeDecoder, LongSentencesGiveTrees) {
  std::mt19937 random(11);
  TreeDecoder decoder;
  std::vector<int32_t> heads;
  for (size_t n : {40, 128}) {
    std::vector<float> scores = random_scores(n, random);
    decoder.decode(scores, n, heads);
    EXPECT_TRUE(is_tree(heads));
    std::vector<float> flat(n * (n + 1), 0.0f);
    decoder.decode(flat, n, heads);
    EXPECT_TRUE(is_tree(heads));
  }
}

}  // namespace
}  // namespace sitrep
