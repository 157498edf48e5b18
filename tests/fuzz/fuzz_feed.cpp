// Bytes as a feed: RSS, Atom or JSON Feed, cut into items, and each item to a report.
#include "check_report.h"
#include "intake/feed.h"
#include "intake/reader.h"
#include "intake/record_source.h"

using namespace sitrep::fuzz;

namespace {

void check_item(const sitrep::RawInput& raw) {
  const auto item = sitrep::read_item(sitrep::valid_utf8(raw.bytes), *raw.channel);
  if (!item) return must(!item.error().message.empty(), "a refusal gives its reason");
  for (const auto* text : {&item->address, &item->title, &item->published, &item->byline,
                           &item->source, &item->text.content})
    must(is_utf8(*text), "an item's strings are UTF-8");
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  auto source = sitrep::xml_feed(
      sitrep::ByteWindow(sitrep::memory_bytes(std::string(bytes_of(data, size)))), "feed", 1 << 16);
  auto other = sitrep::open_records(sitrep::memory_bytes(std::string(bytes_of(data, size))), "feed",
                                    1 << 16);
  if (other) {
    while (auto raw = (*other)->next()) {
      if (*raw && (*raw)->channel) check(sitrep::to_report(std::move(**raw), {}));
    }
  }
  while (auto raw = source->next()) {
    if (!*raw) {
      must(!raw->error().message.empty(), "a refusal gives its reason");
      continue;
    }
    check_item(**raw);
    check(sitrep::to_report(std::move(**raw), {}));
  }
  return 0;
}
