// Files of data, plain or gzipped, whole.
#pragma once

#include <string>

#include "sitrep/result.h"

namespace sitrep::training {

Result<std::string> read_text(const std::string& file);

}  // namespace sitrep::training
