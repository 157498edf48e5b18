// The phrases of all dictionaries as one trie over word keys, laid out flat so that it is used in
// place.
#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/lexicon.h"

namespace sitrep::knowledge {

// What a phrase leads to.
struct Posting {
  uint32_t entry = 0;
  Kind kind = Kind::actor;
  uint8_t acronym = 0;
  uint16_t reserved = 0;
};

// Layout: counts | edges (open addressing, power of two) | nodes (first posting, count) | postings
// | marks of words that begin a phrase (bits, a power of two).
class Trie {
 public:
  static bool open(std::string_view bytes, Trie& trie);
  void find(std::span<const Word> words, std::vector<Hit>& hits) const;

 private:
  struct Edge {
    Key key;  // mix of parent node and word; kNoKey: free
    uint32_t child;
    uint32_t ends;  // whether no edge leads on from the child
  };
  struct Node {
    uint32_t first;
    uint32_t count;
  };
  friend class TrieBuilder;
  static Key edge_key(uint32_t node, Key word) {
    return extend(word, node * 0x9E3779B97F4A7C15ull + 1);
  }
  // A node and whether the way ends there; 0: none.
  struct Step {
    uint32_t node;
    bool ends;
  };
  // The edges that may be there for a word's form, its lemma and its other lemma; kNoKey: none.
  using Ways = std::array<Key, 3>;
  Ways ways(uint32_t node, const Word& word) const;
  Ways ways_from_root(const Word& word) const;  // those, and the edges into the cache
  Step child(Key edge) const;
  bool marked(Key edge) const;
  // From words[at], where a phrase that begins at words[first] has got to.
  void walk(std::span<const Word> words, uint32_t first, uint32_t at, const Ways& ways,
            std::vector<Hit>& hits) const;
  std::span<const Edge> edges_;
  std::span<const Node> nodes_;
  std::span<const Posting> postings_;
  std::span<const uint64_t> marks_;
};

class TrieBuilder {
 public:
  void add(std::span<const Key> phrase, Posting posting);
  std::string bytes() const;

 private:
  std::map<std::pair<uint32_t, Key>, uint32_t> edges_;
  std::vector<std::vector<Posting>> postings_{1};
};

}  // namespace sitrep::knowledge
