// The one that writes to the ledger in this process. Another process may write, too: who waits for
// it too long is told that it is busy, and nothing is lost.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/coders.h"
#include "server/ledger_pool.h"
#include "server/problem.h"
#include "sitrep/ledger.h"

namespace sitrep::server {

class Writer {
 public:
  Writer(std::string path, const Knowledge& knowledge)
      : path_(std::move(path)), knowledge_(knowledge) {}

  // Each is one atomic step.
  Result<BuildSummary> add(std::vector<Coding> codings);
  // `revision`: the only one of the order's incident that it is meant for.
  Outcome<std::vector<Correction>> correct(const CorrectionOrder& order,
                                           std::optional<int64_t> revision);

 private:
  Result<std::unique_lock<std::timed_mutex>> turn();
  Result<void> open();
  std::string path_;
  const Knowledge& knowledge_;
  std::timed_mutex mutex_;
  std::optional<Ledger> ledger_;
  FileMark mark_;
  std::optional<Coders> coders_;
};

}  // namespace sitrep::server
