#include "incidents/wording.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cmath>

#include "core/text.h"

namespace sitrep::incidents {

namespace {

constexpr size_t kShortestWord = 4;  // of words in lower case: shorter ones are mostly grammar
// Least shares of reports: what no dictionary knows is thought to be no rarer.
constexpr float kRareName = 0.0005F;
constexpr float kRareWord = 0.01F;
constexpr double kFull = 65535;  // a weight of one

struct Use {
  uint32_t times = 0;
  bool name = false;
  bool number = false;
};
using Uses = boost::unordered_flat_map<Key, Use>;

struct Weighed {
  uint32_t word;
  float weight;
};

bool heavier(const Weighed& a, const Weighed& b) {
  return a.weight != b.weight ? a.weight > b.weight : a.word < b.word;
}

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
  use.number |= is_digit(word[0]);
}

Uses uses_of(std::string_view text) {
  Uses uses;
  uses.reserve(text.size() / 8);
  std::string scratch;
  bool opens = true;
  for (size_t i = 0; i < text.size();) {
    if (!is_word_byte(text[i])) {
      opens |= text[i] == '.' || text[i] == '\n' || text[i] == '?' || text[i] == '!';
      ++i;
      continue;
    }
    const size_t begin = i;
    while (i < text.size() && is_word_byte(text[i])) ++i;
    add_word(uses, text.substr(begin, i - begin), opens, scratch);
    opens = false;
  }
  return uses;
}

float weight_of(Key word, const Use& use, const knowledge::Lexicon& lexicon) {
  const float least = use.name ? kRareName : kRareWord;
  const float often = 1.0F + std::log(static_cast<float>(use.times));
  return -often * std::log(std::clamp(lexicon.share(word), least, 1.0F));
}

constexpr uint32_t folded(Key word) { return static_cast<uint32_t>(word ^ (word >> 32)); }

// Sums of squares in the order of the words, so that equal texts give equal bits.
Wording normalised(std::vector<Weighed> words) {
  std::ranges::sort(words, {}, &Weighed::word);
  double square = 0;
  for (const Weighed& w : words) square += double{w.weight} * w.weight;
  Wording out;
  if (square <= 0) return out;
  out.reserve(words.size());
  for (const Weighed& w : words) {
    out.push_back(
        {w.word, static_cast<uint16_t>(std::lround(kFull * w.weight / std::sqrt(square)))});
  }
  return out;
}

}  // namespace

double cosine(const Wording& a, const Wording& b) {
  uint64_t sum = 0;
  const WordWeight* x = a.data();
  const WordWeight* y = b.data();
  const WordWeight* const x_end = x + a.size();
  const WordWeight* const y_end = y + b.size();
  // Without a branch on the words, which nobody can foresee; compilers make one of comparisons.
  while (x != x_end && y != y_end) {
    const int64_t ahead = int64_t{x->word} - int64_t{y->word};
    const uint64_t less = static_cast<uint64_t>(ahead) >> 63;
    const uint64_t more = static_cast<uint64_t>(-ahead) >> 63;
    sum += (uint64_t{x->weight} * y->weight) & ((less | more) - 1);
    x += 1 - more;
    y += 1 - less;
  }
  return static_cast<double>(sum) / (kFull * kFull);
}

Wording weigh(std::string_view text, size_t most, const knowledge::Lexicon& lexicon) {
  std::vector<Weighed> words;
  for (const auto& [word, use] : uses_of(text))
    words.push_back({folded(word), weight_of(word, use, lexicon)});
  if (words.size() > most) {
    std::ranges::nth_element(words, words.begin() + static_cast<std::ptrdiff_t>(most), heavier);
    words.resize(most);
  }
  return normalised(std::move(words));
}

std::vector<uint32_t> rare_names(std::string_view text, size_t most, const std::vector<Key>& known,
                                 const knowledge::Lexicon& lexicon) {
  std::vector<uint32_t> names;
  for (const auto& [word, use] : uses_of(text)) {
    const bool rare = use.name && !use.number && lexicon.share(word) <= kRareName;
    if (rare && std::ranges::find(known, word) == known.end()) names.push_back(folded(word));
  }
  std::ranges::sort(names);
  if (names.size() > most) names.resize(most);
  return names;
}

bool hardly_told(std::string_view word, const knowledge::Lexicon& lexicon) {
  if (word.size() < kShortestWord || is_digit(word[0])) return false;
  std::string normal;
  append_normal(normal, word);
  return lexicon.share(key(normal)) <= kRareName;
}

std::vector<uint32_t> telling_words(const Wording& words, size_t most) {
  Wording heaviest = words;
  std::ranges::sort(heaviest, [](const WordWeight& a, const WordWeight& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.word < b.word;
  });
  std::vector<uint32_t> out;
  for (const WordWeight& w : heaviest) {
    if (out.size() < most) out.push_back(w.word);
  }
  return out;
}

}  // namespace sitrep::incidents
