// Scorers that are learnt, and the mean of two.
#include "wide_deep_learner.h"

#include <gtest/gtest.h>

#include <random>

#include "language/document.h"

namespace sitrep::training {
namespace {

constexpr uint32_t kClasses = 3;
constexpr size_t kInputs = wide_deep::kContexts * kContext;

// Of 30 features those below 11 speak for class 1, those above 20 for class 2.
std::vector<Case> some_cases() {
  std::mt19937_64 random(5);
  std::vector<Case> cases(600);
  for (Case& c : cases) {
    const auto feature = static_cast<uint32_t>(1 + random() % 30);
    c.features = {feature_hash(feature, 0), feature_hash(100, random() % 30)};
    c.label = feature < 11 ? 1 : feature > 20 ? 2 : 0;
    c.contexts.assign(kInputs, static_cast<uint8_t>(100 + random() % 50));
  }
  return cases;
}

WideDeepWeights learnt(const std::vector<Case>& cases, uint64_t seed) {
  std::vector<const Case*> all;
  for (const Case& c : cases) all.push_back(&c);
  WideDeepLearner learner(kClasses, seed);
  learner.learn(all);
  return learner.weights();
}

class Scorer {
 public:
  explicit Scorer(WideDeepWeights weights) {
    BlobWriter writer;
    WideDeep::write(writer, std::move(weights));
    bytes_ = writer.finish(BlobKind::events);
    model_ = *WideDeep::open(*BlobReader::open(bytes_, BlobKind::events), 0, kClasses);
  }
  std::array<double, kClasses> of(const Case& example) const {
    Scores scores{};
    model_->add(example.features, scores);
    std::vector<int32_t> sums(model_->hidden()), own(model_->hidden());
    WideDeep::Scratch scratch;
    for (size_t place = 0; place < wide_deep::kContexts; ++place) {
      model_->of_context(place, std::span(example.contexts).subspan(place * kContext, kContext),
                         scratch, own);
      for (size_t j = 0; j < sums.size(); ++j) sums[j] += own[j];
    }
    std::array<double, kClasses> out{};
    model_->score(scores, sums, out);
    return out;
  }

 private:
  std::string bytes_;
  std::optional<WideDeep> model_;
};

TEST(WideDeepLearners, TheMeanOfTwoScoresAsBothDoTogether) {
  const std::vector<Case> cases = some_cases();
  const WideDeepWeights a = learnt(cases, 1), b = learnt(cases, 2);
  const Scorer first(a), second(b), both(mean_of(a, b));
  for (size_t i = 0; i < 50; ++i) {
    const auto x = first.of(cases[i]), y = second.of(cases[i]), mean = both.of(cases[i]);
    for (size_t k = 0; k < kClasses; ++k) EXPECT_NEAR(mean[k], (x[k] + y[k]) / 2, 0.15);
  }
}

TEST(WideDeepLearners, TheSameSeedGivesTheSameNumbers) {
  const std::vector<Case> cases = some_cases();
  EXPECT_EQ(learnt(cases, 1).mix, learnt(cases, 1).mix);
  EXPECT_NE(learnt(cases, 1).mix, learnt(cases, 2).mix);
}

}  // namespace
}  // namespace sitrep::training
