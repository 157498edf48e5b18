#include "fetch/backoff.h"

#include <algorithm>

namespace sitrep::fetch {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr Span kFirst = 1min;
constexpr Span kLongest = 6h;
constexpr Span kLongestAsked = 24h * 7;
constexpr int kLongestTtl = 60;  // minutes

bool is_skipped(const Channel& channel, Time time) {
  const auto day = floor<days>(time);
  const auto hour = floor<hours>(time - day).count();
  return channel.skip_hours[static_cast<size_t>(hour)] ||
         channel.skip_days[weekday(day).iso_encoding() - 1];
}

}  // namespace

Span delay_after(int failures, std::optional<seconds> retry_after, double chance) {
  if (retry_after && *retry_after > 0s) {
    const Span asked = std::min<Span>(*retry_after, kLongestAsked);
    return asked + Span(static_cast<int64_t>(static_cast<double>(asked.count()) * chance / 10));
  }
  const int doublings = std::clamp(failures - 1, 0, 16);
  const Span whole = std::min(kFirst * (1 << doublings), kLongest);
  return whole / 2 + Span(static_cast<int64_t>(static_cast<double>(whole.count()) * chance / 2));
}

Time next_poll(const Channel& channel, Time now) {
  const Time earliest = now + minutes(std::min(channel.ttl.value_or(0), kLongestTtl));
  Time time = earliest;
  // A feed that never wants to be asked does not mean it.
  for (int hour = 0; hour < 24 * 7 && is_skipped(channel, time); ++hour)
    time = floor<hours>(time) + 1h;
  return is_skipped(channel, time) ? earliest : time;
}

}  // namespace sitrep::fetch
