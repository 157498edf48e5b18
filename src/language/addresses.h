// Web and mail addresses, account names.
#pragma once

#include <cstddef>
#include <string_view>

namespace sitrep {

// Bytes of an address at the start of `chunk` (no white space in it), closing punctuation left out;
// 0: none there.
size_t address_length(std::string_view chunk);

}  // namespace sitrep
