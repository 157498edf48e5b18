#include <algorithm>
#include <cstdio>
#include <map>

#include "language/tagger.h"
#include "perceptron.h"
#include "trainers.h"

namespace sitrep::training {

namespace {

constexpr uint32_t kMinClassCount = 5;
constexpr uint32_t kMinAmbiguityCount = 4;

using ClassCounts = std::map<uint8_t, uint32_t>;

uint32_t sum(const ClassCounts& counts) {
  uint32_t total = 0;
  for (const auto& [cls, count] : counts) total += count;
  return total;
}

std::pair<uint8_t, uint32_t> most_common(const ClassCounts& counts) {
  return *std::max_element(counts.begin(), counts.end(),
                           [](const auto& a, const auto& b) { return a.second < b.second; });
}

// The usual classes of a word, the commonest first, as one number.
uint16_t ambiguity(const ClassCounts& counts) {
  const uint32_t total = sum(counts);
  std::vector<std::pair<uint32_t, uint8_t>> usual;
  for (const auto& [cls, count] : counts) {
    if (count * 20 >= total) usual.push_back({count, cls});
  }
  std::sort(usual.rbegin(), usual.rend());
  uint32_t h = 0;
  for (const auto& [count, cls] : usual) h = feature_hash(201, h, cls);
  return static_cast<uint16_t>(h | 1);
}

class TaggerTrainer {
 public:
  TaggerTrainer(const std::vector<Tree>& trees, const TaggerOptions& options)
      : trees_(trees), options_(options), random_(options.seed) {}

  std::string train() {
    find_classes();
    build_lexicon();
    for (int epoch = 0; epoch < options_.epochs; ++epoch) run_epoch();
    return pack();
  }

 private:
  void find_classes() {
    std::map<std::pair<uint8_t, uint8_t>, uint32_t> counts;
    for (const Tree& tree : trees_) {
      for (const Word& w : tree)
        ++counts[{static_cast<uint8_t>(w.tag), static_cast<uint8_t>(w.fine)}];
    }
    for (const auto& [pair, count] : counts) {
      if (count < kMinClassCount || classes_.size() >= kMaxClasses) continue;
      number_[pair] = static_cast<uint8_t>(classes_.size());
      classes_.push_back({static_cast<Tag>(pair.first), static_cast<Fine>(pair.second)});
    }
  }

  uint8_t class_of(const Word& w) const {
    const auto at = number_.find({static_cast<uint8_t>(w.tag), static_cast<uint8_t>(w.fine)});
    return at == number_.end() ? kNoClass : at->second;
  }

  void count_words(const Tree& tree, CaseVariant variant) {
    const Tree copy = in_case(tree, variant);
    fill_document(copy, text_, document_);
    Tagger::fill(document_, document_.sentences[0], lexicon_, context_, scratch_);
    for (size_t i = 0; i < tree.size(); ++i) {
      const uint8_t cls = class_of(tree[i]);
      const WordTraits& traits = context_.words[i + TagContext::kMargin].traits;
      if (cls == kNoClass) continue;
      ++shaped_[lexicon_key(traits)][cls];
      if (variant == CaseVariant::as_is) ++plain_[traits.word][cls];
    }
  }

  void build_lexicon() {
    packed_lexicon_ = Lexicon::pack({});
    lexicon_ = *Lexicon::open(packed_lexicon_);
    for (const Tree& tree : trees_) {
      for (CaseVariant v : {CaseVariant::as_is, CaseVariant::upper, CaseVariant::lower}) {
        count_words(tree, v);
      }
    }
    std::vector<LexiconEntry> entries;
    for (const auto& [word, counts] : plain_) {
      if (sum(counts) < kMinAmbiguityCount) continue;
      entries.push_back({.key = word, .ambiguity = ambiguity(counts)});
    }
    for (const auto& [word, counts] : shaped_) {
      const auto [cls, count] = most_common(counts);
      const uint32_t total = sum(counts);
      if (total < options_.always_count || count < options_.always_share * total) continue;
      entries.push_back({.key = word, .only = cls});
    }
    packed_lexicon_ = Lexicon::pack(entries);
    lexicon_ = *Lexicon::open(packed_lexicon_);
  }

  void run_epoch() {
    std::vector<size_t> order(trees_.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    random_.shuffle(order);
    for (size_t i : order) {
      learn(trees_[i]);
      if (random_.unit() < options_.variants) learn(in_case(trees_[i], any_variant()));
    }
  }

  CaseVariant any_variant() {
    const double x = random_.unit();
    return x < 0.5 ? CaseVariant::upper : x < 0.75 ? CaseVariant::lower : CaseVariant::title;
  }

  void learn(const Tree& tree) {
    fill_document(tree, text_, document_);
    Tagger::fill(document_, document_.sentences[0], lexicon_, context_, scratch_);
    for (size_t i = 0; i < tree.size(); ++i) {
      const size_t at = i + TagContext::kMargin;
      const uint8_t only = context_.words[at].only;
      context_.classes[at] = only != kNoClass ? only : learn_word(at, class_of(tree[i]));
    }
  }

  uint8_t learn_word(size_t at, uint8_t gold) {
    tag_features(context_, at, features_);
    FloatScores scores{};
    model_.score(features_, scores);
    const auto end = scores.begin() + static_cast<std::ptrdiff_t>(classes_.size());
    const auto guess = static_cast<uint8_t>(std::max_element(scores.begin(), end) - scores.begin());
    model_.tick();
    if (gold != kNoClass && guess != gold) model_.update(features_, gold, guess);
    return guess;
  }

  std::string pack() {
    BlobWriter blob;
    LinearModel::write(blob, model_.averaged({.min_updates = 2, .max_bytes = 6'000'000}));
    blob.add(packed_lexicon_);
    std::string pairs;
    for (const TagPair& pair : classes_) {
      pairs += static_cast<char>(pair.tag);
      pairs += static_cast<char>(pair.fine);
    }
    blob.add(pairs);
    return blob.finish(BlobKind::tagger);
  }

  const std::vector<Tree>& trees_;
  TaggerOptions options_;
  Random random_;
  Perceptron model_;
  std::vector<TagPair> classes_;
  std::map<std::pair<uint8_t, uint8_t>, uint8_t> number_;
  std::map<uint32_t, ClassCounts> plain_, shaped_;
  std::string packed_lexicon_;
  Lexicon lexicon_;
  TagContext context_;
  TagFeatures features_{};
  std::string text_, scratch_;
  Document document_;
};

}  // namespace

std::string train_tagger(const std::vector<Tree>& trees, const TaggerOptions& options) {
  return TaggerTrainer(trees, options).train();
}

}  // namespace sitrep::training
