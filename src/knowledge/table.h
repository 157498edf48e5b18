// A dictionary file: tab-separated, comments behind #, a header row; read without copying a cell.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sitrep/result.h"

namespace sitrep::knowledge {

struct Row {
  std::span<const std::string_view> cells;
  uint32_t line = 0;  // 1-based
};

// Calls `each` for every line of `text` that is neither empty nor a comment, cut at tabs; there is
// no header. `each` returns an empty string, or what is wrong with the row, which goes to
// `problems` with file and line.
void read_rows(std::string_view file, std::string_view text,
               const std::function<std::string(const Row&)>& each, std::vector<Error>& problems);

// The same for a table whose first row must name `columns` (parted by blanks) and whose other rows
// must have as many cells. Of a table with another header no row is read.
void read_table(std::string_view file, std::string_view text, std::string_view columns,
                const std::function<std::string(const Row&)>& each, std::vector<Error>& problems);

}  // namespace sitrep::knowledge
