#include "intake/to_coding.h"

#include "core/coding_check.h"
#include "core/records_json.h"

namespace sitrep {

std::optional<Result<Coding>> to_coding(const RawInput& raw) {
  if (raw.kind != RawInput::Kind::json || raw.bytes.find("\"report\"") == std::string::npos)
    return std::nullopt;
  auto coding = coding_if_any(raw.bytes);
  if (!coding) return std::nullopt;
  std::string problem = *coding ? problem_in(**coding) : std::move(coding->error().message);
  if (problem.empty()) return coding;
  return fail(Code::malformed, "a broken coding: " + problem, raw.file, raw.record, raw.position);
}

}  // namespace sitrep
