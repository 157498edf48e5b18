// How a text is broken into lines: hard-wrapped, where a line break is mere space, or not, where it
// ends a paragraph.
#pragma once

#include <cstddef>
#include <string_view>

namespace sitrep {

// The width that a text was wrapped at; 0: it was not.
size_t wrap_width(std::string_view text);

// What lies between two words.
struct Gap {
  bool line = false;       // a line break
  bool paragraph = false;  // an empty line
  bool indented = false;   // the new line begins with space
  bool wide = false;       // two spaces or more in the line
};
Gap gap_between(std::string_view text, size_t from, size_t to);

// For a line break in a text wrapped at `width`, `end` behind the line's last word, `next` the next
// line's first: whether the line was broken on purpose, since that word would still have fitted.
bool broken_early(std::string_view text, size_t width, size_t end, size_t next);

}  // namespace sitrep
