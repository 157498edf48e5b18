// Bytes as a plain report: encodings, furniture, headline, dateline, date.
#include "check_report.h"
#include "intake/reader.h"

using namespace sitrep::fuzz;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sitrep::RawInput raw{.file = "report.txt"};
  raw.bytes = bytes_of(data, size);
  check(sitrep::to_report(std::move(raw), {}));
  return 0;
}
