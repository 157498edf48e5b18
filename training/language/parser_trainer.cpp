#include <algorithm>
#include <cstdio>
#include <limits>

#include "language/lemmatiser.h"
#include "language/parser.h"
#include "oracle.h"
#include "perceptron.h"
#include "trainers.h"

namespace sitrep::training {

namespace {

struct Example {
  std::vector<ParseWord> words;
  GoldTree gold;
};

// Trees with tags as a tagger gives them that has not seen them.
class Examples {
 public:
  Examples(const std::vector<Tree>& trees, const std::string& lemmatiser,
           const ParserOptions& options)
      : trees_(trees),
        options_(options),
        lemmatiser_(*Lemmatiser::open(lemmatiser)),
        random_(options.seed) {}

  std::vector<Example> build() {
    for (int fold = 0; fold < options_.folds; ++fold) build_fold(fold);
    return std::move(examples_);
  }

 private:
  bool in_fold(size_t tree, int fold) const {
    // Runs of trees, since neighbours are of one text.
    return static_cast<int>(tree / 50 % static_cast<size_t>(options_.folds)) == fold;
  }

  void build_fold(int fold) {
    std::vector<Tree> others;
    for (size_t i = 0; i < trees_.size(); ++i) {
      if (!in_fold(i, fold)) others.push_back(trees_[i]);
    }
    const std::string blob = train_tagger(others, {.epochs = 5});
    Tagger tagger = *Tagger::open(blob);
    for (size_t i = 0; i < trees_.size(); ++i) {
      if (!in_fold(i, fold)) continue;
      add(trees_[i], CaseVariant::as_is, tagger);
      if (random_.unit() < options_.variants) {
        add(trees_[i], random_.unit() < 0.7 ? CaseVariant::upper : CaseVariant::lower, tagger);
      }
    }
  }

  void add(const Tree& tree, CaseVariant variant, Tagger& tagger) {
    fill_document(in_case(tree, variant), text_, document_);
    tagger.tag(document_, document_.sentences[0]);
    lemmatiser_.lemmatise(document_, document_.sentences[0]);
    Example example;
    fill_parse_words(document_, document_.sentences[0], example.words);
    example.gold = projective_gold(tree);
    examples_.push_back(std::move(example));
  }

  const std::vector<Tree>& trees_;
  ParserOptions options_;
  Lemmatiser lemmatiser_;
  Random random_;
  std::vector<Example> examples_;
  std::string text_;
  Document document_;
};

class ParserTrainer {
 public:
  explicit ParserTrainer(const ParserOptions& options) : options_(options), random_(options.seed) {}

  std::string train(std::vector<Example>& examples) {
    find_actions(examples);
    for (epoch_ = 0; epoch_ < options_.epochs; ++epoch_) {
      random_.shuffle(examples);
      wrong_ = seen_ = 0;
      for (const Example& example : examples) learn(example);
      std::printf("parser epoch %d: %.2f%% of choices right\n", epoch_ + 1,
                  100.0 - 100.0 * static_cast<double>(wrong_) / static_cast<double>(seen_));
      std::fflush(stdout);
    }
    return pack();
  }

 private:
  // Both directions of each relation that occurs often enough; those of the root are forced.
  void find_actions(const std::vector<Example>& examples) {
    constexpr uint32_t kMinCount = 5;
    uint32_t counts[2][64] = {};
    for (const Example& example : examples) {
      for (size_t i = 0; i < example.gold.head.size(); ++i) {
        const bool right = example.gold.head[i] < static_cast<int32_t>(i);
        ++counts[right][static_cast<size_t>(example.gold.rel[i])];
      }
    }
    actions_.push_back({Move::shift, Rel::none});
    for (size_t side = 0; side < 2; ++side) {
      for (size_t rel = 0; rel < 64; ++rel) {
        if (counts[side][rel] < kMinCount || rel == static_cast<size_t>(Rel::root)) continue;
        actions_.push_back({side == 0 ? Move::left : Move::right, static_cast<Rel>(rel)});
      }
    }
  }

  void learn(const Example& example) {
    state_.reset(example.gold.head.size());
    while (!state_.done()) {
      if (state_.buffer(0) == state_.root() && state_.stack_size() == 1) {
        state_.apply({Move::left, Rel::root});
      } else if (state_.stack_size() == 0) {
        state_.apply({Move::shift, Rel::none});
      } else {
        learn_step(example);
      }
    }
  }

  void learn_step(const Example& example) {
    parse_features(state_, example.words, features_);
    drop_features();
    const std::span<const uint32_t> features(features_.hash.data(), features_.size);
    scores_.fill(0);
    model_.score(features, scores_);
    judge(example.gold);
    model_.tick();
    ++seen_;
    if (best_ != guess_) {
      ++wrong_;
      model_.update(features, best_, guess_);
    }
    const bool explore = epoch_ > 0 && random_.unit() < options_.explore;
    state_.apply(actions_[explore ? guess_ : best_]);
  }

  // No feature may be relied on alone.
  void drop_features() {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < features_.size; ++i) {
      if (random_.unit() >= options_.drop) features_.hash[kept++] = features_.hash[i];
    }
    features_.size = kept;
  }

  // The best action of all that are allowed, and of all that lose nothing more than they must.
  void judge(const GoldTree& gold) {
    const auto costs = move_costs(state_, gold);
    const int least = *std::min_element(costs.begin(), costs.end());
    float guess_score = std::numeric_limits<float>::lowest(), best_score = guess_score;
    for (size_t i = 0; i < actions_.size(); ++i) {
      const int cost = costs[static_cast<size_t>(actions_[i].move)];
      if (cost == kForbidden) continue;
      if (scores_[i] > guess_score) guess_ = static_cast<uint8_t>(i), guess_score = scores_[i];
      if (cost != least || scores_[i] <= best_score || !right_label(actions_[i], gold)) continue;
      best_ = static_cast<uint8_t>(i), best_score = scores_[i];
    }
  }

  bool right_label(Action action, const GoldTree& gold) const {
    if (action.move == Move::shift) return true;
    const auto word = static_cast<size_t>(state_.stack(0));
    const int32_t head = action.move == Move::left ? state_.buffer(0) : state_.stack(1);
    return gold.head[word] != head || gold.rel[word] == action.rel;
  }

  std::string pack() {
    BlobWriter blob;
    LinearModel::write(blob, model_.averaged({.min_updates = 2, .max_bytes = 9'500'000}));
    std::string actions;
    for (Action action : actions_) {
      actions += static_cast<char>(action.move);
      actions += static_cast<char>(action.rel);
    }
    blob.add(actions);
    return blob.finish(BlobKind::parser);
  }

  ParserOptions options_;
  Random random_;
  Perceptron model_;
  std::vector<Action> actions_;
  ArcHybrid state_;
  ParseFeatures features_{};
  FloatScores scores_{};
  uint8_t best_ = 0, guess_ = 0;
  int epoch_ = 0;
  uint64_t wrong_ = 0, seen_ = 0;
};

}  // namespace

std::string train_parser(const std::vector<Tree>& trees, const std::string& lemmatiser,
                         const ParserOptions& options) {
  std::vector<Example> examples = Examples(trees, lemmatiser, options).build();
  std::printf("parser: %zu sentences\n", examples.size());
  return ParserTrainer(options).train(examples);
}

}  // namespace sitrep::training
