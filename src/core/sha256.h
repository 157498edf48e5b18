// SHA-256 (FIPS 180-4), for the ids and checksums of reports and of the knowledge file.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace sitrep {

class Sha256 {
 public:
  using Digest = std::array<uint8_t, 32>;
  Sha256& add(std::string_view bytes);
  Digest digest();    // ends the message; the object is spent
  std::string hex();  // the same, as 64 lower-case digits

 private:
  void block(const uint8_t* bytes);
  std::array<uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<uint8_t, 64> pending_ = {};
  uint64_t length_ = 0;
};

std::string sha256_hex(std::string_view bytes);

}  // namespace sitrep
