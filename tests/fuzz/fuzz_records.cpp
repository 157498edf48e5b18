// Bytes as the contract's JSON: what can be read is written and read again, the same.
#include "core/records_json.h"
#include "fuzz.h"

using namespace sitrep::fuzz;

namespace {

template <typename Record>
std::string written(const Record& record) {
  std::string json;
  sitrep::append_json(json, record);
  return json;
}

template <typename Read>
void check(Read read, std::string_view json) {
  const auto record = read(json);
  if (!record) return must(!record.error().message.empty(), "a refusal gives its reason");
  const std::string once = written(*record);
  const auto again = read(once);
  must(again.has_value(), "what was written can be read");
  must(written(*again) == once, "reading and writing changes nothing");
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto json = bytes_of(data, size);
  check(sitrep::coding_from_json, json);
  check(sitrep::incident_from_json, json);
  return 0;
}
