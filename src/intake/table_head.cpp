// Whether a text is a table, and which columns it has.
#include <algorithm>

#include "core/text.h"
#include "intake/encoding.h"
#include "intake/shapes.h"
#include "intake/table.h"
#include "intake/table_rows.h"

namespace sitrep {

namespace {

constexpr size_t kLongestName = 60;  // bytes of a column's name
constexpr size_t kMostNameWords = 5;
constexpr size_t kMostColumns = 500;
constexpr size_t kRowsToSee = 50;
constexpr std::string_view kSeparators = ",;\t|";

struct Shape {
  char separator = ',';
  std::vector<std::string> header = {};
  size_t size = 0;
  int64_t lines = 0;
  size_t rows = 0;     // seen behind the header
  size_t fitting = 0;  // of them, as many cells as the header
  bool blank = false;  // a blank line between them

  bool is_better_than(const Shape& other) const {
    return fitting != other.fitting ? fitting > other.fitting : header.size() > other.header.size();
  }
  bool fits(size_t tenths) const { return rows > 0 && fitting * 10 >= rows * tenths; }
};

bool is_name(std::string_view cell) {
  return !cell.empty() && cell.size() <= kLongestName && !is_digit(cell[0]) &&
         cell.find_first_of("\n.!?:{}<>") == cell.npos &&
         count_words(cell, kMostNameWords + 1) <= kMostNameWords;
}

bool is_header(const std::vector<std::string>& cells) {
  if (cells.size() < 2 || cells.size() > kMostColumns) return false;
  if (!std::all_of(cells.begin(), cells.end(), is_name)) return false;
  auto sorted = cells;
  std::sort(sorted.begin(), sorted.end());
  return std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
}

// Excel's own first line says which separator follows.
std::string_view skip_separator_line(std::string_view text, Shape& shape) {
  if (text.size() < 6 || lower_ascii(text.substr(0, 4)) != "sep=") return text;
  const size_t end = text.find('\n');
  if (end == text.npos || end > 6) return text;
  shape.size += end + 1;
  ++shape.lines;
  return text.substr(end + 1);
}

std::optional<Shape> shape_of(std::string_view text, char separator) {
  Shape shape{.separator = separator};
  text = skip_separator_line(text, shape);
  auto header = first_row(text, separator, RowEnd::needed);
  if (!header) return std::nullopt;
  for (auto& cell : header->cells) cell = std::string(trim(cell));
  while (!header->cells.empty() && header->cells.back().empty()) header->cells.pop_back();
  if (!is_header(header->cells)) return std::nullopt;
  shape.header = std::move(header->cells);
  shape.size += header->size;
  shape.lines += header->lines;
  text.remove_prefix(header->size);
  while (shape.rows < kRowsToSee) {
    const auto row = first_row(text, separator, RowEnd::at_end_of_text);
    if (!row) break;
    text.remove_prefix(row->size);
    shape.blank = shape.blank || (row->is_blank() && !text.empty());
    if (row->is_blank()) continue;
    ++shape.rows;
    shape.fitting += row->cells.size() == shape.header.size();
  }
  return shape;
}

std::optional<Shape> best_shape(std::string_view text) {
  std::optional<Shape> best;
  for (const char separator : kSeparators) {
    auto shape = shape_of(text, separator);
    if (shape && shape->fitting > 0 && (!best || shape->is_better_than(*best)))
      best = std::move(shape);
  }
  return best;
}

bool holds(const std::vector<std::string>& fields, std::string_view field) {
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

Failure no_text(const Shape& shape) {
  std::string names;
  for (const auto& name : shape.header) names += (names.empty() ? "" : ", ") + name;
  return fail(Code::malformed,
              "a table without a column of text that is known (--columns "
              "text=NAME says which); its columns are " +
                  names);
}

}  // namespace

bool is_table(std::string_view text) { return best_shape(text).has_value(); }

Result<std::optional<TableHead>> read_table_head(std::string_view text, const Columns& columns) {
  const size_t mark = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  text.remove_prefix(mark);
  auto shape = best_shape(text);
  if (!shape) return std::nullopt;
  for (auto& name : shape->header) name = valid_utf8(std::move(name));
  auto fields = columns.fields_of(shape->header);
  const auto known =
      std::count_if(fields.begin(), fields.end(), [](const auto& f) { return !f.empty(); });
  if (holds(fields, "text") || holds(fields, "html")) {
    if (!shape->fits(known > 1 ? 2 : 8)) return std::nullopt;
    return TableHead{shape->separator, mark + shape->size, shape->lines, std::move(fields)};
  }
  const bool regular =
      shape->header.size() > 2 && (shape->rows > 2 || known > 0) && shape->fits(10);
  if (known > 1 ? shape->fits(5) : regular && !shape->blank) return no_text(*shape);
  return std::nullopt;
}

}  // namespace sitrep
