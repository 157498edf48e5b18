#include "intake/mail_text.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "core/text.h"
#include "intake/shapes.h"

namespace sitrep {

namespace {

std::vector<std::string_view> lines_in(std::string_view text) {
  std::vector<std::string_view> lines;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    auto line = text.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    begin = end + 1;
  }
  return lines;
}

// "> > text" to "text".
std::string_view unquoted(std::string_view line) {
  while (line.starts_with('>')) {
    line.remove_prefix(1);
    if (line.starts_with(' ')) line.remove_prefix(1);
  }
  return line;
}

bool is_dashed(std::string_view line) { return line.starts_with("--") || line.starts_with("__"); }

// "---------- Forwarded message ---------", "-----Original Message-----", "Begin forwarded
// message:"
bool announces_mail(std::string_view line) {
  line = trim(unquoted(line));
  if (line.size() > 60) return false;
  const std::string lower = lower_ascii(line);
  if (lower == "begin forwarded message:") return true;
  return is_dashed(lower) && (lower.find("forwarded message") != std::string::npos ||
                              lower.find("original message") != std::string::npos ||
                              lower.find("forwarded by") != std::string::npos);
}

// The value behind "From:", "*From:*" or "Sent:".
std::optional<std::string_view> value_behind(std::string_view line, std::string_view lower_name) {
  constexpr std::string_view kMarks = "* ";
  const auto skip = [&] {
    line.remove_prefix(std::min(line.find_first_not_of(kMarks), line.size()));
  };
  skip();
  if (!begins_with_words(line, lower_name)) return std::nullopt;
  line.remove_prefix(lower_name.size());
  skip();
  if (!line.starts_with(':')) return std::nullopt;
  line.remove_prefix(1);
  skip();
  return trim(line);
}

// "Tue, Oct 15, 2024 at 4:52 AM" without its "at".
std::string without_at(std::string_view date) {
  std::string text(date);
  if (const size_t at = text.find(" at "); at != text.npos) text.erase(at, 3);
  return text;
}

class HeaderBlock {
 public:
  explicit HeaderBlock(Forwarded& to) : to_(to) {}

  // False: the line is no part of a header.
  bool take(std::string_view line) {
    if (const auto from = value_behind(line, "from")) return set_sender(*from), true;
    if (const auto subject = value_behind(line, "subject")) return to_.subject = *subject, true;
    for (const auto* name : {"date", "sent"}) {
      if (const auto date = value_behind(line, name)) return to_.date = without_at(*date), true;
    }
    return value_behind(line, "to") || value_behind(line, "cc") || value_behind(line, "reply-to");
  }

 private:
  // "Velm Post <news@velm.example>", "news@velm.example", "Velm Post [mailto:...]"
  void set_sender(std::string_view value) {
    const size_t open = value.find_first_of("<[");
    const auto name = trim(value.substr(0, open));
    auto address = open == value.npos ? name : value.substr(open + 1);
    address = address.substr(0, address.find_first_of(">] "));
    if (address.starts_with("mailto:")) address.remove_prefix(7);
    if (address.find('@') != address.npos) to_.address = address;
    if (name.find('@') == name.npos) to_.sender = name;
    std::erase_if(to_.sender, [](char c) { return c == '"' || c == '*'; });
  }

  Forwarded& to_;
};

// "From: ...", "Sent: ...", "Subject: ..." below each other, as Outlook writes it without a word
// before.
bool is_bare_header(const std::vector<std::string_view>& lines, size_t at) {
  if (!value_behind(unquoted(lines[at]), "from")) return false;
  bool date = false;
  bool subject = false;
  for (size_t i = at + 1; i < std::min(lines.size(), at + 6); ++i) {
    const auto line = unquoted(lines[i]);
    date = date || value_behind(line, "sent") || value_behind(line, "date");
    subject = subject || value_behind(line, "subject");
  }
  return date && subject;
}

// The first line of the innermost header; the number of lines: there is none.
size_t forwarded_header(const std::vector<std::string_view>& lines) {
  for (size_t i = lines.size(); i-- > 0;) {
    if (announces_mail(lines[i])) return i + 1;
    if (is_bare_header(lines, i)) return i;
  }
  return lines.size();
}

bool is_link(std::string_view word) {
  return word.find("http://") != word.npos || word.find("https://") != word.npos;
}

}  // namespace

Forwarded find_forwarded(std::string_view text) {
  const auto lines = lines_in(text);
  size_t at = forwarded_header(lines);
  Forwarded found;
  HeaderBlock header(found);
  size_t fields = 0;
  for (; at < lines.size(); ++at) {
    const auto line = trim(unquoted(lines[at]));
    if (line.empty() ? fields > 0 : !header.take(line)) break;
    fields += !line.empty();
  }
  for (; at < lines.size(); ++at) found.text.append(unquoted(lines[at])) += '\n';
  if (trim(found.text).empty() || fields == 0) return {};
  return found;
}

std::string without_trimmings(std::string_view text) {
  const auto lines = lines_in(text);
  const auto is_quoted = [](std::string_view line) { return line.starts_with('>'); };
  const bool all_quoted = std::all_of(lines.begin(), lines.end(), [&](std::string_view line) {
    return trim(line).empty() || is_quoted(line) || line.ends_with("wrote:");
  });
  std::string out;
  for (size_t i = 0; i < lines.size(); ++i) {
    const auto line = lines[i];
    if (line == "-- " || (line == "--" && i > 0)) break;
    if (line.starts_with("________________")) {
      if (i * 2 > lines.size()) break;  // the footer of a mailing list
      continue;
    }
    if (line.ends_with("wrote:") && (i + 1 >= lines.size() || is_quoted(lines[i + 1]))) continue;
    if (is_quoted(line) && !all_quoted) continue;
    out.append(unquoted(line)) += '\n';
  }
  return out;
}

std::string bare_subject(std::string_view subject) {
  for (bool cut = true; cut;) {
    cut = false;
    subject = trim(subject);
    for (std::string_view head : {"re:", "fw:", "fwd:", "aw:", "wg:", "tr:"}) {
      if (lower_ascii(subject.substr(0, head.size())) != head) continue;
      subject.remove_prefix(head.size());
      cut = true;
    }
    // "[alerts] ": the name of a mailing list
    const size_t end = subject.find(']');
    if (subject.starts_with('[') && end < 40 && end + 1 < subject.size()) {
      subject.remove_prefix(end + 1);
      cut = true;
    }
  }
  return std::string(subject);
}

bool is_link_list(std::string_view text) {
  constexpr size_t kLeastWords = 6;
  constexpr size_t kMostWords = 90;
  size_t all = 0;
  size_t words = 0;
  size_t longest = 0;
  size_t items = 0;
  for (const auto line : lines_in(text)) {
    size_t here = 0;
    bool link = false;
    for (const auto word : split(line, ' ')) {
      link = link || is_link(word);
      here += !word.empty() && !is_link(word);
    }
    words += here;
    all += here;
    longest = std::max(longest, words);
    if (!link) continue;
    items += words >= kLeastWords;
    words = 0;
  }
  return items >= 3 && longest <= kMostWords && longest * 2 <= all;
}

}  // namespace sitrep
