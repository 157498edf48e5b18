// Named byte blocks in one file, each aligned to 64 bytes so that it can be used in place, under
// one checksum.
//
//   "SITREPKN" | u32 format | u32 count | u64 checksum of all that follows | count x {char
//   name[48], u64 offset, u64 size} | blocks
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sitrep/result.h"

namespace sitrep::knowledge {

inline constexpr uint32_t kFormat = 2;

using Blocks = std::vector<std::pair<std::string, std::string>>;  // name, bytes
using Views = std::vector<std::pair<std::string_view, std::string_view>>;

std::string pack(const Blocks& blocks);
Result<Views> unpack(std::string_view bytes);  // views into `bytes`, which must be 8-byte aligned
uint64_t checksum(std::string_view bytes);

}  // namespace sitrep::knowledge
