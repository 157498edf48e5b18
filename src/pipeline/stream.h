// Inputs to codings on all cores: read one after the other, coded in parallel, handed over in the
// order of the inputs, never more than a few in memory.
#pragma once

#include <any>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "intake/columns.h"
#include "sitrep/coding.h"
#include "sitrep/knowledge.h"
#include "sitrep/result.h"

namespace sitrep {

struct Coded {
  Result<Coding> coding;
  std::any made;  // by `prepare`
};

struct StreamOptions {
  // What becomes of an input that is a coding: it goes on as it is, or its report is coded again.
  enum class Codings : uint8_t { kept, anew };
  std::vector<std::string> inputs;
  unsigned threads = 0;  // 0: one a core
  Codings codings = Codings::kept;
  std::vector<ColumnChoice> columns = {};  // of tables
  // What a file is called in reports and errors; none: by its path.
  std::function<std::string(const std::string& path)> called = {};
};

enum class Then : uint8_t { more, rest, end };

// All but `take` may be left out.
struct StreamSteps {
  std::function<Result<bool>(const Report&)> wanted;  // one at a time; an error ends the work
  std::function<void(Coded&)> prepare;                // many at once
  std::function<Then(Coded)> take;                    // one at a time, in order
  // What `take` may ask for: once all that is under way has been taken, with all cores to itself;
  // false ends the work.
  std::function<bool()> rest;
};

// Fails where no report can be coded at all, or with the error of `wanted`. What is wrong with one
// input reaches `take` as its error.
Result<bool> code_inputs(const StreamOptions& options, const Knowledge& knowledge,
                         const StreamSteps& steps);

}  // namespace sitrep
