// What becomes of a stream of codings in a ledger: they are added in steps, and while one is added
// the next is read.
#pragma once

#include <cstdint>
#include <future>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/progress.h"
#include "cli/refusals.h"
#include "pipeline/stream.h"
#include "sitrep/knowledge.h"
#include "sitrep/ledger.h"

namespace sitrep::cli {

class Builder {
 public:
  struct Ledgers {
    Ledger writing;
    Ledger known;  // the same file, to ask it while a step is written; closed first
  };
  // With one thread all is done in turns.
  Builder(Ledgers ledgers, const Knowledge& knowledge, Console& console, unsigned threads);
  ~Builder();

  StreamSteps steps();  // of the stream; must not outlive the builder

  // Adds what is left; the exit status. `done`: how the stream ended.
  int finish(const Result<bool>& done);

 private:
  Result<bool> wanted(const Report& report);
  Then take(Coded coded);
  bool rest();
  bool await_step();
  Result<BuildSummary> add(std::vector<PackedCoding> batch);
  bool is_full() const;
  std::string described() const;

  std::mutex mutex_;  // `wanted` and `take` may be called by two threads at once
  Ledgers ledgers_;
  const Knowledge& knowledge_;
  Console& console_;
  Progress progress_;
  const unsigned threads_;
  std::vector<PackedCoding> batch_;
  size_t batch_bytes_ = 0;
  std::future<Result<BuildSummary>> step_;  // under way
  uint64_t reports_ = 0;                    // of the ledger and of all steps
  BuildSummary sum_;
  Refusals refused_;
  bool added_any_ = false;
  std::optional<Error> failed_;
};

}  // namespace sitrep::cli
