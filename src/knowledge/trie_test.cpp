// The trie of phrases, built and used in place.
#include "knowledge/trie.h"

#include <gtest/gtest.h>

namespace sitrep::knowledge {
namespace {

std::vector<Key> keys(std::initializer_list<std::string_view> words) {
  std::vector<Key> all;
  for (std::string_view word : words) all.push_back(key(word));
  return all;
}

std::string built() {
  TrieBuilder builder;
  builder.add(keys({"car"}), {1});
  builder.add(keys({"car", "bomb"}), {2});
  builder.add(keys({"bomb"}), {3});
  builder.add(keys({"improvised", "explosive", "device"}), {4});
  for (int i = 0; i < 500; ++i)
    builder.add(keys({"word" + std::to_string(i), "behind"}), {100u + static_cast<uint32_t>(i)});
  return builder.bytes();
}

std::vector<uint32_t> found(std::initializer_list<std::string_view> text) {
  const std::string bytes = built();
  Trie trie;
  EXPECT_TRUE(Trie::open(bytes, trie));
  std::vector<Word> words;
  for (Key k : keys(text)) words.push_back({k, k, k == key("-")});
  std::vector<Hit> hits;
  trie.find(words, hits);
  std::vector<uint32_t> entries;
  for (const Hit& hit : hits) entries.push_back(hit.entry);
  return entries;
}

using Entries = std::vector<uint32_t>;

TEST(Trie, FindsPhrasesLongestFirst) {
  EXPECT_EQ(found({"a", "car", "bomb", "killed"}), (Entries{2, 1, 3}));
  EXPECT_EQ(found({"car", "-", "bomb"}), (Entries{2, 1, 3}));
}

TEST(Trie, FindsNoPartsOfPhrases) {
  EXPECT_EQ(found({"improvised", "explosive"}), Entries{});
  EXPECT_EQ(found({"explosive", "device"}), Entries{});
  EXPECT_EQ(found({"improvised", "explosive", "device"}), Entries{4});
}

TEST(Trie, FindsEachOfManyPhrasesAndNoOther) {
  for (uint32_t i = 0; i < 500; ++i) {
    const std::string word = "word" + std::to_string(i);
    EXPECT_EQ(found({word, "behind"}), Entries{100 + i});
    EXPECT_EQ(found({"behind", word}), Entries{});
  }
}

TEST(Trie, FindsAVerbByItsOtherLemma) {
  const std::string bytes = built();
  Trie trie;
  ASSERT_TRUE(Trie::open(bytes, trie));
  const std::vector<Word> words{{key("bombed"), key("bombe"), false, key("bomb")}};
  std::vector<Hit> hits;
  trie.find(words, hits);
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(hits[0].entry, 3u);
}

TEST(Trie, IsNotOpenedWhenCutShort) {
  const std::string bytes = built();
  Trie trie;
  for (size_t size : {size_t{0}, size_t{8}, size_t{40}, bytes.size() - 1})
    EXPECT_FALSE(Trie::open(std::string_view(bytes).substr(0, size), trie)) << size;
}

}  // namespace
}  // namespace sitrep::knowledge
