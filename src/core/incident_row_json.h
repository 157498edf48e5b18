// A stored incident's row: as JSON of its own, and read from the whole record without the rest of
// it, which is most of it.
#pragma once

#include <simdjson.h>

#include <optional>

#include "sitrep/incident_row.h"

namespace sitrep {

// Those members of the record that a row is made of, in the record's order; one line, no line end.
// The row's number is not among them.
void append_json(std::string& out, const IncidentRow& row);

// One per thread. The same as row_of() of the whole record.
class RowReader {
 public:
  // Empty where the JSON is neither an incident as append_json() writes it nor the row of one.
  std::optional<IncidentRow> read(std::string_view json);

 private:
  simdjson::ondemand::parser parser_;
  std::string padded_;
};

}  // namespace sitrep
