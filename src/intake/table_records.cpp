#include "core/text.h"
#include "intake/encoding.h"
#include "intake/sniff.h"
#include "intake/table.h"
#include "intake/table_rows.h"

namespace sitrep {

namespace {

constexpr uint64_t kSpare = 256u << 20;  // bytes of a file that may be read twice

class TableRecords : public RecordSource {
 public:
  TableRecords(ByteWindow window, TableHead head, InputPlace place)
      : window_(std::move(window)), head_(std::move(head)), place_(std::move(place)) {
    window_.take(head_.size);
    line_ = 1 + head_.lines;
  }

  std::optional<Result<RawInput>> next() override {
    while (!done_) {
      auto row = read_row();
      if (!row) return Failure(row.error());
      if (!*row) break;
      if ((*row)->is_blank()) {
        pass((*row)->size, (*row)->lines);
      } else if (!fits(**row)) {
        return refuse_row(**row);
      } else {
        return report_of(**row);
      }
    }
    return std::nullopt;
  }

 private:
  // The row that begins the window; empty: there is none any more.
  Result<std::optional<TableRow>> read_row() {
    for (;;) {
      const auto end = window_.at_end() ? RowEnd::at_end_of_text : RowEnd::needed;
      auto row = first_row(window_.ahead(), head_.separator, end);
      if (row && row->size <= place_.max_bytes) return row;
      if (window_.ahead().size() > place_.max_bytes) return skip(too_large(), Code::too_large);
      if (window_.at_end() && window_.ahead().empty()) return std::nullopt;
      if (window_.at_end()) return skip("a quotation mark that is not closed", Code::malformed);
      if (const auto more = window_.more(); !more) {
        done_ = true;
        return Failure(more.error());
      }
    }
  }

  std::string too_large() const {
    return "larger than the limit of " + std::to_string(place_.max_bytes) + " bytes";
  }

  Failure refuse(Code code, std::string message) const {
    return fail(code, std::move(message), place_.file, line_,
                static_cast<int64_t>(window_.position()));
  }

  void pass(size_t bytes, int64_t lines) {
    window_.take(bytes);
    line_ += lines;
  }

  // Past the end of the row's first line: a quotation mark too many must not cost what is behind
  // it. `bytes` were read in vain, and are read again from there, as often as that is cheap enough;
  // then the reading goes on behind them.
  void pass_wrong(size_t bytes) {
    const bool again = bytes <= spare_;
    spare_ -= again ? bytes : 0;
    pass_line(again ? 0 : bytes - 1);
  }

  // Past the first line end at or behind `from`.
  void pass_line(size_t from) {
    for (;;) {
      const auto text = window_.ahead();
      const size_t end = std::min(text.find('\n', std::min(from, text.size())), text.size());
      const bool found = end < text.size();
      pass(found ? end + 1 : end, std::count(text.begin(), text.begin() + end, '\n') + found);
      if (found) return;
      from = 0;
      const auto more = window_.more();
      if (more && *more) continue;
      done_ = true;
      return;
    }
  }

  Failure skip(std::string message, Code code) {
    Failure refused = refuse(code, std::move(message));
    pass_wrong(window_.ahead().size());
    return refused;
  }

  // A row may have empty cells more than the header.
  bool fits(const TableRow& row) const {
    if (row.cells.size() < head_.fields.size()) return false;
    return std::all_of(row.cells.begin() + static_cast<std::ptrdiff_t>(head_.fields.size()),
                       row.cells.end(), [](const auto& cell) { return trim(cell).empty(); });
  }

  Failure refuse_row(const TableRow& row) {
    Failure refused =
        refuse(Code::malformed, "a row of " + std::to_string(row.cells.size()) +
                                    (row.cells.size() == 1 ? " cell" : " cells") +
                                    " where the header has " + std::to_string(head_.fields.size()));
    row.lines > 1 ? pass_wrong(row.size) : pass(row.size, row.lines);
    return refused;
  }

  Result<RawInput> report_of(TableRow& row) {
    RawInput raw{.kind = RawInput::Kind::fields,
                 .file = place_.file,
                 .record = line_,
                 .position = static_cast<int64_t>(window_.position())};
    pass(row.size, row.lines);
    for (size_t i = 0; i < head_.fields.size(); ++i) {
      auto* field = field_named(raw.fields, head_.fields[i]);
      if (field == nullptr || trim(row.cells[i]).empty()) continue;
      auto text = to_utf8(std::move(row.cells[i]));
      if (!text) return in_row(text.error(), raw);
      *field = std::move(*text);
    }
    prefer_text(raw.fields);
    return raw;
  }

  static Failure in_row(Error error, const RawInput& raw) {
    error.file = raw.file;
    error.record = raw.record;
    error.position = raw.position;
    return Failure(std::move(error));
  }

  // As in a JSON record, text is read where both are given; but columns of text often hold HTML.
  static void prefer_text(Metadata& fields) {
    if (fields.text) fields.html.reset();
    if (fields.text && is_html(*fields.text)) std::swap(fields.text, fields.html);
    if (!fields.text && !fields.html) fields.text = std::string();
  }

  ByteWindow window_;
  TableHead head_;
  InputPlace place_;
  int64_t line_ = 1;
  uint64_t spare_ = kSpare;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<RecordSource> table_records(ByteWindow window, TableHead head, InputPlace place) {
  return std::make_unique<TableRecords>(std::move(window), std::move(head), std::move(place));
}

}  // namespace sitrep
