#include <algorithm>
#include <map>

#include "core/text.h"
#include "language/lemmatiser.h"
#include "trainers.h"

namespace sitrep::training {

namespace {

struct Edit {
  uint8_t strip = 0;
  std::string text;
  auto operator<=>(const Edit&) const = default;
};

using Pair = std::pair<uint8_t, uint8_t>;  // TagPair, ordered
using EditCounts = std::map<Edit, uint32_t>;

TagPair tags_of(Pair pair) {
  return {static_cast<Tag>(pair.first), static_cast<Fine>(pair.second)};
}

Edit edit_between(std::string_view word, std::string_view lemma) {
  size_t same = 0;
  while (same < word.size() && same < lemma.size() && word[same] == lemma[same]) ++same;
  return {static_cast<uint8_t>(std::min<size_t>(word.size() - same, 254)),
          std::string(lemma.substr(same))};
}

const Edit& most_common(const EditCounts& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

class LemmatiserTrainer {
 public:
  std::string train(const std::vector<Tree>& trees) {
    for (const Tree& tree : trees) {
      for (const Word& word : tree) count(word);
    }
    for (const auto& [word, lemmas] : lemmas_) add_type(word.first, word.second, lemmas);
    learn_endings();
    learn_words();
    return Lemmatiser::pack(rules_, texts_, learn_morphology(trees));
  }

 private:
  using Counts = std::map<std::string, uint32_t>;

  void count(const Word& word) {
    if (word.lemma == "_" || word.form.size() > 60) return;
    std::string lower;
    append_lemma_input(lower, word.form);
    const Pair pair{static_cast<uint8_t>(word.tag), static_cast<uint8_t>(word.fine)};
    std::string lemma;
    append_lemma_input(lemma, word.lemma);
    ++lemmas_[{lower, pair}][lemma];
  }

  static const std::string& best(const Counts& lemmas) {
    return std::max_element(lemmas.begin(), lemmas.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }

  // Each word counts once, so that endings are learnt from the regular many.
  void add_type(const std::string& word, Pair pair, const Counts& lemmas) {
    const Edit edit = edit_between(word, best(lemmas));
    for (size_t n = 0; n < std::min(kMaxEnding, word.size()); ++n) {
      ++endings_[{pair, word.substr(word.size() - n - 1)}][edit];
    }
    ++endings_[{pair, ""}][edit];
  }

  // An ending is kept when it says something else than the next shorter one.
  void learn_endings() {
    std::map<std::pair<Pair, std::string>, Edit> decided;
    for (size_t length = 0; length <= kMaxEnding; ++length) {
      for (const auto& [name, edits] : endings_) {
        if (name.second.size() != length) continue;
        const Edit& edit = most_common(edits);
        uint32_t total = 0;
        for (const auto& [e, n] : edits) total += n;
        Edit shorter;
        if (length > 0) shorter = decided[{name.first, name.second.substr(1)}];
        const bool trusted = edits.at(edit) >= 2 && edits.at(edit) * 2 > total;
        const bool fits = edit.strip <= length;
        const bool keep = trusted && fits && (length == 0 || edit != shorter);
        decided[name] = keep || (length == 0 && fits) ? edit : shorter;
        if (keep && length > 0) {
          rules_.push_back(rule(lemma_ending_key(name.second, tags_of(name.first)), edit));
        }
      }
    }
  }

  LemmaRule rule(uint32_t key, const Edit& edit) {
    const size_t at = texts_.find(edit.text);
    const size_t text = at == std::string::npos ? texts_.size() : at;
    if (at == std::string::npos) texts_ += edit.text;
    return {.key = key,
            .text = static_cast<uint32_t>(text),
            .strip = edit.strip,
            .length = static_cast<uint8_t>(edit.text.size())};
  }

  void learn_words() {
    const std::string blob = Lemmatiser::pack(rules_, texts_, {});
    const Lemmatiser regular = *Lemmatiser::open(blob);
    std::string guess;
    for (const auto& [word, lemmas] : lemmas_) {
      const std::string& lemma = best(lemmas);
      regular.lemma(word.first, tags_of(word.second), guess);
      if (guess == lemma || lemma.size() > 200) continue;
      const Edit whole{LemmaRule::kWhole, lemma};
      rules_.push_back(rule(lemma_word_key(word.first, tags_of(word.second)), whole));
    }
  }

  std::map<std::pair<std::string, Pair>, Counts> lemmas_;
  std::map<std::pair<Pair, std::string>, EditCounts> endings_;
  std::vector<LemmaRule> rules_;
  std::string texts_;
};

}  // namespace

std::string train_lemmatiser(const std::vector<Tree>& trees) {
  return LemmatiserTrainer().train(trees);
}

}  // namespace sitrep::training
