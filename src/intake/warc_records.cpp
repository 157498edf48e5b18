// The records of a WARC file, one after the other. A record that is damaged is refused, and reading
// goes on at the next line that begins a record.
#include <algorithm>
#include <utility>

#include "intake/passed_over.h"
#include "intake/record_source.h"
#include "intake/warc_header.h"
#include "intake/warc_payload.h"

namespace sitrep {

namespace {

constexpr size_t kMostHttpHeader = size_t{256} * 1024;

class WarcRecords : public RecordSource {
 public:
  WarcRecords(ByteWindow window, InputPlace place, std::optional<Error> damage_before)
      : window_(std::move(window)), place_(std::move(place)), damage_(std::move(damage_before)) {}

  std::optional<Result<RawInput>> next() override {
    if (damage_) return refused_damage();
    for (;;) {
      if (auto raw = next_of_payload()) return raw;
      if (done_) return next_summary();
      if (auto refused = next_record()) return Failure(std::move(*refused));
    }
  }

 private:
  using Refusal = std::optional<Error>;

  // ---- what is refused

  Error error(Code code, std::string message) const {
    return fail(code, std::move(message), place_.file, record_,
                static_cast<int64_t>(window_.position()))
        .value();
  }

  // The next line that begins a record is looked for, behind the damage where the window failed;
  // else behind `passed` bytes. Until it is found, all damage is this one.
  Refusal lose(Error error, size_t passed = 0) {
    error.record = record_;
    if (!window_.failed()) {
      window_.take(passed);
    } else if (!window_.resume()) {
      done_ = true;
    }
    return std::exchange(lost_, true) ? Refusal() : Refusal(std::move(error));
  }

  std::optional<Result<RawInput>> refused_damage() {
    damage_->record = ++record_;
    lost_ = true;
    return Failure(*std::exchange(damage_, std::nullopt));
  }

  std::optional<Result<RawInput>> next_summary() {
    for (PassedOver* passed : {&no_success_, &no_text_}) {
      const auto summary = std::exchange(*passed, PassedOver("")).summary();
      if (summary) return fail(Code::not_an_article, *summary, place_.file);
    }
    return std::nullopt;
  }

  // ---- records

  Refusal next_record() {
    const auto begins = lost_ ? find_mark() : skip_line_ends();
    if (begins && window_.ahead().empty()) {
      done_ = true;
      return std::nullopt;
    }
    ++record_;
    if (!begins) return lose(begins.error());
    if (!is_warc_mark(window_.ahead()))
      return lose(error(Code::malformed, "no WARC record begins here"));
    const auto size = size_of_header();
    if (!size) return lose(size.error(), kWarcMark);
    const auto header = read_warc_header(window_.ahead().substr(0, *size));
    if (!header) {
      return lose(error(Code::malformed, "a WARC header without type and length"), kWarcMark);
    }
    lost_ = false;
    return take_record(*header);
  }

  // Takes what stands before the next mark, or all.
  Result<bool> find_mark() {
    for (size_t from = 0;;) {
      const size_t size = window_.ahead().size();
      const size_t at = find_warc_mark(window_.ahead(), from);
      if (at != std::string_view::npos) {
        window_.take(at);
        return true;
      }
      const size_t kept = std::min(size, kWarcMark);  // with what stands before its line
      window_.take(size - kept);
      from = kept == kWarcMark ? 1 : 0;
      auto more = window_.more();
      if (!more) return more;
      if (!*more) {
        window_.take(window_.ahead().size());
        return false;
      }
    }
  }

  // Two stand behind a record, some writers leave them out or write more. At least a mark's bytes
  // are ahead afterwards, or the end.
  Result<bool> skip_line_ends() {
    for (;;) {
      const auto ahead = window_.ahead();
      window_.take(std::min(ahead.find_first_not_of("\r\n"), ahead.size()));
      if (window_.ahead().size() >= kWarcMark) return true;
      auto more = window_.more();
      if (!more || !*more) return more;
    }
  }

  Result<size_t> size_of_header() {
    for (;;) {
      const auto ahead = window_.ahead().substr(0, kMostWarcHeader);
      const size_t next = find_warc_mark(ahead, 1);  // else many marks in a row take long
      const size_t size = header_size(ahead.substr(0, next));
      if (size != std::string_view::npos) return size;
      if (next != ahead.npos || ahead.size() == kMostWarcHeader) return Failure(lost_header());
      const auto more = window_.more();
      if (!more) return Failure(more.error());
      if (!*more) return Failure(lost_header());
    }
  }

  Error lost_header() const { return error(Code::malformed, "a WARC header without an end"); }

