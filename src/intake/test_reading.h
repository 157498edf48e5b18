// All that the inputs give, reports and refusals, for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "intake/reader.h"

namespace sitrep {

struct Read {
  std::vector<Report> reports;
  std::vector<Error> errors;
};

inline Read read_all(std::vector<std::string> inputs, InputOptions options = {}) {
  Read read;
  Reader reader(std::move(inputs), std::move(options));
  while (auto next = reader.next()) {
    if (*next) {
      read.reports.push_back(std::move(**next));
    } else {
      read.errors.push_back(next->error());
    }
  }
  return read;
}

}  // namespace sitrep
