#include "knowledge/table.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text.h"

namespace sitrep::knowledge {

namespace {

void split_cells(std::string_view line, std::vector<std::string_view>& cells) {
  cells.clear();
  while (true) {
    const size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return;
    line.remove_prefix(tab + 1);
  }
}

Error problem(std::string_view file, uint32_t line, std::string message) {
  return {Code::bad_dictionary, std::move(message), std::string(file), line, -1};
}

}  // namespace

void read_rows(std::string_view file, std::string_view text,
               const std::function<std::string(const Row&)>& each, std::vector<Error>& problems) {
  std::vector<std::string_view> cells;
  uint32_t line_number = 0;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    split_cells(line, cells);
    std::string reason = each({cells, line_number});
    if (!reason.empty()) problems.push_back(problem(file, line_number, std::move(reason)));
  }
}

void read_table(std::string_view file, std::string_view text, std::string_view columns,
                const std::function<std::string(const Row&)>& each, std::vector<Error>& problems) {
  const std::vector<std::string_view> names = split(columns, ' ');
  enum class Header : uint8_t { awaited, right, wrong } header = Header::awaited;
  const auto row = [&](const Row& r) -> std::string {
    if (header == Header::wrong) return {};  // said already
    if (header == Header::awaited) {
      header = std::ranges::equal(r.cells, names) ? Header::right : Header::wrong;
      return header == Header::right ? "" : fmt::format("the header should be: {}", columns);
    }
    if (r.cells.size() != names.size())
      return fmt::format("{} cells where {} columns are", r.cells.size(), names.size());
    return each(r);
  };
  read_rows(file, text, row, problems);
}

}  // namespace sitrep::knowledge
