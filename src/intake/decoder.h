// Decoders of compressed streams, each behind one interface.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace sitrep {

// gzip RFC 1952, zlib RFC 1950, deflate RFC 1951, brotli RFC 7932, zstd RFC 8878, bzip2 and xz.
enum class Packing : uint8_t { gzip, zlib, deflate, brotli, zstd, bzip2, xz };

std::string_view name_of(Packing packing);

// A stream is one member or several behind each other.
class Decoder {
 public:
  enum class State : uint8_t { going, member_end, damaged, too_large };
  virtual ~Decoder() = default;

  // Takes what it can use from the front of `in` and writes to the front of `out`. Both are what is
  // left of them afterwards. Where neither changed, it wants more input than that.
  virtual State decode(std::string_view& in, std::span<char>& out) = 0;

  // For a new member; false: there is no memory.
  virtual bool restart() = 0;
};

std::unique_ptr<Decoder> make_decoder(Packing packing);

// Where in `bytes` a member may begin; npos: nowhere, or nothing tells. What stands before the last
// kMemberMark - 1 bytes need not be looked at again.
inline constexpr size_t kMemberMark = 10;
size_t find_member(Packing packing, std::string_view bytes);

}  // namespace sitrep
