#pragma once

#include <string>

#include "output/brief.h"

namespace sitrep::output {

std::string markdown(const Brief& brief);

// Text that no Markdown reader takes for markup.
std::string markdown_escaped(std::string_view text);

}  // namespace sitrep::output
