#include "made_corpus/tables.h"

#include "core/text.h"
#include "intake/decoded_bytes.h"
#include "knowledge/table.h"

namespace sitrep::made {

namespace {

Result<std::string> read_file(const std::string& path) {
  auto bytes = open_bytes(path);
  if (!bytes) return Failure(bytes.error());
  if (path.ends_with(".gz")) {
    const auto growth = std::make_shared<Growth>();
    bytes = decoded_bytes(counted_bytes(std::move(*bytes), growth), {Packing::gzip, path, growth});
  }
  ByteWindow window(std::move(*bytes));
  for (;;) {
    const auto more = window.more();
    if (!more) return Failure(more.error());
    if (!*more) return std::string(window.ahead());
  }
}

}  // namespace

Result<Rows> read_rows_of(const std::string& path, std::string_view columns) {
  const auto text = read_file(path);
  if (!text) return Failure(text.error());
  Rows rows;
  std::vector<Error> problems;
  knowledge::read_table(
      path, *text, columns,
      [&](const knowledge::Row& row) {
        rows.emplace_back(row.cells.begin(), row.cells.end());
        return std::string();
      },
      problems);
  if (!problems.empty()) return Failure(problems.front());
  return rows;
}

std::vector<std::string> parts(std::string_view cell, char separator) {
  std::vector<std::string> out;
  for (const auto part : split(cell, separator)) out.emplace_back(part);
  return out;
}

}  // namespace sitrep::made
