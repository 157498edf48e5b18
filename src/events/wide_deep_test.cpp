// What a scorer with a network says, number by number; a damaged one is refused.
#include "events/wide_deep.h"

#include <gtest/gtest.h>

#include "language/document.h"
#include "language/kernels.h"

namespace sitrep {
namespace {

constexpr uint32_t kClasses = 2, kEmbedding = 4, kHidden = 16;

// The first unit of the hidden layer is what the first number of an embedding is, twice the first
// number of the second context, and its bias; it speaks for class 1.
WideDeepWeights taught(uint32_t hidden = kHidden) {
  WideDeepWeights out;
  out.shape = {kClasses, kEmbedding, hidden};
  out.rows = {{.feature = 7, .weights = {{0, wide_deep::kWideUnit}}},
              {.feature = 8, .weights = {{kClasses, wide_deep::kEmbeddingUnit}}},
              {.feature = 9, .weights = {{kClasses, -wide_deep::kEmbeddingUnit}}}};
  out.mix.resize(kEmbedding * hidden);
  out.mix[0] = wide_deep::kMixUnit;
  for (auto& layer : out.contexts) layer.resize(kContext * hidden);
  out.contexts[1][0] = 2;
  out.biases.resize(hidden);
  out.output.resize(hidden * kClasses);
  out.output[1] = wide_deep::kOutputUnit;
  return out;
}

std::string written(WideDeepWeights weights) {
  BlobWriter writer;
  WideDeep::write(writer, std::move(weights));
  return writer.finish(BlobKind::events);
}

Result<WideDeep> opened(const std::string& bytes, uint32_t classes = kClasses) {
  return WideDeep::open(*BlobReader::open(bytes, BlobKind::events), 0, classes);
}

std::array<double, kClasses> scored(const WideDeep& model, std::vector<uint32_t> features,
                                    std::vector<int32_t> contexts = {}) {
  std::array<double, kClasses> out;
  Scores scores{};
  model.add(features, scores);
  contexts.resize(model.hidden());
  model.score(scores, contexts, out);
  return out;
}

TEST(WideDeepScorers, TheLinearPartSpeaksForItself) {
  const std::string bytes = written(taught());
  EXPECT_EQ(scored(*opened(bytes), {7}), (std::array<double, 2>{1, 0}));
  EXPECT_EQ(scored(*opened(bytes), {1}), (std::array<double, 2>{0, 0}));
}

TEST(WideDeepScorers, WhatFeaturesAreEmbeddedAsGoesThroughTheHiddenLayer) {
  const std::string bytes = written(taught());
  EXPECT_EQ(scored(*opened(bytes), {8}), (std::array<double, 2>{0, 1}));
  EXPECT_EQ(scored(*opened(bytes), {8, 8, 7}), (std::array<double, 2>{1, 2}));
  EXPECT_EQ(scored(*opened(bytes), {9}), (std::array<double, 2>{0, 0})) << "below nought: cut off";
}

TEST(WideDeepScorers, ContextsAddUp) {
  const std::string bytes = written(taught());
  const auto model = opened(bytes);
  const auto of_context = [&](size_t place, std::span<const uint8_t> context) {
    WideDeep::Scratch scratch;
    std::vector<int32_t> out(model->hidden());
    model->of_context(place, context, scratch, out);
    return out;
  };
  std::vector<uint8_t> context(kContext, kZero);
  context[0] = kZero + kUnit;  // one
  EXPECT_NEAR(scored(*model, {}, of_context(1, context))[1], 2, 0.05);
  EXPECT_NEAR(scored(*model, {8}, of_context(1, context))[1], 3, 0.05);
  EXPECT_EQ(scored(*model, {}, of_context(0, context))[1], 0);
  EXPECT_EQ(scored(*model, {}, of_context(1, {}))[1], 0) << "not parsed";
}

TEST(WideDeepScorers, OnesThatDoNotFitAreRefused) {
  EXPECT_TRUE(opened(written(taught())));
  EXPECT_FALSE(opened(written(taught()), 3));
  WideDeepWeights odd = taught();
  odd.biases.pop_back();
  EXPECT_FALSE(opened(written(odd)));
  odd = taught();
  odd.mix.clear();
  EXPECT_FALSE(opened(written(odd)));
  EXPECT_TRUE(opened(written(taught(wide_deep::kMaxHidden))));
  EXPECT_FALSE(opened(written(taught(wide_deep::kMaxHidden + kOutputs))));
  odd = taught();
  odd.shape.embedding = kMaxClasses;
  EXPECT_FALSE(opened(written(odd)));
  EXPECT_FALSE(opened(BlobWriter().finish(BlobKind::events)));
}

}  // namespace
}  // namespace sitrep
