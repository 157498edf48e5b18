// The network's loops: every form gives what the plain one gives, bit for bit.
#include "language/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>
#include <thread>
#include <vector>

#include "language/dense.h"

namespace sitrep {
namespace {

std::vector<const Kernels*> forms() {
  std::vector<const Kernels*> all{&kPlainKernels, &kernels()};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) all.push_back(&kAvx2Kernels);
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw"))
    all.push_back(&kAvx512Kernels);
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && may_use_tiles())
    all.push_back(&kAmxKernels);
#endif
  return all;
}

struct Case {
  size_t words, in, out;
};

enum class Weights { any, extreme, narrow };

std::vector<int32_t> product(const Kernels& form, const Case& c, Weights kind) {
  std::mt19937 random(static_cast<unsigned>(c.words * 31 + c.in * 7 + c.out));
  std::vector<uint8_t> x(c.words * c.in, 255);
  std::vector<int8_t> weights(c.in * c.out + 1, -128);
  if (kind != Weights::extreme) {
    for (uint8_t& v : x) v = static_cast<uint8_t>(random());
    for (int8_t& v : weights) v = static_cast<int8_t>(random());
  }
  if (kind == Weights::narrow) {
    for (size_t i = 0; i < x.size(); i += 3) x[i] = 255;
    for (size_t i = 0; i < weights.size(); ++i)
      weights[i] = static_cast<int8_t>(i % 16 < 8 ? -64 : weights[i] / 2);
  }
  std::vector<int32_t> y(c.words * c.out, -1);
  const char* odd_address = reinterpret_cast<const char*>(weights.data()) + 1;
  form.multiply({x.data(), odd_address, y.data(), c.words, c.in, c.out, kind == Weights::narrow});
  return y;
}

class AllProducts : public testing::TestWithParam<Case> {};

TEST_P(AllProducts, AreTheSameInAllForms) {
  for (const Weights kind : {Weights::any, Weights::extreme, Weights::narrow}) {
    const auto plain = product(kPlainKernels, GetParam(), kind);
    for (const Kernels* form : forms()) EXPECT_EQ(product(*form, GetParam(), kind), plain);
  }
}

INSTANTIATE_TEST_SUITE_P(Shapes, AllProducts,
                         testing::Values(Case{0, 4, 16}, Case{1, 4, 16}, Case{3, 64, 48},
                                         Case{4, 128, 384}, Case{5, 12, 80}, Case{8, 8, 16},
                                         Case{9, 8, 64}, Case{10, 8, 80}, Case{17, 64, 112},
                                         Case{25, 128, 416}, Case{33, 96, 48}, Case{128, 76, 128},
                                         Case{47, 132, 32}));

