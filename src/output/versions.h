// The versions of a report, and what changed from each to the next.
#pragma once

#include <span>
#include <string>

#include "output/terminal.h"
#include "sitrep/ledger.h"

namespace sitrep::output {

std::string versions_text(std::span<const ReportVersion> versions, const Screen& screen);

// A line for each version, with "changes" from the one before.
std::string versions_json(std::span<const ReportVersion> versions);
std::string versions_array(std::span<const ReportVersion> versions);  // the same, with each text

}  // namespace sitrep::output
