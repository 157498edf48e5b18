#include "knowledge/table.h"

#include <fmt/format.h>

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

void read_table(std::string_view file, std::string_view text, std::string_view columns,
                const std::function<std::string(const Row&)>& each, std::vector<Error>& problems) {
  const std::vector<std::string_view> names = split(columns, ' ');
  std::vector<std::string_view> cells;
  bool header_seen = false;
  uint32_t line_number = 0;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++line_number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    split_cells(line, cells);
    if (!header_seen) {
      header_seen = true;
      if (cells != names) {
        problems.push_back(
            problem(file, line_number, fmt::format("the header should be: {}", columns)));
        return;
      }
      continue;
    }
    if (cells.size() != names.size()) {
      problems.push_back(
          problem(file, line_number,
                  fmt::format("{} cells where {} columns are", cells.size(), names.size())));
      continue;
    }
    std::string reason = each({cells, line_number});
    if (!reason.empty()) problems.push_back(problem(file, line_number, std::move(reason)));
  }
}

}  // namespace sitrep::knowledge
