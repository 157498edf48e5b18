// Character references of HTML to the characters they stand for.
#pragma once

#include <string>
#include <string_view>

namespace sitrep {

// Appends `text` with its references decoded: named ones, &#8212; and &#x2014;. What is none stays
// as it is.
void append_decoded(std::string& out, std::string_view text);
std::string decoded(std::string_view text);

}  // namespace sitrep
