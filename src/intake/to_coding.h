// Codings among the inputs: what `sitrep code` printed, perhaps on another machine.
#pragma once

#include <optional>

#include "intake/raw_reader.h"
#include "sitrep/coding.h"

namespace sitrep {

// Empty: the record is a report, not a coding. A pure function of its argument.
std::optional<Result<Coding>> to_coding(const RawInput& raw);

}  // namespace sitrep
