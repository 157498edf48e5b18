// Which state of the ledger is the present one: a name that changes with every change of it, by
// whichever process, and is never used twice.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>

#include "server/ledger_pool.h"
#include "sitrep/ledger.h"

namespace sitrep::server {

class Revisions {
 public:
  explicit Revisions(std::string path);

  Result<std::string> now();  // asks the file
  // The last that was asked for, once it is another than `seen`, or after that time, or at the end.
  std::string wait(const std::string& seen, std::chrono::milliseconds most);
  void stop();  // nobody waits any longer
  bool stopped() const;

 private:
  Result<void> look();
  std::string name() const;
  std::string path_;
  std::string run_;  // of this process
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<Ledger> ledger_;
  FileMark mark_;
  int64_t version_ = -1;
  uint64_t count_ = 0;
  bool stopped_ = false;
};

}  // namespace sitrep::server
