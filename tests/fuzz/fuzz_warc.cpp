// Bytes as a WARC file: plain, packed by record, and with the bytes as an HTTP answer in it.
#include "check_records.h"

using namespace sitrep::fuzz;

namespace {

std::string answer_record(const std::string& block) {
  return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://n.example/1\r\nContent-Type: "
         "application/http\r\nContent-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(bytes_of(data, size));
  same_in_pieces(bytes);
  if (bytes.starts_with("HTTP/")) same_in_pieces(answer_record(bytes));
  return 0;
}
