#include "intake/raw_reader.h"

#include "intake/record_source.h"

namespace sitrep {

namespace {

Result<std::string> read_sidecar(const std::string& path) {
  auto bytes = open_bytes(path);
  if (!bytes) return Failure(bytes.error());
  ByteWindow window(std::move(*bytes));
  const auto more = window.at_least(kMaxSidecar);
  if (!more) return Failure(more.error());
  if (*more) return fail(Code::too_large, "a sidecar of more than 1 MiB", path);
  return std::string(window.ahead());
}

// A whole file with its sidecar beside it.
std::optional<Result<RawInput>> with_sidecar(RawInput raw) {
  const auto path = sidecar_of(raw.file);
  if (!path) return raw;
  auto text = read_sidecar(*path);
  if (!text) return Failure(text.error());
  raw.sidecar_file = *path;
  raw.sidecar = std::move(*text);
  return raw;
}

}  // namespace

RawReader::RawReader(std::vector<std::string> inputs, InputOptions options)
    : walk_(std::move(inputs)), options_(options) {}
RawReader::RawReader(RawReader&&) noexcept = default;
RawReader::~RawReader() = default;

bool RawReader::is_whole_file(const RawInput& raw) const {
  return raw.record == 0 && raw.file == file_;
}

std::optional<Result<RawInput>> RawReader::next() {
  for (;;) {
    if (records_) {
      auto raw = records_->next();
      if (raw && *raw && is_whole_file(**raw)) return with_sidecar(std::move(**raw));
      if (raw) return raw;
      records_.reset();
    }
    const auto file = walk_.next();
    if (!file) return std::nullopt;
    if (!*file) return Failure(file->error());
    if (const auto opened = open(**file); !opened) return Failure(opened.error());
  }
}

Result<bool> RawReader::open(const std::string& file) {
  auto bytes = open_bytes(file);
  if (!bytes) return Failure(bytes.error());
  auto records =
      open_records(std::move(*bytes), {.file = file,
                                       .max_bytes = options_.max_report_bytes,
                                       .columns = Columns(options_.columns, options_.lexicon)});
  if (!records) return Failure(records.error());
  records_ = std::move(*records);
  file_ = file;
  return true;
}

}  // namespace sitrep
