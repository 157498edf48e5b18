// English or not, told from its commonest words.
#pragma once

#include <string_view>

namespace sitrep {

std::string_view guess_language(std::string_view text);  // "en", or "und" for anything else

}  // namespace sitrep
