// Texts as weighted bags of telling words: names and numbers weigh more than common words, rare
// more than frequent.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "core/hash.h"

namespace sitrep::incidents {

// Sorted by key, of length one; empty for a text without telling words.
using Wording = std::vector<std::pair<Key, float>>;

float cosine(const Wording& a, const Wording& b);

// How many of a set of texts hold each word. All of them must be counted before `weigh` is asked.
class WordCounts {
 public:
  void count(std::string_view text);
  // The `most` heaviest words of a text.
  Wording weigh(std::string_view text, size_t most) const;

 private:
  float rarity(Key word, bool name) const;
  boost::unordered_flat_map<Key, uint32_t> texts_with_;
  uint32_t texts_ = 0;
};

}  // namespace sitrep::incidents
