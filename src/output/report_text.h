// A report as it was read, for the terminal: what is known of it, then its text in paragraphs.
#pragma once

#include <string>

#include "intake/origins.h"
#include "output/terminal.h"
#include "sitrep/report.h"

namespace sitrep::output {

// `origins` may be null: then nothing is said of where a value was found.
std::string report_text(const Report& report, const Origins* origins, const Screen& screen);

// One line of JSON with its line end: the report's record and, with origins, "from".
std::string report_json(const Report& report, const Origins* origins);

}  // namespace sitrep::output
