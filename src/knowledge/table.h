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

// Calls `each` for every record of `text`, whose columns must be `columns` (parted by blanks). What
// is wrong goes to `problems` with file and line; the rest is still read. `each` returns an empty
// string, or what is wrong with the row.
void read_table(std::string_view file, std::string_view text, std::string_view columns,
                const std::function<std::string(const Row&)>& each, std::vector<Error>& problems);

}  // namespace sitrep::knowledge
