#include "server/ledger_pool.h"

#include <sys/stat.h>

namespace sitrep::server {

namespace {

constexpr size_t kMostKept = 16;

}  // namespace

FileMark mark_of(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return {};
  return {status.st_dev, status.st_ino};
}

LedgerPool::Lease::~Lease() {
  if (ledger_) pool_->give_back(std::move(*ledger_), mark_);
}

Result<LedgerPool::Lease> LedgerPool::lease() {
  const FileMark mark = mark_of(path_);
  {
    const std::lock_guard lock(mutex_);
    if (mark != mark_) free_.clear();
    mark_ = mark;
    if (!free_.empty()) {
      Lease lease(*this, std::move(free_.back()), mark);
      free_.pop_back();
      return lease;
    }
  }
  auto ledger = Ledger::open(path_, Ledger::Access::read);
  if (!ledger)
    return fail(Code::busy, "the ledger can't be read now: " + ledger.error().message, path_);
  return Lease(*this, std::move(*ledger), mark);
}

void LedgerPool::give_back(Ledger ledger, FileMark mark) {
  const std::lock_guard lock(mutex_);
  if (mark == mark_ && free_.size() < kMostKept) free_.push_back(std::move(ledger));
}

}  // namespace sitrep::server
