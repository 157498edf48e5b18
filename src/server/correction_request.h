// A correction as a request asks for it: the same as the command line's verbs, in JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/problem.h"
#include "sitrep/correction.h"
#include "sitrep/knowledge.h"

namespace sitrep::server {

struct CorrectionRequest {
  CorrectionKind kind = CorrectionKind::correct;
  std::string incident;
  std::vector<std::string> others;
  std::vector<std::pair<std::string, std::string>> changes;  // fields, and values as typed
  std::optional<int64_t> number;                             // of undo
  std::string reason;
  std::string user;
  std::optional<int64_t> revision;  // of the incident as it was looked at
};

// 422 with what is wrong, in whichever part.
Outcome<CorrectionRequest> read_correction(std::string_view json);

// `by` signs it, now. What was typed is read as the command line reads it.
Outcome<CorrectionOrder> order_of(const CorrectionRequest& request, const std::string& by,
                                  const Knowledge& knowledge);

}  // namespace sitrep::server
