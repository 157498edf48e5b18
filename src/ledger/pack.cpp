#include "ledger/pack.h"

#include <zlib.h>

#include <new>

#include "ledger/failures.h"

namespace sitrep::ledger {

namespace {

constexpr size_t kPrefix = 8;  // bytes: the unpacked size, least significant byte first
constexpr uint64_t kLargest = uint64_t{1} << 32;  // of what one row unpacks to

Failed not_packed() { return damaged("a packed record doesn't unpack"); }

uint64_t unpacked_size(std::string_view packed) {
  uint64_t size = 0;
  for (size_t i = kPrefix; i-- > 0;) size = size << 8 | static_cast<unsigned char>(packed[i]);
  return size;
}

}  // namespace

std::string pack(std::string_view bytes) {
  uLongf size = compressBound(bytes.size());
  std::string out(kPrefix + size, '\0');
  for (size_t i = 0; i < kPrefix; ++i) out[i] = static_cast<char>(bytes.size() >> (8 * i));
  const int status =
      compress2(reinterpret_cast<Bytef*>(out.data() + kPrefix), &size,
                reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), Z_BEST_SPEED);
  if (status != Z_OK) throw std::bad_alloc();
  out.resize(kPrefix + size);
  return out;
}

std::string unpack(std::string_view packed) {
  if (packed.size() < kPrefix) throw not_packed();
  const uint64_t expected = unpacked_size(packed);
  packed.remove_prefix(kPrefix);
  if (expected > kLargest || expected / 1040 > packed.size())
    throw not_packed();  // deflate packs 1032 to 1 at best
  std::string out(expected, '\0');
  uLongf size = expected;
  const int status = uncompress(reinterpret_cast<Bytef*>(out.data()), &size,
                                reinterpret_cast<const Bytef*>(packed.data()), packed.size());
  if (status != Z_OK || size != expected) throw not_packed();
  return out;
}

}  // namespace sitrep::ledger
