// Bytes as a file of records: JSON Lines, an array, or either in gzip or UTF-16.
#include "check_report.h"
#include "intake/reader.h"
#include "intake/record_source.h"

using namespace sitrep::fuzz;

namespace {

constexpr uint64_t kMaxReport = 1u << 16;
constexpr size_t kMaxRecords = 1u << 12;  // gzip makes many of few bytes

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  auto bytes = sitrep::memory_bytes(std::string(bytes_of(data, size)));
  auto records = sitrep::open_records(std::move(bytes), "reports.jsonl", kMaxReport);
  if (!records) return 0;
  int64_t last = 0;
  for (size_t count = 0; count < kMaxRecords; ++count) {
    auto raw = (*records)->next();
    if (!raw) break;
    if (!*raw) continue;
    must((*raw)->record == 0 || (*raw)->record > last, "records are counted upwards");
    last = (*raw)->record;
    check(sitrep::to_report(std::move(**raw), {}));
  }
  return 0;
}
