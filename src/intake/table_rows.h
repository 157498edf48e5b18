// The rows of a table, cut by RFC 4180: cells in quotation marks may hold separators, line ends and
// doubled quotation marks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

struct TableRow {
  std::vector<std::string> cells;
  size_t size = 0;    // bytes, with the line end
  int64_t lines = 0;  // line ends in it
  bool is_blank() const { return cells.size() == 1 && cells[0].empty(); }
};

enum class RowEnd : uint8_t { needed, at_end_of_text };  // what may end the last row

// The row that begins the text; empty: it does not end within it, or a quotation mark stays open.
std::optional<TableRow> first_row(std::string_view text, char separator, RowEnd end);

}  // namespace sitrep
