// Inputs to reports. RawReader is the sequential half, to_report the half that may run on any
// number of threads; Reader does one after the other.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/origins.h"
#include "intake/raw_reader.h"
#include "sitrep/report.h"

namespace sitrep {

struct SourcedReport {
  Report report;
  Origins origins;
};

// Pure functions of their arguments.
Result<SourcedReport> read_report(RawInput raw, const InputOptions& options);
Result<Report> to_report(RawInput raw, const InputOptions& options);

class Reader {
 public:
  Reader(std::vector<std::string> inputs, InputOptions options)
      : raw_(std::move(inputs), options), options_(std::move(options)) {}

  // The next report or refusal; a refused input does not end the others. Empty: all inputs are
  // read.
  std::optional<Result<Report>> next() {
    auto raw = raw_.next();
    if (!raw) return std::nullopt;
    if (!*raw) return Failure(raw->error());
    return to_report(std::move(**raw), options_);
  }

 private:
  RawReader raw_;
  InputOptions options_;
};

}  // namespace sitrep
