// Bytes as a zip or tar archive, or as a packed stream: as a file, which can be read twice and by
// its central directory, and through a pipe.
#include "check_records.h"

using namespace sitrep::fuzz;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(bytes_of(data, size));
  read_records(sitrep::memory_bytes(bytes));
  same_in_pieces(bytes);
  return 0;
}
