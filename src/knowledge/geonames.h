// A user's own file of places in the format of GeoNames' dumps: 19 cells a line, parted by tabs, no
// header.
#pragma once

#include <string_view>
#include <vector>

#include "knowledge/gazetteer.h"

namespace sitrep::knowledge {

// Adds the file's places to the gazetteer's. Lines that can't be used go to `problems`, with file
// and line, and are left out.
void add_geonames(std::string_view text, std::string_view file, Gazetteer& gazetteer,
                  std::vector<Error>& problems);

}  // namespace sitrep::knowledge
