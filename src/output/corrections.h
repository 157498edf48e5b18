// What people corrected, in words and as records: in an incident's own texts, and as the log.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "output/countries.h"
#include "output/terminal.h"
#include "sitrep/ledger.h"

namespace sitrep::output {

// "Killed: seven, in place of five (ann, 29 November 2026: the ministry's list)".
std::string correction_text(const AppliedCorrection& correction, const Countries& countries);

// Whether a person set this field.
bool is_corrected(const Incident& incident, CorrectedField field);
// The fields that people set, by name: "killed; where".
std::string corrected_fields(const Incident& incident);

// "3: Killed: seven, in place of five", for whoever made it.
std::string log_line(const Correction& correction, const Countries& countries);
std::string log_text(std::span<const Correction> log, const Countries& countries,
                     const Screen& screen);
std::string log_json(std::span<const Correction> log);   // JSON Lines
std::string log_array(std::span<const Correction> log);  // one JSON array

// What coding again did, a line for each report and incident.
std::string recode_text(const RecodeSummary& summary);
// "12 reports coded again, 3 differ; 2 incidents changed, 1 retired".
std::string recode_counts(const RecodeSummary& summary);

}  // namespace sitrep::output
