// "1,234 reports, 567 reports/s" on the terminal, a few times a second.
#pragma once

#include <chrono>
#include <cstdint>

#include "cli/console.h"

namespace sitrep::cli {

class Progress {
 public:
  explicit Progress(Console& console) : console_(console) {}
  void step();  // one more report is done
  uint64_t done() const { return done_; }

 private:
  using Clock = std::chrono::steady_clock;
  Console& console_;
  uint64_t done_ = 0;
  Clock::time_point start_ = Clock::now();
  Clock::time_point shown_ = start_;
};

}  // namespace sitrep::cli
