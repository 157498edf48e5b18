#include "fetch/backoff.h"

#include <gtest/gtest.h>

namespace sitrep::fetch {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

TEST(Backoff, DoublesUpToSixHours) {
  EXPECT_EQ(delay_after(1, {}, 1), 1min);
  EXPECT_EQ(delay_after(1, {}, 0), 30s);
  EXPECT_EQ(delay_after(4, {}, 1), 8min);
  EXPECT_EQ(delay_after(1000, {}, 1), 6h);
  EXPECT_EQ(delay_after(0, {}, 1), 1min);
}

TEST(Backoff, WhatTheServerAsksFor) {
  EXPECT_EQ(delay_after(5, 100s, 0), 100s);
  EXPECT_EQ(delay_after(5, 100s, 1), 110s);
  EXPECT_EQ(delay_after(1, 24h * 365, 0), 24h * 7);
  EXPECT_EQ(delay_after(1, 0s, 1), 1min);
}

const Time kWednesday = sys_days{2022y / January / 5} + 10h + 30min;

TEST(Backoff, ATtlOfAnHourAtMost) {
  Channel channel;
  EXPECT_EQ(next_poll(channel, kWednesday), kWednesday);
  channel.ttl = 20;
  EXPECT_EQ(next_poll(channel, kWednesday), kWednesday + 20min);
  channel.ttl = 1440;
  EXPECT_EQ(next_poll(channel, kWednesday), kWednesday + 60min);
}

TEST(Backoff, HoursAndDaysInWhichAFeedIsNotAsked) {
  Channel channel;
  channel.skip_hours.set(10);
  channel.skip_hours.set(11);
  EXPECT_EQ(next_poll(channel, kWednesday), kWednesday + 90min);
  channel.skip_days.set(2);
  EXPECT_EQ(next_poll(channel, kWednesday), sys_days{2022y / January / 6});
  channel.skip_days.set();
  EXPECT_EQ(next_poll(channel, kWednesday), kWednesday) << "it can't mean always";
}

}  // namespace
}  // namespace sitrep::fetch
