// Tables: CSV (RFC 4180), with commas, semicolons, tabs or bars, the names of the columns in the
// first row.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/record_source.h"

namespace sitrep {

struct TableHead {
  char separator = ',';
  size_t size = 0;                  // bytes up to the first row behind the header
  int64_t lines = 0;                // the same in lines
  std::vector<std::string> fields;  // of a report, by column; empty: none
};

// Whether a text could be a table: its first row looks like names, and rows fit it.
bool is_table(std::string_view text);

// Empty: the text is no table after all. Malformed, with the names of the columns, where it is one
// without a column of text.
Result<std::optional<TableHead>> read_table_head(std::string_view text, const Columns& columns);

// A row a report; a row that does not fit the header is refused with its line, the others are read.
std::unique_ptr<RecordSource> table_records(ByteWindow window, TableHead head, InputPlace place);

}  // namespace sitrep
