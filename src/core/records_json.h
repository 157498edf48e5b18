// The output contract's records as JSON, both ways: what `code` and `export` print, and what the
// ledger keeps.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sitrep/coding.h"
#include "sitrep/incident.h"
#include "sitrep/result.h"

namespace sitrep {

void append_json(std::string& out, const Report& report);      // with its text; one line, no end
void append_json(std::string& out, const Coding& coding);      // one line, no line end
void append_json(std::string& out, const Incident& incident);  // one line, no line end
void append_json(std::string& out, const ClaimValue& value);

// The inverse; unknown fields are ignored. `malformed` when it is not such a record.
Result<Coding> coding_from_json(std::string_view json);
Result<Incident> incident_from_json(std::string_view json);

// Empty where the JSON is no coding (it has no object "report") or no JSON at all.
std::optional<Result<Coding>> coding_if_any(std::string_view json);

}  // namespace sitrep
