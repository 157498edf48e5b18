// Bytes from a file, standard input, memory or another source, in pieces: no input is ever held
// whole because of its size.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sitrep/result.h"

namespace sitrep {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  virtual Result<size_t> read(char* to, size_t most) = 0;  // 0: the end

  // Of files on disk and memory. What is unpacked can be read again from 0 where its source can.
  virtual std::optional<uint64_t> size() const { return std::nullopt; }
  virtual bool seek(uint64_t /*position*/) { return false; }

  // After a failed read: goes on behind the damage. False: nothing can be read there.
  virtual bool resume() { return false; }
  // What was read so far ends in whole pieces with their checksums right, as far as there are any.
  virtual bool whole() const { return true; }
};

// "-" is standard input.
Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& path);
std::unique_ptr<ByteSource> memory_bytes(std::string bytes);

// A window on a source: look at what is ahead, take it, ask for more.
class ByteWindow {
 public:
  explicit ByteWindow(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}
  std::string_view ahead() const { return {buffer_.data() + begin_, end_ - begin_}; }
  uint64_t position() const { return position_; }  // bytes taken so far
  bool at_end() const { return ended_; }           // nothing will come behind ahead()
  Result<bool> more();  // reads a piece; false: nothing is left. What failed, fails again.
  Result<bool> at_least(size_t bytes);  // until ahead() has so many; false: it ends before
  void take(size_t bytes);
  bool resume();  // after a failure: drops what is ahead, goes on behind the damage
  bool failed() const { return failure_.has_value(); }
  bool whole() const { return source_->whole(); }
  std::unique_ptr<ByteSource> release();  // a source of ahead() and all behind it

 private:
  std::unique_ptr<ByteSource> source_;
  std::string buffer_;  // what is ahead, from begin_ to end_; the rest is room
  size_t begin_ = 0;
  size_t end_ = 0;
  uint64_t position_ = 0;
  bool ended_ = false;
  std::optional<Error> failure_;
};

}  // namespace sitrep
