// A situation report as one JSON object, for pages that lay it out themselves.
#pragma once

#include <string>

#include "output/brief.h"

namespace sitrep::output {

std::string json(const Brief& brief);  // its fields are those of Brief, by the same names

}  // namespace sitrep::output
