#include "intake/paragraphs.h"

#include <algorithm>

#include "core/text.h"

namespace sitrep {

namespace {

constexpr size_t kNarrowest = 40;
constexpr size_t kWidest = 100;

struct RawLine {
  std::string_view text;  // trimmed
  size_t indent = 0;
};

std::vector<RawLine> raw_lines(std::string_view text) {
  std::vector<RawLine> lines;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const auto line = text.substr(begin, end - begin);
    const size_t indent = std::min(line.find_first_not_of(' '), line.size());
    lines.push_back({trim(line), indent});
    begin = end + 1;
  }
  return lines;
}

size_t first_word(std::string_view line) { return std::min(line.find(' '), line.size()); }

bool is_broken_at(const RawLine& line, const RawLine& next, size_t width) {
  return line.indent + line.text.size() + 1 + first_word(next.text) > width * 17 / 20;
}

bool begins_paragraph(const RawLine& line, const RawLine& before) {
  return before.text.empty() || line.text.empty() || line.indent >= before.indent + 2;
}

// The column that the lines were broken at; 0: they were not. Where they were, the next line's
// first word would not have fitted.
size_t wrap_width(const std::vector<RawLine>& lines) {
  size_t width = 0;
  for (const auto& line : lines) width = std::max(width, line.indent + line.text.size());
  if (width < kNarrowest || width > kWidest) return 0;
  size_t joints = 0;
  size_t broken = 0;
  for (size_t i = 1; i < lines.size(); ++i) {
    if (begins_paragraph(lines[i], lines[i - 1])) continue;
    ++joints;
    broken += is_broken_at(lines[i - 1], lines[i], width);
  }
  return joints >= 3 && broken * 5 >= joints * 4 ? width : 0;
}

void append_tidy(std::string& out, std::string_view line) {
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] != ' ' || line[i - 1] != ' ') out += line[i];
  }
}

}  // namespace

std::string tidied(std::string_view text) {
  const auto lines = raw_lines(text);
  const size_t width = wrap_width(lines);
  std::string out;
  out.reserve(text.size() + 1);
  for (size_t i = 0; i < lines.size(); ++i) {
    const bool joined = width > 0 && i > 0 && !begins_paragraph(lines[i], lines[i - 1]) &&
                        is_broken_at(lines[i - 1], lines[i], width);
    if (i > 0) out += joined ? ' ' : '\n';
    if (width > 0 && i > 0 && !joined && lines[i].indent > 0 && !lines[i - 1].text.empty())
      out += '\n';
    append_tidy(out, lines[i].text);
  }
  return out;
}

std::vector<Line> lines_of(std::string_view tidy_text) {
  std::vector<Line> lines;
  bool blank = false;
  for (size_t begin = 0; begin <= tidy_text.size();) {
    const size_t end = std::min(tidy_text.find('\n', begin), tidy_text.size());
    const auto line = tidy_text.substr(begin, end - begin);
    if (line.empty()) {
      blank = true;
    } else {
      lines.push_back({line, blank});
      blank = false;
    }
    begin = end + 1;
  }
  return lines;
}

}  // namespace sitrep
