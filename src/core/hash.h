// Keys: 64-bit hashes that stand for normalised words wherever words are compared.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace sitrep {

using Key = uint64_t;

constexpr Key kNoKey = 0;

// FNV-1a with a final mix; constexpr so that code can say `token.lemma == key("say")`.
constexpr Key key(std::string_view text) {
  uint64_t h = 1469598103934665603ull;
  for (char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  h ^= h >> 32;
  h *= 0x9E3779B97F4A7C15ull;
  return h ^ (h >> 29);
}

// The key of a phrase is its words' keys folded from the left, starting at kNoKey.
constexpr Key extend(Key phrase, Key word) {
  uint64_t h = (phrase ^ word) * 0x9E3779B97F4A7C15ull + (phrase << 6);
  return h ^ (h >> 31);
}

// Whether a word is one of a list.
template <size_t N>
bool one_of(Key word, const Key (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

}  // namespace sitrep
