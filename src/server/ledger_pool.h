// A ledger to read by many threads at once: each takes a handle of its own.
#pragma once

#include <sys/types.h>

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "sitrep/ledger.h"

namespace sitrep::server {

// Tells a file from another one that was put in its place.
struct FileMark {
  dev_t device = 0;
  ino_t inode = 0;
  bool operator==(const FileMark&) const = default;
};
FileMark mark_of(const std::string& path);  // all zero: there is none

class LedgerPool {
 public:
  explicit LedgerPool(std::string path) : path_(std::move(path)) {}

  // Goes back to the pool at its end.
  class Lease {
   public:
    Lease(LedgerPool& pool, Ledger ledger, FileMark mark)
        : pool_(&pool), ledger_(std::make_unique<Ledger>(std::move(ledger))), mark_(mark) {}
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease();
    const Ledger& operator*() const { return *ledger_; }
    const Ledger* operator->() const { return ledger_.get(); }

   private:
    LedgerPool* pool_;
    std::unique_ptr<Ledger> ledger_;
    FileMark mark_;
  };
  // `busy` where the ledger can't be opened, with the reason: it is there again later.
  Result<Lease> lease();
  const std::string& path() const { return path_; }

 private:
  void give_back(Ledger ledger, FileMark mark);
  std::string path_;
  std::mutex mutex_;
  FileMark mark_;  // of the file that the free ones have open
  std::vector<Ledger> free_;
};

}  // namespace sitrep::server
