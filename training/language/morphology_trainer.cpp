#include <algorithm>
#include <map>

#include "language/lemmatiser.h"
#include "language/morphology.h"
#include "trainers.h"

namespace sitrep::training {

namespace {

using Counts = std::map<std::string, uint32_t>;

const std::string& most_common(const Counts& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

}  // namespace

std::map<uint32_t, std::string> learn_morphology(const std::vector<Tree>& trees) {
  constexpr uint32_t kMinCount = 2;
  std::map<uint32_t, Counts> of_tags;
  std::map<uint32_t, std::pair<uint32_t, Counts>> of_words;  // with the key of the tags alone
  for (const Tree& tree : trees) {
    for (const Word& word : tree) {
      std::string lower;
      append_lemma_input(lower, word.form);
      const TagPair tags{word.tag, word.fine};
      const uint32_t alone = morphology_key("", tags);
      ++of_tags[alone][word.features];
      auto& known = of_words[morphology_key(lower, tags)];
      known.first = alone;
      ++known.second[word.features];
    }
  }
  std::map<uint32_t, std::string> features;
  for (const auto& [key, counts] : of_tags) features[key] = most_common(counts);
  for (const auto& [key, known] : of_words) {
    const std::string& best = most_common(known.second);
    if (known.second.at(best) >= kMinCount && best != features[known.first]) features[key] = best;
  }
  return features;
}

}  // namespace sitrep::training
