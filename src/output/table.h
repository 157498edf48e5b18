// Many incidents at once for a map, a timeline and a list: columns of numbers, and each name once.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "output/countries.h"
#include "sitrep/incident_row.h"

namespace sitrep::output {

// "Shelling at Khor Mor Gas Field, Iraq": what and where in few words.
std::string short_title(const IncidentRow& row, const Countries& countries);

// One JSON object, without a line end; what its columns are is in docs/api.md.
std::string table_json(std::span<const std::shared_ptr<const IncidentRow>> rows,
                       std::string_view revision, const Countries& countries);

}  // namespace sitrep::output
