#pragma once

#include <string>
#include <string_view>

#include "output/brief.h"

namespace sitrep::output {

// One self-contained page: no script, no outside file, good to print.
std::string html(const Brief& brief);

std::string html_escaped(std::string_view text);
std::string_view page_style();  // the content of its style element, for a Content-Security-Policy

}  // namespace sitrep::output
