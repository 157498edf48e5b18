#include "marked.h"

#include "core/text.h"
#include "tagged.h"
#include "text_file.h"

namespace sitrep::training {

namespace {

Result<std::vector<std::string>> read_lines(const std::string& file) {
  const auto text = read_text(file);
  if (!text) return tl::unexpected(text.error());
  std::vector<std::string> lines;
  for (std::string_view line : split(*text, '\n')) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.emplace_back(line);
  }
  return lines;
}

uint32_t size_of(const std::string& text) { return static_cast<uint32_t>(text.size()); }

// Appends a line without its braces; false if they are not as they should be.
bool add_marked_line(std::string_view line, MarkedText& out) {
  while (!line.empty()) {
    const size_t open = line.find_first_of("{}|");
    out.text += line.substr(0, open);
    if (open == line.npos) return true;
    line.remove_prefix(open);
    const size_t bar = line.find('|'), close = line.find('}');
    if (line[0] != '{' || bar >= close || close == line.npos) return false;
    const auto kind = parse<EntityKind>(line.substr(bar + 1, close - bar - 1));
    const uint32_t begin = size_of(out.text);
    out.text += line.substr(1, bar - 1);
    const bool known = kind && *kind != EntityKind::none;
    if (!known || out.text.find('{', begin) != out.text.npos) return false;
    out.marks.push_back({{begin, size_of(out.text)}, kind});
    line.remove_prefix(close + 1);
  }
  return true;
}

bool add_tagged_line(std::string_view line, MarkedText& out) {
  while (!line.empty()) {
    const size_t open = line.find_first_of("{}");
    out.text += line.substr(0, open);
    if (open == line.npos) return true;
    line.remove_prefix(open);
    const size_t close = line.find('}'), slash = line.rfind('/', close);
    if (line[0] != '{' || close == line.npos || slash == line.npos || slash == 1) return false;
    const Fine fine = parse_fine(line.substr(slash + 1, close - slash - 1));
    if (!tag_of(fine)) return false;
    const uint32_t begin = size_of(out.text);
    out.text += line.substr(1, slash - 1);
    out.marks.push_back({{begin, size_of(out.text)}, {}, fine});
    line.remove_prefix(close + 1);
  }
  return true;
}

// What a label of a file of names means; nothing for those whose kinds are not ours.
std::optional<EntityKind> kind_of_label(std::string_view label) {
  if (label == "PER" || label == "person") return EntityKind::person;
  if (label == "ORG" || label == "corporation") return EntityKind::organisation;
  return std::nullopt;
}

void add_name_line(std::string_view line, MarkedText& out) {
  const size_t gap = line.find_first_of(" \t");
  const std::string_view word = line.substr(0, gap);
  const std::string_view label = gap == line.npos ? "O" : line.substr(gap + 1);
  if (!out.text.empty()) out.text += ' ';
  const uint32_t begin = size_of(out.text);
  out.text += word;
  if (label.size() > 2)
    out.marks.push_back({{begin, size_of(out.text)}, kind_of_label(label.substr(2))});
}

}  // namespace

Result<std::vector<MarkedText>> read_marked(const std::string& file) {
  const auto lines = read_lines(file);
  if (!lines) return tl::unexpected(lines.error());
  std::vector<MarkedText> texts;
  for (size_t i = 0; i < lines->size(); ++i) {
    const std::string& line = (*lines)[i];
    if (line.starts_with("## ")) {
      texts.emplace_back().unmarked = Unmarked::none;
    } else if (!texts.empty() && !line.empty() && !line.starts_with("= ")) {  // "= ": its events
      if (!texts.back().text.empty()) texts.back().text += "\n\n";
      if (!add_marked_line(line, texts.back()))
        return fail(Code::malformed, "line " + std::to_string(i + 1) + ": marks are {text|kind}",
                    file);
    }
  }
  return texts;
}

Result<std::vector<MarkedText>> read_names(const std::string& file) {
  const auto lines = read_lines(file);
  if (!lines) return tl::unexpected(lines.error());
  std::vector<MarkedText> texts(1);
  for (const std::string& line : *lines) {
    if (!line.empty() && line[0] != '\t')
      add_name_line(line, texts.back());
    else if (!texts.back().text.empty())
      texts.emplace_back();
  }
  if (texts.back().text.empty()) texts.pop_back();
  for (MarkedText& text : texts) text.unmarked = Unmarked::no_name;
  return texts;
}

Result<std::vector<MarkedText>> read_tagged(const std::string& file) {
  const auto lines = read_lines(file);
  if (!lines) return tl::unexpected(lines.error());
  std::vector<MarkedText> texts;
  for (size_t i = 0; i < lines->size(); ++i) {
    const std::string& line = (*lines)[i];
    if (line.empty() || line[0] == '#') continue;
    if (!add_tagged_line(line, texts.emplace_back()))
      return fail(Code::malformed, "line " + std::to_string(i + 1) + ": marks are {word/TAG}",
                  file);
  }
  return texts;
}

Result<std::vector<MarkedText>> read_plain(const std::string& file) {
  const auto lines = read_lines(file);
  if (!lines) return tl::unexpected(lines.error());
  std::vector<MarkedText> texts(1);
  for (const std::string& line : *lines) {
    if (line == "---")
      texts.emplace_back();
    else
      texts.back().text += line + '\n';
  }
  if (texts.back().text.empty()) texts.pop_back();
  return texts;
}

}  // namespace sitrep::training
