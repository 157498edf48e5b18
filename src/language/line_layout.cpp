#include "language/line_layout.h"

#include <algorithm>
#include <array>

#include "core/text.h"

namespace sitrep {

namespace {

constexpr size_t kLongest = 120;  // longer lines are not hard-wrapped text
constexpr size_t kNarrowest = 40;
constexpr size_t kRagged = 14;  // how far wrapped lines fall short, usually

using Lengths = std::array<size_t, kLongest + 2>;  // lines of each length; the last: longer

void count_line(std::string_view line, Lengths& lengths) {
  line = trim(line);
  if (!line.empty()) ++lengths[std::min(line.size(), kLongest + 1)];
}

Lengths line_lengths(std::string_view text) {
  Lengths lengths{};
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    count_line(text.substr(begin, end - begin), lengths);
    begin = end + 1;
  }
  return lengths;
}

size_t lines_between(const Lengths& lengths, size_t from, size_t to) {
  size_t lines = 0;
  for (size_t i = from; i <= to; ++i) lines += lengths[i];
  return lines;
}

}  // namespace

size_t wrap_width(std::string_view text) {
  const Lengths lengths = line_lengths(text);
  const size_t all = lines_between(lengths, 1, kLongest + 1);
  const size_t longer = lengths[kLongest + 1];
  if (all < 2 || longer * 5 > all) return 0;
  // A few lines may stick out.
  size_t width = kLongest, out = longer;
  while (width > kNarrowest && out + lengths[width] <= all / 50) out += lengths[width--];
  const size_t near = lines_between(lengths, width - kRagged, width);
  return width > kNarrowest && near >= 2 && near * 3 >= all ? width : 0;
}

Gap gap_between(std::string_view text, size_t from, size_t to) {
  Gap gap;
  size_t lines = 0, spaces = 0;
  for (size_t i = from; i < to; ++i) {
    if (text[i] == '\n') {
      ++lines;
      spaces = 0;
    } else if (text[i] != '\r') {
      spaces += text[i] == '\t' ? 4 : 1;
    }
  }
  gap.line = lines > 0;
  gap.paragraph = lines > 1;
  gap.indented = gap.line && spaces > 1;
  gap.wide = !gap.line && spaces > 1;
  return gap;
}

bool broken_early(std::string_view text, size_t width, size_t end, size_t next) {
  const size_t before = text.rfind('\n', end - 1);
  const size_t begin = before == std::string_view::npos ? 0 : before + 1;
  size_t word = next;
  while (word < text.size() && !is_ascii_space(text[word])) ++word;
  return end - begin + 1 + (word - next) + width / 6 <= width;
}

}  // namespace sitrep
