// Tables of the generator and of the project, as rows of cells.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sitrep/result.h"

namespace sitrep::made {

using Rows = std::vector<std::vector<std::string>>;

// A file, inflated where its name ends in .gz; the header must be `columns`, parted by blanks.
Result<Rows> read_rows_of(const std::string& path, std::string_view columns);

std::vector<std::string> parts(std::string_view cell, char separator);

}  // namespace sitrep::made
