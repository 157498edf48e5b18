// How a mail begins.
#include <algorithm>
#include <array>

#include "core/text.h"
#include "intake/mail.h"

namespace sitrep {

namespace {

// The header's lines, without the folded rest of each.
class HeaderLines {
 public:
  explicit HeaderLines(std::string_view head) : rest_(head) {}

  // Empty at the header's end, and where a line is none of a header.
  std::string_view next() {
    std::string_view line = take();
    while (!rest_.empty() && (rest_[0] == ' ' || rest_[0] == '\t')) take();
    return line;
  }

 private:
  std::string_view take() {
    const size_t end = rest_.find('\n');
    std::string_view line = rest_.substr(0, end);
    rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
  }

  std::string_view rest_;
};

// RFC 5322, 2.2: printable ASCII but for the colon.
std::string_view field_name(std::string_view line) {
  const size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return {};
  const auto name = trim(line.substr(0, colon));  // blanks before the colon: obsolete, yet met
  const bool good =
      std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < '\x7F'; });
  return good ? name : std::string_view();
}

bool is_one_of_mail(const std::string& lower_name) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"to", "cc", "date", "message-id", "received", "mime-version", "return-path", "delivered-to",
       "reply-to", "list-id", "list-unsubscribe", "in-reply-to", "dkim-signature"});
  return std::find(kNames.begin(), kNames.end(), lower_name) != kNames.end();
}

}  // namespace

bool is_mail(std::string_view head) {
  HeaderLines lines(head);
  bool from = false;
  int others = 0;
  for (auto line = lines.next(); !line.empty(); line = lines.next()) {
    const std::string name = lower_ascii(field_name(line));
    if (name.empty()) return false;
    if (name == "from") from = from || line.find('@') != std::string_view::npos;
    others += is_one_of_mail(name);
  }
  return from && others >= 2;
}

bool is_mbox(std::string_view head) {
  if (!head.starts_with("From ")) return false;
  const size_t end = head.find('\n');
  return end != std::string_view::npos && is_mail(head.substr(end + 1));
}

}  // namespace sitrep
