// A stored incident's row, read without the rest of its record, which is most of it.
#pragma once

#include <simdjson.h>

#include <optional>

#include "sitrep/incident_row.h"

namespace sitrep {

// One per thread. The same as row_of() of the whole record.
class RowReader {
 public:
  // Empty where the JSON is no incident as append_json() writes it.
  std::optional<IncidentRow> read(std::string_view json);

 private:
  simdjson::ondemand::parser parser_;
  std::string padded_;
};

}  // namespace sitrep
