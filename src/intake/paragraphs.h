// A clean text's lines, each one paragraph.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

// Joins lines that were only broken to fit a column, makes runs of spaces one, trims each line.
std::string tidied(std::string_view text);

struct Line {
  enum class Role { body, title, byline, date, caption, furniture };
  std::string_view text;
  bool blank_before = false;
  Role role = Role::body;
  bool is_body() const { return role == Role::body; }
};

std::vector<Line> lines_of(std::string_view tidy_text);  // without the blank ones

}  // namespace sitrep
