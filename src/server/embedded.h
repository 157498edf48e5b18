// Packs that were linked into the program.
#pragma once

#include <string_view>

namespace sitrep::server {

std::string_view embedded_workbench();
std::string_view embedded_openapi();

}  // namespace sitrep::server
