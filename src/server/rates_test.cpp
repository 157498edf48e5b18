#include "server/rates.h"

#include <gmock/gmock.h>

namespace sitrep::server {
namespace {

using std::chrono::milliseconds;

TEST(Limiter, EachClientHasWhatItMayAndMoreWithTime) {
  Limiter limiter({.a_second = 2, .at_once = 3});
  const Limiter::Clock::time_point start;
  for (int i = 0; i < 3; ++i) EXPECT_EQ(0, limiter.wait("a", start));
  EXPECT_EQ(1, limiter.wait("a", start));
  EXPECT_TRUE(limiter.spent("a", start));
  EXPECT_EQ(0, limiter.wait("b", start)) << "another client";
  EXPECT_EQ(0, limiter.wait("a", start + milliseconds(500)));
  EXPECT_EQ(1, limiter.wait("a", start + milliseconds(600)));
  EXPECT_FALSE(limiter.spent("a", start + milliseconds(10'000)));
}

TEST(Limiter, SaysHowLong) {
  Limiter limiter({.a_second = 0.1, .at_once = 1});
  EXPECT_EQ(0, limiter.wait("a", {}));
  EXPECT_EQ(10, limiter.wait("a", {}));
}

TEST(Limiter, ForgetsThoseThatDidNothingForLong) {
  Limiter limiter({.a_second = 1, .at_once = 5});
  Limiter::Clock::time_point now;
  for (int i = 0; i < 25'000; ++i) {
    now += milliseconds(10);
    limiter.wait(std::to_string(i), now);
  }
  EXPECT_LE(limiter.clients(), 10'001u);
}

}  // namespace
}  // namespace sitrep::server
