#include "server/rates.h"

#include <algorithm>
#include <cmath>

namespace sitrep::server {

namespace {

constexpr size_t kMostClients = 10'000;  // beyond, those that did nothing for long are forgotten

double seconds(Limiter::Clock::duration duration) {
  return std::chrono::duration<double>(duration).count();
}

}  // namespace

Limiter::Bucket& Limiter::bucket(const std::string& client, Clock::time_point now) {
  if (buckets_.size() >= kMostClients && !buckets_.contains(client)) forget(now);
  const auto [found, fresh] = buckets_.try_emplace(client, Bucket{rate_.at_once, now});
  Bucket& bucket = found->second;
  bucket.left =
      std::min(rate_.at_once, bucket.left + seconds(now - bucket.filled) * rate_.a_second);
  bucket.filled = now;
  return bucket;
}

// Full buckets say nothing that a new one doesn't.
void Limiter::forget(Clock::time_point now) {
  std::erase_if(buckets_, [&](const auto& each) {
    return each.second.left + seconds(now - each.second.filled) * rate_.a_second >= rate_.at_once;
  });
  if (buckets_.size() >= kMostClients) buckets_.clear();
}

int Limiter::wait(const std::string& client, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  Bucket& own = bucket(client, now);
  if (own.left >= 1) {
    own.left -= 1;
    return 0;
  }
  return std::max(1, static_cast<int>(std::ceil((1 - own.left) / rate_.a_second)));
}

bool Limiter::spent(const std::string& client, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  return bucket(client, now).left < 1;
}

}  // namespace sitrep::server
