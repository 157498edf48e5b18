// Random numbers that are the same on every machine, from a seed.
#pragma once

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace sitrep::made {

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t next() {  // splitmix64
    uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  }
  double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }  // 0 to below 1
  bool chance(double p) { return unit() < p; }
  size_t below(size_t n) { return static_cast<size_t>(unit() * static_cast<double>(n)); }
  int64_t between(int64_t low, int64_t high) {  // inclusive
    return low + static_cast<int64_t>(below(static_cast<size_t>(high - low + 1)));
  }
  double exponential(double mean) { return -mean * std::log(1.0 - unit()); }
  double normal() {
    return std::sqrt(-2.0 * std::log(1.0 - unit())) * std::cos(6.283185307179586 * unit());
  }
  // 1 or more, each number n with a share near n to the power of -tail - 1.
  double pareto(double tail) { return std::pow(1.0 - unit(), -1.0 / tail); }
  int64_t poisson(double mean) {
    int64_t n = 0;
    for (double left = mean - exponential(1); left > 0; left -= exponential(1)) ++n;
    return n;
  }
  size_t weighted(std::span<const double> weights) {
    double sum = 0;
    for (const double w : weights) sum += w;
    double left = unit() * sum;
    for (size_t i = 0; i + 1 < weights.size(); ++i) {
      if ((left -= weights[i]) < 0) return i;
    }
    return weights.size() - 1;
  }
  template <typename T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }
  template <typename T>
  void shuffle(std::vector<T>& items) {
    for (size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  uint64_t state_;
};

}  // namespace sitrep::made
