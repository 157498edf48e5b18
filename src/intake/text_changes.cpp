#include "intake/text_changes.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/text.h"
#include "language/analyser.h"

namespace sitrep {

namespace {

using Kind = SentenceChange::Kind;
using Sentences = std::vector<std::string>;

constexpr size_t kMostPairs = 40'000;  // of sentences that are compared word by word
constexpr double kSameEnough = 0.5;    // share of words that a changed sentence keeps

// With single blanks, as they are compared.
Sentences sentences_of(std::string_view text) {
  Document document;
  tokenise(text, document);
  Sentences out;
  for (const auto& sentence : document.sentences) {
    std::string one;
    for (const auto word :
         split(text.substr(sentence.span.begin, sentence.span.end - sentence.span.begin), ' ')) {
      for (const auto part : split(word, '\n')) {
        if (!part.empty()) one += (one.empty() ? "" : " ") + std::string(part);
      }
    }
    if (!one.empty()) out.push_back(std::move(one));
  }
  return out;
}

// How many of the other version's sentences are still to be met.
using Count = std::map<std::string_view, int64_t>;

Count counted(const Sentences& sentences) {
  Count count;
  for (const auto& sentence : sentences) ++count[sentence];
  return count;
}

// Those that the other version does not have, wherever they stand in it; nothing for the others.
std::vector<const std::string*> missing_in(const Sentences& other, const Sentences& sentences) {
  Count left = counted(other);
  std::vector<const std::string*> out;
  for (const auto& sentence : sentences) {
    const auto found = left.find(sentence);
    const bool there = found != left.end() && found->second-- > 0;
    out.push_back(there ? nullptr : &sentence);
  }
  return out;
}

std::set<std::string> words_of(std::string_view sentence) {
  std::set<std::string> words;
  for (auto word : split(sentence, ' ')) {
    while (!word.empty() && !is_word_byte(word.back())) word.remove_suffix(1);
    while (!word.empty() && !is_word_byte(word.front())) word.remove_prefix(1);
    if (!word.empty()) words.insert(lower_ascii(word));
  }
  return words;
}

// Dice's coefficient over different words.
double likeness(const std::set<std::string>& a, const std::set<std::string>& b) {
  const auto shared =
      std::count_if(a.begin(), a.end(), [&](const auto& w) { return b.contains(w); });
  const size_t all = a.size() + b.size();
  return all == 0 ? 0 : 2.0 * static_cast<double>(shared) / static_cast<double>(all);
}

// Pairs each removed sentence with the added one that keeps most of its words.
std::map<size_t, size_t> paired(const std::vector<const std::string*>& removed,
                                const std::vector<const std::string*>& added) {
  struct Pair {
    double likeness;
    size_t removed, added;
  };
  std::vector<std::pair<size_t, std::set<std::string>>> from, to;
  for (size_t i = 0; i < removed.size(); ++i) {
    if (removed[i] != nullptr) from.emplace_back(i, words_of(*removed[i]));
  }
  for (size_t i = 0; i < added.size(); ++i) {
    if (added[i] != nullptr) to.emplace_back(i, words_of(*added[i]));
  }
  std::map<size_t, size_t> pairs;  // added to removed
  if (from.size() * to.size() > kMostPairs) return pairs;
  std::vector<Pair> all;
  for (const auto& [r, old_words] : from) {
    for (const auto& [a, new_words] : to) {
      const double alike = likeness(old_words, new_words);
      if (alike >= kSameEnough) all.push_back({alike, r, a});
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Pair& a, const Pair& b) { return a.likeness > b.likeness; });
  std::set<size_t> taken;
  for (const auto& pair : all) {
    if (pairs.contains(pair.added) || !taken.insert(pair.removed).second) continue;
    pairs[pair.added] = pair.removed;
  }
  return pairs;
}

}  // namespace

std::vector<SentenceChange> sentence_changes(std::string_view before, std::string_view after) {
  const Sentences old_ones = sentences_of(before);
  const Sentences new_ones = sentences_of(after);
  const auto removed = missing_in(new_ones, old_ones);
  const auto added = missing_in(old_ones, new_ones);
  const auto pairs = paired(removed, added);
  std::set<size_t> changed;
  for (const auto& [a, r] : pairs) changed.insert(r);
  std::vector<SentenceChange> changes;
  for (size_t i = 0; i < added.size(); ++i) {
    if (added[i] == nullptr) continue;
    const auto pair = pairs.find(i);
    if (pair == pairs.end()) {
      changes.push_back({Kind::added, {}, *added[i]});
    } else {
      changes.push_back({Kind::changed, *removed[pair->second], *added[i]});
    }
  }
  for (size_t i = 0; i < removed.size(); ++i) {
    if (removed[i] != nullptr && !changed.contains(i))
      changes.push_back({Kind::removed, *removed[i], {}});
  }
  return changes;
}

}  // namespace sitrep
