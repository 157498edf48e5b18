#include "intake/record_source.h"

#include <algorithm>

#include "core/text.h"
#include "intake/encoding.h"
#include "intake/mail_source.h"
#include "intake/sniff.h"
#include "intake/table.h"

namespace sitrep {

namespace {

constexpr size_t kHead = size_t{64} * 1024;
constexpr int kMostArchives = 3;

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

std::unique_ptr<RecordSource> whole_file(ByteWindow window, const InputPlace& place) {
  return std::make_unique<WholeFile>(std::move(window), place.file, place.max_bytes);
}

Error in_file(Error error, const std::string& file) {
  error.file = file;
  return error;
}

// JSON, XML or a table in UTF-16 or UTF-32 is read whole and narrowed.
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

// Nothing at all in an input is worth a word, too.
class NeverSilent : public RecordSource {
 public:
  NeverSilent(std::unique_ptr<RecordSource> records, std::string file)
      : records_(std::move(records)), file_(std::move(file)) {}

  std::optional<Result<RawInput>> next() override {
    auto raw = records_->next();
    if (!raw && silent_) raw = fail(Code::empty_input, "no reports in it", file_);
    silent_ = false;
    return raw;
  }

 private:
  std::unique_ptr<RecordSource> records_;
  std::string file_;
  bool silent_ = true;
};

struct Opening {
  ByteWindow window;
  Sniffed sniffed;
  std::optional<Error> damage = {};  // before what is ahead
};

// What stands before damage is of use.
bool holds_records(Content content) {
  return content == Content::warc || content == Content::zip || content == Content::tar ||
         content == Content::json_object || content == Content::json_array ||
         content == Content::mbox || content == Content::table;
}

// Behind damage a stream is looked at anew, for a WARC file, which can be read from any record on.
Result<Opening> unpacked(Opening packed, const InputPlace& place) {
  ByteWindow window(
      decoded_bytes(packed.window.release(), {packed.sniffed.packing, place.file, place.growth}));
  std::optional<Error> damage;
  for (;;) {
    const auto got = window.at_least(kHead);
    const Sniffed sniffed = sniff(window.ahead());
    const bool behind_damage = damage.has_value();
    if (sniffed.content == Content::warc ||
        (!behind_damage && (got || holds_records(sniffed.content))))
      return Opening{std::move(window), sniffed, damage};
    if (!got && !damage) damage = got.error();
    if (!window.failed() || !window.resume()) return Failure(*damage);
  }
}

Result<std::unique_ptr<RecordSource>> open_archive(Opening opening, InputPlace place) {
  if (place.depth >= kMostArchives) {
    return fail(Code::too_large,
                "archives in archives, more than " + std::to_string(kMostArchives) + " deep",
                place.file);
  }
  using Kind = ArchiveReader::Kind;
  const Kind kind = opening.sniffed.content == Content::zip ? Kind::zip : Kind::tar;
  return archive_records(opening.window.release(), kind, std::move(place));
}

Result<std::unique_ptr<RecordSource>> open_feed(ByteWindow window, const InputPlace& place) {
  auto narrow = narrow_window(std::move(window), place.file, place.max_bytes);
  if (!narrow) return Failure(narrow.error());
  return xml_feed(std::move(*narrow), place.file, place.max_bytes);
}

// A file that only looks like a table is read as what else it is.
Result<std::unique_ptr<RecordSource>> open_table(ByteWindow window, InputPlace place) {
  auto narrow = narrow_window(std::move(window), place.file, place.max_bytes);
  if (!narrow) return Failure(narrow.error());
  if (const auto got = narrow->at_least(kHead); !got) return Failure(got.error());
  const auto table = read_table_head(narrow->ahead(), place.columns);
  if (!table) return Failure(in_file(table.error(), place.file));
  if (!*table) return whole_file(std::move(*narrow), place);
  return table_records(std::move(*narrow), **table, std::move(place));
}

Result<std::unique_ptr<RecordSource>> records_of(Opening opening, InputPlace place) {
  switch (opening.sniffed.content) {
    case Content::packed:
    case Content::binary:
      return fail(Code::binary_input, std::string(opening.sniffed.reason), place.file);
    case Content::feed:
      return open_feed(std::move(opening.window), place);
    case Content::zip:
    case Content::tar:
      return open_archive(std::move(opening), std::move(place));
    case Content::warc:
      return warc_records(std::move(opening.window), std::move(place), opening.damage);
    case Content::json_object:
    case Content::json_array:
      return open_json(std::move(opening.window), place.file, place.max_bytes,
                       opening.sniffed.content == Content::json_array);
    case Content::mail:
      return mail_records(std::move(opening.window), std::move(place));
    case Content::mbox:
      return mbox_records(std::move(opening.window), std::move(place));
    case Content::table:
      return open_table(std::move(opening.window), std::move(place));
    default:
      return whole_file(std::move(opening.window), place);
  }
}

}  // namespace

Result<std::unique_ptr<RecordSource>> open_records(std::unique_ptr<ByteSource> bytes,
                                                   InputPlace place) {
  if (!place.growth) {
    place.growth = std::make_shared<Growth>();
    bytes = counted_bytes(std::move(bytes), place.growth);
  }
  ByteWindow window(std::move(bytes));
  if (const auto got = window.at_least(kHead); !got && window.ahead().empty()) {
    return Failure(got.error());
  }
  const Sniffed sniffed = sniff(window.ahead());
  Result<Opening> opening = Opening{std::move(window), sniffed};
  if (sniffed.content == Content::packed) opening = unpacked(std::move(*opening), place);
  if (!opening) return Failure(opening.error());
  const std::string file = place.file;
  auto records = records_of(std::move(*opening), std::move(place));
  if (!records) return records;
  return std::make_unique<NeverSilent>(std::move(*records), file);
}

Result<std::unique_ptr<RecordSource>> open_records(std::unique_ptr<ByteSource> bytes,
                                                   const std::string& file, uint64_t max_bytes) {
  return open_records(std::move(bytes), {.file = file, .max_bytes = max_bytes});
}

}  // namespace sitrep
