// Layers in whole numbers: every vector form gives what the plain one gives.
#include "language/dense.h"

#include <gtest/gtest.h>

#include <cmath>

#include <random>

#include "language/dense_kernels.h"
#include "language/recurrent.h"

namespace sitrep {
namespace {

struct Case {
  size_t words, in, out;
};

std::vector<int32_t> product(void (*kernel)(const Product&), const Case& c, bool extreme) {
  std::mt19937 random(static_cast<unsigned>(c.words * 31 + c.in * 7 + c.out));
  const auto number = [&] {
    const int range = extreme ? 65536 : 2048;
    const int value = static_cast<int>(random() % static_cast<unsigned>(range)) - range / 2;
    return static_cast<int16_t>(std::max(value, -32767));
  };
  std::vector<int16_t> x(c.words * c.in), weights(c.in * c.out + 1);
  for (int16_t& v : x) v = number();
  for (int16_t& v : weights) v = number();
  std::vector<int32_t> y(c.words * c.out, -1);
  const char* odd_address = reinterpret_cast<const char*>(weights.data()) + 1;
  kernel({x.data(), odd_address, y.data(), c.words, c.in, c.out});
  return y;
}

class Kernels : public testing::TestWithParam<Case> {};

TEST_P(Kernels, AllGiveTheSame) {
  for (bool extreme : {false, true}) {
    const auto plain = product(multiply_plain, GetParam(), extreme);
    EXPECT_EQ(product(multiply, GetParam(), extreme), plain);
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
      EXPECT_EQ(product(multiply_avx2, GetParam(), extreme), plain);
    }
    if (__builtin_cpu_supports("avx512vnni")) {
      EXPECT_EQ(product(multiply_avx512, GetParam(), extreme), plain);
    }
#endif
  }
}

INSTANTIATE_TEST_SUITE_P(Shapes, Kernels,
                         testing::Values(Case{0, 2, 16}, Case{1, 2, 16}, Case{3, 64, 48},
                                         Case{4, 128, 384}, Case{5, 6, 80}, Case{17, 64, 112}));

TEST(Dense, MultipliesAsRealNumbersWould) {
  BlobWriter writer;
  Dense::write(writer, 2, {0.5f, -1.0f, 2.0f, 0.25f}, {10.0f, 20.0f});  // two inputs, two outputs
  const std::string blob = writer.finish(BlobKind::parser);
  const auto dense = Dense::open(*BlobReader::open(blob, BlobKind::parser), 0);
  ASSERT_TRUE(dense.has_value());
  std::vector<int32_t> scratch;
  std::vector<float> sums;
  dense->apply({quantised(3.0f), quantised(-1.0f)}, 1, scratch, sums);
  EXPECT_NEAR(sums[0], 3.0 * 0.5 - 1.0 * 2.0 + 10.0, 1e-3);
  EXPECT_NEAR(sums[1], 3.0 * -1.0 - 1.0 * 0.25 + 20.0, 1e-3);
  EXPECT_EQ(sums[2], 0.0f);  // padding
}

TEST(Dense, QuantisedStaysInRange) {
  EXPECT_EQ(quantised(0.0f), 0);
  EXPECT_EQ(quantised(1.0f), kUnit);
  EXPECT_EQ(quantised(-1.0f), -kUnit);
  EXPECT_EQ(quantised(1e9f), 32767);
  EXPECT_EQ(quantised(-1e9f), -32767);
}

TEST(Recurrent, SigmoidIsExact) {
  for (float x = -40.0f; x < 40.0f; x += 0.37f)
    EXPECT_NEAR(sigmoid(x), 1.0 / (1.0 + std::exp(-static_cast<double>(x))), 1e-6) << x;
}

}  // namespace
}  // namespace sitrep
