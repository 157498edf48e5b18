// Bytes as a news page: the tag reader by itself, and the way from page to report.
#include "check_report.h"
#include "intake/html.h"
#include "intake/reader.h"

using namespace sitrep::fuzz;

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(bytes_of(data, size));
  const auto page = sitrep::read_html(sitrep::valid_utf8(bytes));
  must(is_utf8(page.text), "a page's text is UTF-8");
  sitrep::RawInput raw{.file = "2022/01/05/page.html"};
  raw.bytes = "<!doctype html>\n" + bytes;
  check(sitrep::to_report(std::move(raw), {}));
  return 0;
}
