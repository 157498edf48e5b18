#include "intake/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace sitrep {

namespace {

constexpr size_t kPiece = 256 * 1024;
constexpr uint64_t kBombBytes = 16u << 20;  // growth is looked at only beyond so much
constexpr uint64_t kBombRatio = 250;        // text never packs so well; deflate ends at 1032

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

 private:
  std::string bytes_;
  size_t at_ = 0;
};

class ChainedBytes : public ByteSource {
 public:
  ChainedBytes(std::string first, std::unique_ptr<ByteSource> second)
      : first_(std::move(first)), second_(std::move(second)) {}
  Result<size_t> read(char* to, size_t most) override {
    const auto got = first_.read(to, most);
    return *got > 0 || !second_ ? got : second_->read(to, most);
  }

 private:
  MemoryBytes first_;
  std::unique_ptr<ByteSource> second_;
};

class InflatedBytes : public ByteSource {
 public:
  InflatedBytes(std::unique_ptr<ByteSource> gzip, std::string file)
      : gzip_(std::move(gzip)), file_(std::move(file)) {
    ready_ = inflateInit2(&stream_, 15 + 16) == Z_OK;
  }
  InflatedBytes(const InflatedBytes&) = delete;
  InflatedBytes& operator=(const InflatedBytes&) = delete;
  ~InflatedBytes() override {
    if (ready_) inflateEnd(&stream_);
  }

  Result<size_t> read(char* to, size_t most) override {
    if (!ready_) return fail(Code::unreadable, "zlib has no memory", file_);
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(std::min<size_t>(most, 1u << 30));
    const uInt room = stream_.avail_out;
    while (stream_.avail_out == room && !ended_) {
      if (auto step = inflate_some(); !step) return Failure(step.error());
    }
    out_ += room - stream_.avail_out;
    if (out_ > kBombBytes && out_ > kBombRatio * in_) {
      return fail(Code::too_large, "gzip stream grows without measure", file_);
    }
    return room - stream_.avail_out;
  }

 private:
  Result<bool> inflate_some() {
    if (stream_.avail_in == 0) {
      const auto got = gzip_->read(reinterpret_cast<char*>(input_.data()), input_.size());
      if (!got) return Failure(got.error());
      in_ += *got;
      stream_.next_in = input_.data();
      stream_.avail_in = static_cast<uInt>(*got);
      if (*got == 0) return end_of_input();
    }
    if (between_members_) return next_member();
    const int status = inflate(&stream_, Z_NO_FLUSH);
    if (status == Z_STREAM_END) between_members_ = true;
    if (status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR) return true;
    return fail(Code::malformed, "damaged gzip stream", file_, 0, static_cast<int64_t>(in_));
  }

  Result<bool> end_of_input() {
    ended_ = true;
    if (between_members_) return true;
    return fail(Code::malformed, "gzip stream ends early", file_, 0, static_cast<int64_t>(in_));
  }

  Result<bool> next_member() {
    between_members_ = false;
    if (*stream_.next_in != 0x1f)
      return ended_ = between_members_ = true;  // padding behind the last
    inflateReset(&stream_);
    return true;
  }

  std::unique_ptr<ByteSource> gzip_;
  std::string file_;
  z_stream stream_ = {};
  std::array<Bytef, 64 * 1024> input_;
  uint64_t in_ = 0;
  uint64_t out_ = 0;
  bool ready_ = false;
  bool ended_ = false;
  bool between_members_ = false;
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

std::unique_ptr<ByteSource> inflate_bytes(std::unique_ptr<ByteSource> gzip, std::string file) {
  return std::make_unique<InflatedBytes>(std::move(gzip), std::move(file));
}

Result<bool> ByteWindow::more() {
  if (ended_) return false;
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  const size_t before = buffer_.size();
  const size_t piece = std::max(kPiece, before);  // doubling: a long record is copied only so often
  buffer_.resize(before + piece);
  const auto got = source_->read(buffer_.data() + before, piece);
  buffer_.resize(before + (got ? *got : 0));
  if (!got) {
    ended_ = true;
    return Failure(got.error());
  }
  ended_ = *got == 0;
  return !ended_;
}

Result<bool> ByteWindow::at_least(size_t bytes) {
  while (ahead().size() < bytes) {
    const auto more_came = more();
    if (!more_came || !*more_came) return more_came;
  }
  return true;
}

void ByteWindow::take(size_t bytes) {
  begin_ += bytes;
  position_ += bytes;
}

std::unique_ptr<ByteSource> ByteWindow::release() {
  auto rest = std::make_unique<ChainedBytes>(std::string(ahead()), std::move(source_));
  buffer_.clear();
  begin_ = 0;
  ended_ = true;
  return rest;
}

}  // namespace sitrep
