#include "server/revisions.h"

#include <fmt/format.h>

namespace sitrep::server {

Revisions::Revisions(std::string path)
    : path_(std::move(path)),
      run_(fmt::format("{:x}", std::chrono::system_clock::now().time_since_epoch().count())) {}

std::string Revisions::name() const { return fmt::format("{}-{}", run_, count_); }

Result<void> Revisions::look() {
  const FileMark mark = mark_of(path_);
  if (!ledger_ || mark != mark_) {
    ledger_.reset();
    auto opened = Ledger::open(path_, Ledger::Access::read);
    if (!opened)
      return fail(Code::busy, "the ledger can't be read now: " + opened.error().message, path_);
    ledger_ = std::move(*opened);
    mark_ = mark;
    version_ = -1;
  }
  const auto version = ledger_->version();
  if (!version) return Failure(version.error());
  if (*version == version_) return {};
  version_ = *version;
  ++count_;
  changed_.notify_all();
  return {};
}

Result<std::string> Revisions::now() {
  const std::lock_guard lock(mutex_);
  if (const auto looked = look(); !looked) return Failure(looked.error());
  return name();
}

std::string Revisions::wait(const std::string& seen, std::chrono::milliseconds most) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, most, [&] { return stopped_ || name() != seen; });
  return name();
}

void Revisions::stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  changed_.notify_all();
}

bool Revisions::stopped() const {
  const std::lock_guard lock(mutex_);
  return stopped_;
}

}  // namespace sitrep::server
