// Incidents as a table: RFC 4180, one row an incident, the columns of docs/exports.md.
#pragma once

#include <span>
#include <string>

#include "sitrep/incident.h"

namespace sitrep::output {

std::string csv(std::span<const Incident> incidents);
// The same in parts: the row of the columns' names, and rows of incidents.
std::string csv_head();
std::string csv_rows(std::span<const Incident> incidents);

// One cell, quoted where it must be. A cell that a spreadsheet would take for a formula gets a
// leading apostrophe.
std::string csv_cell(std::string_view text);

}  // namespace sitrep::output
