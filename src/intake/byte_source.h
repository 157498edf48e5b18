// Bytes from a file, standard input, memory or a gzip stream, in pieces: no input is ever held
// whole because of its size.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "sitrep/result.h"

namespace sitrep {

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  virtual Result<size_t> read(char* to, size_t most) = 0;  // 0: the end
};

// "-" is standard input.
Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& path);
std::unique_ptr<ByteSource> memory_bytes(std::string bytes);

// Inflates a gzip stream of one or many members. Refuses (too_large) what grows like a bomb.
std::unique_ptr<ByteSource> inflate_bytes(std::unique_ptr<ByteSource> gzip, std::string file);

// A window on a source: look at what is ahead, take it, ask for more.
class ByteWindow {
 public:
  explicit ByteWindow(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}
  std::string_view ahead() const { return std::string_view(buffer_).substr(begin_); }
  uint64_t position() const { return position_; }  // bytes taken so far
  bool at_end() const { return ended_; }           // nothing will come behind ahead()
  Result<bool> more();                             // reads a piece; false: nothing is left
  Result<bool> at_least(size_t bytes);  // until ahead() has so many; false: it ends before
  void take(size_t bytes);
  std::unique_ptr<ByteSource> release();  // a source of ahead() and all behind it

 private:
  std::unique_ptr<ByteSource> source_;
  std::string buffer_;
  size_t begin_ = 0;
  uint64_t position_ = 0;
  bool ended_ = false;
};

}  // namespace sitrep
