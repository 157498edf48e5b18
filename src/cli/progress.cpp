#include "cli/progress.h"

#include <fmt/format.h>

#include "output/wording.h"

namespace sitrep::cli {

void Progress::step() {
  ++done_;
  if (!console_.shows_progress()) return;
  const auto now = Clock::now();
  if (now - shown_ < std::chrono::milliseconds(200)) return;
  shown_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const auto rate = static_cast<int64_t>(static_cast<double>(done_) / seconds);
  console_.progress(fmt::format("{} reports, {} reports/s",
                                output::grouped(static_cast<int64_t>(done_)),
                                output::grouped(rate)));
}

}  // namespace sitrep::cli
