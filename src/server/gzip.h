// RFC 1952, for answers.
#pragma once

#include <string>
#include <string_view>

namespace sitrep::server {

inline constexpr int kQuickly = 1;   // for one answer
inline constexpr int kSmallest = 9;  // for what is packed once and for all

std::string gzip(std::string_view bytes, int level = kQuickly);

}  // namespace sitrep::server
