// The grounds of a record: for each value the sentence that says it, and the dictionary line, rule
// or model that read it.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "output/countries.h"
#include "output/terminal.h"
#include "sitrep/incident.h"

namespace sitrep::output {

// Why it holds the events that it holds, and which others came near; empty where there is neither.
std::string joins_text(const Incident& incident, const Explanation& why, const Screen& screen);
// Without a field: of all fields.
std::string why_text(const Incident& incident, std::optional<Field> field,
                     std::span<const Coding> codings, const Countries& countries,
                     const Screen& screen);
std::string why_json(const Incident& incident,
                     std::optional<Field> field);  // the claims, as JSON Lines

}  // namespace sitrep::output
