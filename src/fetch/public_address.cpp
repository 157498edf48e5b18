#include "fetch/public_address.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <iterator>

namespace sitrep::fetch {

namespace {

struct Range4 {
  uint32_t first;
  int bits;
};

constexpr uint32_t v4(uint32_t a, uint32_t b, uint32_t c, uint32_t d) {
  return a << 24 | b << 16 | c << 8 | d;
}

constexpr auto kNotPublic = std::to_array<Range4>({
    {v4(0, 0, 0, 0), 8},        // this network
    {v4(10, 0, 0, 0), 8},       // private
    {v4(100, 64, 0, 0), 10},    // shared by providers
    {v4(127, 0, 0, 0), 8},      // loopback
    {v4(169, 254, 0, 0), 16},   // link-local, clouds' metadata
    {v4(172, 16, 0, 0), 12},    // private
    {v4(192, 0, 0, 0), 24},     // protocols
    {v4(192, 0, 2, 0), 24},     // documentation
    {v4(192, 88, 99, 0), 24},   // 6to4 relays
    {v4(192, 168, 0, 0), 16},   // private
    {v4(198, 18, 0, 0), 15},    // benchmarks
    {v4(198, 51, 100, 0), 24},  // documentation
    {v4(203, 0, 113, 0), 24},   // documentation
    {v4(224, 0, 0, 0), 3},      // multicast, reserved, broadcast
});

bool is_public4(uint32_t address) {
  return std::none_of(kNotPublic.begin(), kNotPublic.end(), [&](Range4 range) {
    return (address ^ range.first) >> (32 - range.bits) == 0;
  });
}

using Bytes6 = std::array<uint8_t, 16>;

uint32_t v4_at(const Bytes6& bytes, size_t at) {
  return v4(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]);
}

bool starts(const Bytes6& bytes, std::initializer_list<uint8_t> prefix) {
  return std::equal(prefix.begin(), prefix.end(), bytes.begin());
}

// Global unicast is 2000::/3; what is carved out of it, and IPv4 that travels inside.
bool is_public6(const Bytes6& bytes) {
  const std::initializer_list<uint8_t> kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  const std::initializer_list<uint8_t> kNat64 = {0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};
  if (starts(bytes, kMapped) || starts(bytes, kNat64)) return is_public4(v4_at(bytes, 12));
  if ((bytes[0] & 0xE0) != 0x20) return false;
  if (starts(bytes, {0x20, 0x02})) return is_public4(v4_at(bytes, 2));
  const bool protocols = starts(bytes, {0x20, 0x01}) && (bytes[2] & 0xFE) == 0;  // 2001::/23
  const bool documentation =
      starts(bytes, {0x20, 0x01, 0x0D, 0xB8}) || (starts(bytes, {0x3F, 0xFF}) && bytes[2] < 0x10);
  return !protocols && !documentation;
}

}  // namespace

bool is_public(const sockaddr* address) {
  if (address->sa_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, address, sizeof four);
    return is_public4(ntohl(four.sin_addr.s_addr));
  }
  if (address->sa_family != AF_INET6) return false;
  sockaddr_in6 six{};
  std::memcpy(&six, address, sizeof six);
  Bytes6 bytes{};
  std::memcpy(bytes.data(), &six.sin6_addr, bytes.size());
  return is_public6(bytes);
}

}  // namespace sitrep::fetch
