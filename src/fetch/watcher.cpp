#include "fetch/watcher.h"

#include "fetch/round.h"

namespace sitrep::fetch {

namespace {

constexpr auto kForgotten = std::chrono::days(90);

}  // namespace

Result<RoundSummary> Watcher::round(const std::vector<std::string>& feeds,
                                    const std::atomic<bool>& stop) {
  auto summary = ledger::guarded(store_.path(), [&] {
    store_.forget(settings_.clock() - kForgotten);
    return Round(store_, client_, desk_, settings_).run(feeds, stop);
  });
  client_.cancel();
  if (!summary) return Failure(summary.error());
  return *summary;
}

}  // namespace sitrep::fetch
