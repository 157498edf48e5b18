// Bytes of any encoding to clean UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "sitrep/result.h"

namespace sitrep {

// UTF-16 or UTF-32, by a byte order mark or by where the zero bytes stand.
struct Wide {
  int width = 0;  // bytes of a unit, 0: not a wide encoding
  bool big_endian = false;
  int mark = 0;  // bytes of the mark
};
Wide wide_encoding(std::string_view bytes);
std::string narrowed(std::string_view bytes,
                     Wide wide);  // to UTF-8, U+FFFD for what is no character

// To valid UTF-8. UTF-8 with some bad bytes keeps its text; else the declared encoding (may be
// empty) or the most likely one. Fails with bad_encoding when nothing explains the bytes.
Result<std::string> to_utf8(std::string bytes, std::string_view declared = {});

std::string valid_utf8(std::string mostly);  // U+FFFD for what is no character

// Line ends as \n, odd spaces as spaces, control and zero-width characters gone.
std::string cleaned(std::string utf8);

}  // namespace sitrep
