// Model files: a header, a table of sections, the sections, each at a multiple of 64 bytes; little
// endian.
//
//   "SITREPLM" | u32 version | u32 kind | u64 bytes in all | u64 checksum of all behind it
//   | u32 sections | u32 0 | per section: u64 offset, u64 size | data
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "sitrep/result.h"

namespace sitrep {

enum class BlobKind : uint32_t { tagger = 1, lemmatiser = 2, parser = 3, events = 4 };

template <typename T>
T load(const char* at) {
  T value;
  std::memcpy(&value, at, sizeof(T));
  return value;
}

// An array inside a blob, at any alignment.
template <typename T>
class Packed {
 public:
  Packed() = default;
  explicit Packed(std::string_view bytes) : data_(bytes.data()), size_(bytes.size() / sizeof(T)) {}
  T operator[](size_t i) const { return load<T>(data_ + i * sizeof(T)); }
  size_t size() const { return size_; }
  const char* address(size_t i) const { return data_ + i * sizeof(T); }

 private:
  const char* data_ = nullptr;
  size_t size_ = 0;
};

class BlobReader {
 public:
  // Checks everything but the sections' meaning; fails with bad_knowledge.
  static Result<BlobReader> open(std::string_view blob, BlobKind kind);
  size_t sections() const { return sections_.size(); }
  std::string_view section(size_t i) const { return i < sections_.size() ? sections_[i] : ""; }

 private:
  std::vector<std::string_view> sections_;
};

class BlobWriter {
 public:
  void add(std::string bytes) { sections_.push_back(std::move(bytes)); }
  template <typename T>
  void add(const std::vector<T>& items) {
    add(std::string(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T)));
  }
  std::string finish(BlobKind kind) const;

 private:
  std::vector<std::string> sections_;
};

}  // namespace sitrep
