// How many requests a client may make: a bucket that fills with time, one a client.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

namespace sitrep::server {

struct Rate {
  double a_second = 0;
  double at_once = 0;
};

class Limiter {
 public:
  using Clock = std::chrono::steady_clock;
  explicit Limiter(Rate rate) : rate_(rate) {}

  // 0: it may go on; else in how many seconds.
  int wait(const std::string& client, Clock::time_point now = Clock::now());
  // The same, without counting: whether it has used up what it may.
  bool spent(const std::string& client, Clock::time_point now = Clock::now());
  size_t clients() const { return buckets_.size(); }

 private:
  struct Bucket {
    double left = 0;
    Clock::time_point filled;
  };
  Bucket& bucket(const std::string& client, Clock::time_point now);
  void forget(Clock::time_point now);
  Rate rate_;
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace sitrep::server
