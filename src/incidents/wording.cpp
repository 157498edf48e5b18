#include "incidents/wording.h"

#include <algorithm>
#include <cmath>

#include "core/text.h"

namespace sitrep::incidents {

namespace {

constexpr size_t kShortestWord = 4;  // of words in lower case: shorter ones are mostly grammar
// A small set says little of how common a word is: as many texts of ordinary news are thought to
// stand beside it.
constexpr float kPriorTexts = 200;
constexpr float kPriorName = 0.004F;
constexpr float kPriorWord = 0.1F;

struct Use {
  uint32_t times = 0;
  bool name = false;
};
using Uses = boost::unordered_flat_map<Key, Use>;

bool word_byte(char c) { return is_lower(to_lower(c)) || is_digit(c) || (c & 0x80) != 0; }

bool capital(std::string_view word) {
  const auto first = static_cast<unsigned char>(word[0]);
  return is_upper(word[0]) ||
         (first == 0xC3 && word.size() > 1 && static_cast<unsigned char>(word[1]) < 0x9F);
}

void add_word(Uses& uses, std::string_view word, bool opens, std::string& scratch) {
  const bool name = (capital(word) && !opens) || is_digit(word[0]);
  if (word.size() < 2 || (!name && word.size() < kShortestWord)) return;
  scratch.clear();
  append_normal(scratch, word);
  Use& use = uses[key(scratch)];
  ++use.times;
  use.name |= name;
}

Uses uses_of(std::string_view text) {
  Uses uses;
  std::string scratch;
  bool opens = true;
  for (size_t i = 0; i < text.size();) {
    if (!word_byte(text[i])) {
      opens |= text[i] == '.' || text[i] == '\n' || text[i] == '?' || text[i] == '!';
      ++i;
      continue;
    }
    const size_t begin = i;
    while (i < text.size() && word_byte(text[i])) ++i;
    add_word(uses, text.substr(begin, i - begin), opens, scratch);
    opens = false;
  }
  return uses;
}

void keep_heaviest(Wording& words, size_t most) {
  if (words.size() > most) {
    std::ranges::nth_element(
        words, words.begin() + static_cast<std::ptrdiff_t>(most), [](auto& a, auto& b) {
          return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
    words.resize(most);
  }
  std::ranges::sort(words);
}

void normalise(Wording& words) {
  float square = 0;
  for (const auto& [word, w] : words) square += w * w;
  if (square <= 0) return words.clear();
  for (auto& [word, w] : words) w /= std::sqrt(square);
}

}  // namespace

float cosine(const Wording& a, const Wording& b) {
  float sum = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->first == y->first) {
      sum += x++->second * y++->second;
    } else {
      x->first < y->first ? ++x : ++y;
    }
  }
  return sum;
}

void WordCounts::count(std::string_view text) {
  ++texts_;
  for (const auto& [word, use] : uses_of(text)) ++texts_with_[word];
}

float WordCounts::rarity(Key word, bool is_name) const {
  const auto found = texts_with_.find(word);
  const float with = found == texts_with_.end() ? 1.0F : static_cast<float>(found->second);
  const float prior = kPriorTexts * (is_name ? kPriorName : kPriorWord);
  return std::log((static_cast<float>(texts_) + kPriorTexts) / (with + prior));
}

Wording WordCounts::weigh(std::string_view text, size_t most) const {
  Wording words;
  for (const auto& [word, use] : uses_of(text)) {
    const float often = 1.0F + std::log(static_cast<float>(use.times));
    words.emplace_back(word, often * std::max(0.0F, rarity(word, use.name)));
  }
  keep_heaviest(words, most);
  normalise(words);
  return words;
}

}  // namespace sitrep::incidents
