// Bytes as a mail, a file of mails or a table. The first byte chooses how they begin, so that most
// inputs get past the look at their beginning.
#include <array>

#include "check_report.h"
#include "intake/mail_text.h"
#include "intake/reader.h"
#include "intake/record_source.h"

using namespace sitrep::fuzz;

namespace {

constexpr uint64_t kMaxReport = 1u << 16;
constexpr size_t kMaxRecords = 1u << 12;

constexpr auto kBeginnings = std::to_array<std::string_view>(
    {"", "From: a@b.example\nTo: c@d.example\nDate: Mon, 14 Oct 2024 10:05:00 +0200\n",
     "From a@b Mon Oct 14 10:05:00 2024\nFrom: a@b.example\nTo: c@d.example\nDate: x\n",
     "text,title\n", "id;body;date\n"});

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const auto bytes = bytes_of(data + 1, size - 1);
  const auto beginning = kBeginnings[data[0] % kBeginnings.size()];
  sitrep::is_link_list(bytes);
  must(sitrep::find_forwarded(bytes).text.size() <= bytes.size() + 1, "nothing is made up");
  auto source = sitrep::memory_bytes(std::string(beginning).append(bytes));
  auto records = sitrep::open_records(std::move(source), "in", kMaxReport);
  if (!records) return must(!records.error().message.empty(), "a refusal gives its reason"), 0;
  for (size_t count = 0; count < kMaxRecords; ++count) {
    auto raw = (*records)->next();
    if (!raw) return 0;
    if (!*raw) {
      must(!raw->error().message.empty(), "a refusal gives its reason");
      continue;
    }
    must((*raw)->bytes.size() <= kMaxReport, "a record is no larger than its limit");
    check(sitrep::to_report(std::move(**raw), {}));
  }
  return 0;
}
