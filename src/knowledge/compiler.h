// Dictionaries, gazetteer and models of a source tree to the one knowledge file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sitrep/result.h"

namespace sitrep::knowledge {

struct Compiled {
  std::string bytes;            // empty when there are problems
  std::vector<Error> problems;  // every bad line, with file and line
};

// Reads `dictionaries`/**/*.tsv, `models`/*.model and `models`/gazetteer.tsv.gz.
Compiled compile(const std::filesystem::path& dictionaries, const std::filesystem::path& models);

}  // namespace sitrep::knowledge
