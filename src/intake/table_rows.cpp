#include "intake/table_rows.h"

namespace sitrep {

namespace {

class RowCutter {
 public:
  RowCutter(std::string_view text, char separator) : text_(text), separator_(separator) {}

  std::optional<TableRow> run(RowEnd end) {
    // Whether a \n follows the last \r is not known yet.
    if (end == RowEnd::needed && text_.ends_with('\r')) text_.remove_suffix(1);
    for (; at_ < text_.size(); ++at_) {
      if (quoted_) {
        inside_quotes();
      } else if (outside_quotes()) {
        return finished(at_ + 1);
      }
    }
    if (quoted_ || end == RowEnd::needed || text_.empty()) return std::nullopt;
    return finished(at_);
  }

 private:
  void inside_quotes() {
    const char c = text_[at_];
    if (c != '"') {
      cell_ += c;
      row_.lines += c == '\n';
    } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
      cell_ += c;
      ++at_;
    } else {
      quoted_ = false;
    }
  }

  // True at the row's end.
  bool outside_quotes() {
    const char c = text_[at_];
    if (c == separator_) {
      end_cell();
    } else if (c == '\n' || (c == '\r' && !text_.substr(at_ + 1).starts_with('\n'))) {
      return true;
    } else if (c == '"' && cell_.empty() && !was_quoted_) {
      quoted_ = was_quoted_ = true;
    } else if (c != '\r') {
      cell_ += c;
    }
    return false;
  }

  void end_cell() {
    row_.cells.push_back(std::move(cell_));
    cell_.clear();
    was_quoted_ = false;
  }

  std::optional<TableRow> finished(size_t size) {
    end_cell();
    row_.size = size;
    ++row_.lines;
    return std::move(row_);
  }

  std::string_view text_;
  char separator_;
  size_t at_ = 0;
  std::string cell_;
  bool quoted_ = false;
  bool was_quoted_ = false;  // the cell began with a quotation mark
  TableRow row_;
};

}  // namespace

std::optional<TableRow> first_row(std::string_view text, char separator, RowEnd end) {
  return RowCutter(text, separator).run(end);
}

}  // namespace sitrep
