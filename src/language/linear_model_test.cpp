// Sums over rows of weights: short and long rows, full buckets, features without a row.
#include "language/linear_model.h"

#include <gtest/gtest.h>

#include <random>

namespace sitrep {
namespace {

std::vector<WeightRow> random_rows(size_t count) {
  std::mt19937 random(static_cast<unsigned>(count));
  std::vector<WeightRow> rows;
  for (size_t i = 0; i < count; ++i) {
    WeightRow row{.feature = static_cast<uint32_t>(random()), .weights = {}};
    const size_t share = 1 + random() % 10;  // of ten classes
    const uint8_t last = i % 50 == 0 ? 127 : 79;
    for (uint8_t cls = static_cast<uint8_t>(i % 3); cls <= last; ++cls) {
      if (random() % 10 < share)
        row.weights.push_back({cls, static_cast<int16_t>(random() % 512 - 256)});
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

class LinearModels : public testing::TestWithParam<size_t> {};

TEST_P(LinearModels, AddUpTheRowsThatAreThere) {
  const std::vector<WeightRow> rows = random_rows(GetParam());
  BlobWriter writer;
  LinearModel::write(writer, rows);
  const std::string blob = writer.finish(BlobKind::tagger);
  const auto reader = BlobReader::open(blob, BlobKind::tagger);
  const auto model = LinearModel::open(reader->section(0), reader->section(1));
  ASSERT_TRUE(model.has_value());
  for (size_t first = 0; first + 7 <= rows.size(); first += 7) {
    std::vector<uint32_t> features{1, 2, 3};  // most likely without a row
    Scores wanted{}, scores{};
    for (size_t i = first; i < first + 7; ++i) {
      features.push_back(rows[i].feature);
      for (const auto& [cls, weight] : rows[i].weights)
        wanted[cls] = static_cast<int16_t>(wanted[cls] + weight);
    }
    model->add(features, scores);
    EXPECT_EQ(scores, wanted) << first;
  }
}

INSTANTIATE_TEST_SUITE_P(OfRows, LinearModels, testing::Values(7, 70, 700));

}  // namespace
}  // namespace sitrep