  Refusal take_record(const WarcHeader& header) {
    const bool wanted = holds_content(header);
    if (header.length > place_.max_bytes + kMostHttpHeader) return pass_large(header, wanted);
    const size_t size = header.size + static_cast<size_t>(header.length);
    if (const auto ends = ends_right(size); !ends) return lose(ends.error(), header.size);
    position_ = static_cast<int64_t>(window_.position());
    const auto block = window_.ahead().substr(header.size, static_cast<size_t>(header.length));
    Refusal refusal = wanted ? open_payload(header, block) : Refusal();
    window_.take(size);
    return refusal;
  }

  // The record is there, its packing sound, and it ends as records do. Else its length may be wrong
  // and reach over the next ones: they are looked for behind its header.
  Result<bool> ends_right(size_t size) {
    constexpr size_t kLineEnds = 8;
    const auto behind = window_.at_least(size + kLineEnds + kWarcMark);
    if (window_.ahead().size() < size) {
      return behind ? Failure(error(Code::malformed, "the record ends early"))
                    : Failure(behind.error());
    }
    const auto rest = window_.ahead().substr(size);
    const size_t next = rest.find_first_not_of("\r\n");
    if (!behind && next == rest.npos && !window_.whole()) return Failure(behind.error());
    if (rest.starts_with("\r\n\r\n")) return true;  // what comes then is not this one's fault
    if (next == rest.npos || is_warc_mark(rest.substr(next))) return true;
    return Failure(error(Code::malformed, "the record does not end where its Content-Length says"));
  }

  // Larger than a report may be: passed over, but never over what looks like another record.
  Refusal pass_large(const WarcHeader& header, bool wanted) {
    const Error too_large = error(
        Code::too_large, "larger than the limit of " + std::to_string(place_.max_bytes) + " bytes");
    window_.take(header.size);
    for (uint64_t left = header.length; left > 0;) {
      const auto more = window_.at_least(kWarcMark + 1);
      if (!more) return lose(more.error());
      const auto ahead = window_.ahead();
      const auto block = ahead.substr(0, std::min<uint64_t>(left, ahead.size()));
      const size_t mark = find_warc_mark(block);
      if (mark != block.npos) return lose(too_large, mark);
      const bool last = block.size() == left || !*more;
      const size_t passed = block.size() - (last ? 0 : kWarcMark - 1);
      window_.take(passed);
      left = *more ? left - passed : 0;
    }
    return wanted ? Refusal(too_large) : Refusal();
  }

  // ---- what is in them

  Refusal open_payload(const WarcHeader& header, std::string_view block) {
    auto payload = payload_of(header, block, place_.max_bytes);
    if (!payload) return at_record(payload.error());
    if (payload->use == WarcPayload::Use::no_success) no_success_.count(payload->kind);
    if (payload->use == WarcPayload::Use::no_text) no_text_.count(payload->kind);
    if (payload->use != WarcPayload::Use::read) return std::nullopt;
    fetched_ = {header.uri, std::move(payload->charset), header.day};
    InputPlace inner = place_;
    inner.file = inner_file();
    auto records = open_records(memory_bytes(std::move(payload->bytes)), std::move(inner));
    if (!records) return at_record(records.error());
    payload_ = std::move(*records);
    return std::nullopt;
  }

  Error at_record(Error error) const {
    if (error.file.empty() || (error.file == inner_file() && error.record == 0)) {
      error.file = place_.file;
      error.record = record_;
      error.position = position_;
    }
    return error;
  }

  std::string inner_file() const { return place_.file + '#' + std::to_string(record_); }

  // A page is a record of this file; what has records of its own keeps their numbers.
  std::optional<Result<RawInput>> next_of_payload() {
    if (!payload_) return std::nullopt;
    auto raw = payload_->next();
    if (!raw) {
      payload_.reset();
      return std::nullopt;
    }
    if (!*raw) return Failure(at_record(raw->error()));
    if ((*raw)->record == 0 && (*raw)->file == inner_file()) {
      (*raw)->file = place_.file;
      (*raw)->record = record_;
      (*raw)->position = position_;
      (*raw)->fetched = fetched_;
    }
    return raw;
  }

  ByteWindow window_;
  InputPlace place_;
  std::optional<Error> damage_;
  std::unique_ptr<RecordSource> payload_;  // of the record read last
  Fetched fetched_;
  int64_t position_ = 0;
  int64_t record_ = 0;
  bool lost_ = false;  // the next record is looked for
  bool done_ = false;
  PassedOver no_success_{"answers without success, passed over, by HTTP status"};
  PassedOver no_text_{"records that are no text, passed over"};
};

}  // namespace

std::unique_ptr<RecordSource> warc_records(ByteWindow window, InputPlace place,
                                           std::optional<Error> damage_before) {
  return std::make_unique<WarcRecords>(std::move(window), std::move(place),
                                       std::move(damage_before));
}

}  // namespace sitrep
