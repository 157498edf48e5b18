#include "intake/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace sitrep {

namespace {

constexpr size_t kPiece = size_t{256} * 1024;

class FileBytes : public ByteSource {
 public:
  FileBytes(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;
  ~FileBytes() override {
    if (descriptor_ > 0) close(descriptor_);
  }

  Result<size_t> read(char* to, size_t most) override {
    for (;;) {
      const ssize_t got = ::read(descriptor_, to, most);
      if (got >= 0) return static_cast<size_t>(got);
      if (errno != EINTR) return fail(Code::unreadable, std::strerror(errno), path_);
    }
  }

  std::optional<uint64_t> size() const override {
    struct stat status = {};
    if (fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return static_cast<uint64_t>(status.st_size);
  }

  // Standard input may be a file, but whoever opened it says where reading begins.
  bool seek(uint64_t position) override {
    return descriptor_ > 0 && size() &&
           lseek(descriptor_, static_cast<off_t>(position), SEEK_SET) >= 0;
  }

 private:
  int descriptor_;
  std::string path_;
};

class MemoryBytes : public ByteSource {
 public:
  explicit MemoryBytes(std::string bytes) : bytes_(std::move(bytes)) {}
  Result<size_t> read(char* to, size_t most) override {
    const size_t count = std::min(most, bytes_.size() - at_);
    std::memcpy(to, bytes_.data() + at_, count);
    at_ += count;
    return count;
  }
  std::optional<uint64_t> size() const override { return bytes_.size(); }
  bool seek(uint64_t position) override {
    at_ = std::min<size_t>(position, bytes_.size());
    return true;
  }

 private:
  std::string bytes_;
  size_t at_ = 0;
};

// What was read of a source already, then the source.
class ChainedBytes : public ByteSource {
 public:
  ChainedBytes(std::string first, std::unique_ptr<ByteSource> second)
      : first_(std::move(first)), second_(std::move(second)) {}
  Result<size_t> read(char* to, size_t most) override {
    const auto got = first_.read(to, most);
    return *got > 0 ? got : second_->read(to, most);
  }
  std::optional<uint64_t> size() const override { return second_->size(); }
  bool seek(uint64_t position) override {
    if (!second_->seek(position)) return false;
    first_ = MemoryBytes({});
    return true;
  }
  bool resume() override { return second_->resume(); }
  bool whole() const override { return second_->whole(); }

 private:
  MemoryBytes first_;
  std::unique_ptr<ByteSource> second_;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& path) {
  if (path == "-") return std::make_unique<FileBytes>(0, path);
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    return fail(errno == ENOENT ? Code::not_found : Code::unreadable, std::strerror(errno), path);
  }
  return std::make_unique<FileBytes>(descriptor, path);
}

std::unique_ptr<ByteSource> memory_bytes(std::string bytes) {
  return std::make_unique<MemoryBytes>(std::move(bytes));
}

Result<bool> ByteWindow::more() {
  if (failure_) return Failure(*failure_);
  if (ended_) return false;
  const size_t before = end_ - begin_;
  std::memmove(buffer_.data(), buffer_.data() + begin_, before);
  begin_ = 0;
  end_ = before;
  const size_t piece = std::max(kPiece, before);  // doubling: a long record is copied only so often
  if (buffer_.size() < before + piece) buffer_.resize(before + piece);
  const auto got = source_->read(buffer_.data() + before, piece);
  end_ += got ? *got : 0;
  if (!got) {
    failure_ = got.error();
    return Failure(*failure_);
  }
  ended_ = *got == 0;
  return !ended_;
}

Result<bool> ByteWindow::at_least(size_t bytes) {
  while (ahead().size() < bytes) {
    auto more_came = more();
    if (!more_came || !*more_came) return more_came;
  }
  return true;
}

void ByteWindow::take(size_t bytes) {
  begin_ += bytes;
  position_ += bytes;
}

bool ByteWindow::resume() {
  take(ahead().size());
  if (!source_->resume()) return false;
  failure_.reset();
  return true;
}

// A failure is not lost with the window: the source is asked again, and fails again or goes on.
std::unique_ptr<ByteSource> ByteWindow::release() {
  auto rest = std::make_unique<ChainedBytes>(std::string(ahead()), std::move(source_));
  begin_ = end_ = 0;
  ended_ = true;
  return rest;
}

}  // namespace sitrep
