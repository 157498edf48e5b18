#include "intake/record_source.h"

#include <algorithm>

#include "core/text.h"
#include "intake/encoding.h"
#include "intake/sniff.h"

namespace sitrep {

namespace {

constexpr size_t kHead = 64 * 1024;

Failure too_large(const std::string& file, int64_t record, uint64_t limit) {
  return fail(Code::too_large, "larger than the limit of " + std::to_string(limit) + " bytes", file,
              record);
}

class WholeFile : public RecordSource {
 public:
  WholeFile(ByteWindow window, std::string file, uint64_t max_bytes)
      : window_(std::move(window)), file_(std::move(file)), max_bytes_(max_bytes) {}

  std::optional<Result<RawInput>> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    const auto more = window_.at_least(max_bytes_ + 1);
    if (!more) return Failure(more.error());
    if (*more) return too_large(file_, 0, max_bytes_);
    return RawInput{.file = file_, .bytes = std::string(window_.ahead())};
  }

 private:
  ByteWindow window_;
  std::string file_;
  uint64_t max_bytes_;
  bool done_ = false;
};

// JSON or XML in UTF-16 or UTF-32 is read whole and narrowed.
Result<ByteWindow> narrow_window(ByteWindow window, const std::string& file, uint64_t max_bytes) {
  const Wide wide = wide_encoding(window.ahead());
  if (wide.width == 0) return window;
  const auto more = window.at_least(max_bytes + 1);
  if (!more) return Failure(more.error());
  if (*more) return too_large(file, 0, max_bytes);
  return ByteWindow(memory_bytes(narrowed(window.ahead(), wide)));
}

bool looks_cut(std::string_view line) {
  line = trim(line);
  return line == "{" || line.ends_with(',') || line.ends_with('{') || line.ends_with('[') ||
         line.ends_with(':');
}

// One object a line, unless the first line is a part of an object and the second begins no other.
bool is_json_lines(std::string_view head) {
  const size_t start = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (start == std::string_view::npos) return true;
  head.remove_prefix(start);
  const size_t end = head.find('\n');
  if (end == std::string_view::npos || !looks_cut(head.substr(0, end))) return true;
  return trim(head.substr(end)).starts_with('{');
}

Result<std::unique_ptr<RecordSource>> open_json(ByteWindow window, const std::string& file,
                                                uint64_t max_bytes, bool array) {
  auto narrow = narrow_window(std::move(window), file, max_bytes);
  if (!narrow) return Failure(narrow.error());
  if (const auto got = narrow->at_least(kHead); !got) return Failure(got.error());
  if (!array && is_json_feed(narrow->ahead()))
    return json_feed(std::move(*narrow), file, max_bytes);
  if (!array && is_json_lines(narrow->ahead()))
    return json_lines(std::move(*narrow), file, max_bytes);
  return json_items(std::move(*narrow), file, max_bytes);
}

Result<std::unique_ptr<RecordSource>> open_feed(ByteWindow window, const std::string& file,
                                                uint64_t max_bytes) {
  auto narrow = narrow_window(std::move(window), file, max_bytes);
  if (!narrow) return Failure(narrow.error());
  return xml_feed(std::move(*narrow), file, max_bytes);
}

}  // namespace

Result<std::unique_ptr<RecordSource>> open_records(std::unique_ptr<ByteSource> bytes,
                                                   const std::string& file, uint64_t max_bytes) {
  ByteWindow window(std::move(bytes));
  if (const auto got = window.at_least(kHead); !got) return Failure(got.error());
  Sniffed sniffed = sniff(window.ahead());
  if (sniffed.content == Content::gzip) {
    window = ByteWindow(inflate_bytes(window.release(), file));
    if (const auto got = window.at_least(kHead); !got) return Failure(got.error());
    sniffed = sniff(window.ahead());
  }
  switch (sniffed.content) {
    case Content::gzip:
    case Content::binary:
      return fail(Code::binary_input, std::string(sniffed.reason), file);
    case Content::feed:
      return open_feed(std::move(window), file, max_bytes);
    case Content::json_object:
    case Content::json_array:
      return open_json(std::move(window), file, max_bytes, sniffed.content == Content::json_array);
    default:
      return std::make_unique<WholeFile>(std::move(window), file, max_bytes);
  }
}

}  // namespace sitrep