TEST(Products, OfOneThreadLeaveThoseOfOthersAlone) {
  const std::vector<Case> cases{{5, 64, 48}, {17, 128, 112}, {33, 96, 16}, {25, 132, 80}};
  std::vector<int> right(cases.size());
  std::vector<std::thread> threads;
  for (size_t t = 0; t < cases.size(); ++t) {
    threads.emplace_back([&, t] {
      const auto plain = product(kPlainKernels, cases[t], Weights::any);
      for (int i = 0; i < 200; ++i) right[t] += product(kernels(), cases[t], Weights::any) == plain;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(right, std::vector<int>(cases.size(), 200));
}

std::vector<float> numbers(size_t n, float reach) {
  std::mt19937 random(static_cast<unsigned>(n));
  std::vector<float> all(n);
  for (float& x : all) x = (static_cast<float>(random() % 200001) / 100000.0f - 1.0f) * reach;
  return all;
}

TEST(Quantise, IsTheSameInAllFormsAndInRange) {
  std::vector<float> x = numbers(517, 80.0f);
  x[0] = 0.0f, x[1] = 1.0f, x[2] = -1.0f, x[3] = 1e9f, x[4] = -1e9f, x[5] = -0.0f;
  x[6] = INFINITY, x[7] = -INFINITY;
  std::vector<uint8_t> plain(x.size()), other(x.size());
  kPlainKernels.quantise(x.data(), x.size(), plain.data());
  EXPECT_EQ(plain[0], kZero);
  EXPECT_EQ(plain[1], kZero + kUnit);
  EXPECT_EQ(plain[2], kZero - kUnit);
  EXPECT_EQ(plain[3], 255);
  EXPECT_EQ(plain[4], 0);
  for (const Kernels* form : forms()) {
    form->quantise(x.data(), x.size(), other.data());
    EXPECT_EQ(other, plain);
  }
  kPlainKernels.quantise_positive(x.data(), x.size(), plain.data());
  EXPECT_EQ(plain[2], kZero);
  for (const Kernels* form : forms()) {
    form->quantise_positive(x.data(), x.size(), other.data());
    EXPECT_EQ(other, plain);
  }
}

TEST(Best, IsTheFirstOfTheLargestInAllForms) {
  for (size_t n : {1, 2, 7, 8, 9, 50, 64, 129}) {
    std::vector<float> x = numbers(n, 1.0f);
    for (size_t at = 0; at < n; ++at) {
      x[at] = x[at / 2] = 2.0f + static_cast<float>(at);  // larger than all so far
      for (const Kernels* form : forms()) EXPECT_EQ(form->best(x.data(), n), at / 2);
    }
    for (float& v : x) v = -0.5f;
    for (const Kernels* form : forms()) EXPECT_EQ(form->best(x.data(), n), 0u);
  }
}

TEST(Best, OfWhatIsNoNumberIsInRange) {
  const std::vector<float> x(21, NAN);
  for (const Kernels* form : forms()) EXPECT_LT(form->best(x.data(), x.size()), x.size());
}

struct Stepped {
  std::vector<float> state, x;
  bool operator==(const Stepped& o) const {
    const auto same = [](const std::vector<float>& a, const std::vector<float>& b) {
      return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * 4) == 0;
    };
    return same(state, o.state) && same(x, o.x);
  }
};

Stepped stepped(const Kernels& form, size_t half) {
  const std::vector<float> biases = numbers(3 * half, 2.0f), gates = numbers(4 * half, 2.0f);
  std::vector<int32_t> sums;
  for (float x : numbers(3 * half, 50000.0f)) sums.push_back(static_cast<int32_t>(x));
  Stepped out{numbers(half, 3.0f), numbers(half + 1, 3.0f)};
  out.x.resize(half);
  form.step({sums.data(), 2e-4f, reinterpret_cast<const char*>(biases.data()), gates.data(),
             out.state.data(), out.x.data(), half});
  return out;
}

TEST(Step, IsTheSameInAllForms) {
  for (size_t half : {4, 50, 64}) {
    for (const Kernels* form : forms())
      EXPECT_TRUE(stepped(*form, half) == stepped(kPlainKernels, half)) << half;
  }
}

TEST(Step, IsWhatTheFormulaSays) {
  const std::vector<int32_t> sums{15, 10, -2};  // products 2, 0.5, -0.7
  const std::vector<float> biases{0.5f, -0.5f, -0.5f}, gates{0.3f, -0.4f, 0.1f, 0.2f};
  std::vector<float> state{1.5f}, x{-2.0f};
  kPlainKernels.step({sums.data(), 0.1f, reinterpret_cast<const char*>(biases.data()), gates.data(),
                      state.data(), x.data(), 1});
  const auto sigmoid = [](double v) { return 1 / (1 + std::exp(-v)); };
  const double f = sigmoid(0.5 + 0.3 * 1.5 + 0.1), r = sigmoid(-0.7 - 0.4 * 1.5 + 0.2);
  const double c = f * 1.5 + (1 - f) * 2.0;
  EXPECT_NEAR(state[0], c, 1e-5);
  EXPECT_NEAR(x[0], r * c + (1 - r) * -2.0, 1e-5);
}

// Pairs of weights whose products with large inputs don't fit 16 bits.
TEST(Dense, LargeWeightsCountInFull) {
  BlobWriter writer;
  const std::vector<float> weights{127, -127, 1, 127, -127, 2, 126, -126, 127, 3, -127, -127};
  Dense::write(writer, 6, weights, {0.0f, 0.0f});  // one is 1 in them: six inputs, two outputs
  const std::string blob = writer.finish(BlobKind::parser);
  const auto dense = Dense::open(*BlobReader::open(blob, BlobKind::parser), 0);
  ASSERT_TRUE(dense.has_value());
  const std::vector<uint8_t> inputs{255, 254, 253, 252, 251, 250, 0, 0, 1, 255, 7, 0, 99, 3, 0, 0};
  std::vector<int32_t> sums;
  dense->multiply(inputs, 2, sums);
  for (size_t word = 0; word < 2; ++word) {
    for (size_t j = 0; j < 2; ++j) {
      float right = 0;
      for (size_t i = 0; i < 6; ++i) right += inputs[word * 8 + i] * weights[i * 2 + j];
      EXPECT_EQ(static_cast<float>(sums[word * dense->out() + j]), right);
    }
  }
}

TEST(Dense, MultipliesAsRealNumbersWould) {
  BlobWriter writer;
  Dense::write(writer, 2, {0.5f, -1.0f, 2.0f, 0.25f}, {10.0f, 20.0f});  // two inputs, two outputs
  const std::string blob = writer.finish(BlobKind::parser);
  const auto dense = Dense::open(*BlobReader::open(blob, BlobKind::parser), 0);
  ASSERT_TRUE(dense.has_value());
  std::vector<int32_t> scratch;
  std::vector<float> sums;
  dense->apply({kZero + 3 * kUnit, kZero - kUnit, kZero, kZero}, 1, scratch, sums);
  EXPECT_NEAR(sums[0], 3.0 * 0.5 - 1.0 * 2.0 + 10.0, 0.03);
  EXPECT_NEAR(sums[1], 3.0 * -1.0 - 1.0 * 0.25 + 20.0, 0.03);
  EXPECT_EQ(sums[2], 0.0f);  // padding
}

}  // namespace
}  // namespace sitrep
