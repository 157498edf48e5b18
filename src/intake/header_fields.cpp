#include "intake/header_fields.h"

#include <algorithm>

#include "core/text.h"

namespace sitrep {

namespace {

// The line that `text` begins with, without its end; taken off.
std::string_view take_line(std::string_view& text) {
  const size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view unquoted(std::string_view value) {
  value = trim(value);
  if (value.starts_with('"') || value.starts_with('\'')) {
    value.remove_prefix(1);
    value = value.substr(0, value.find_first_of("\"'"));
  }
  return value;
}

}  // namespace

size_t header_size(std::string_view text) {
  for (size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
    const auto next = text.substr(at + 1, 2);
    if (next.starts_with('\n')) return at + 2;
    if (next == "\r\n") return at + 3;
  }
  return text.npos;
}

HeaderFields::HeaderFields(std::string_view header) {
  while (!header.empty()) {
    const std::string_view line = take_line(header);
    if (line.starts_with(' ') || line.starts_with('\t')) {
      if (!fields_.empty()) fields_.back().value.append(" ").append(trim(line));
      continue;
    }
    const size_t colon = line.find(':');
    if (colon == line.npos) continue;
    fields_.push_back(
        {lower_ascii(trim(line.substr(0, colon))), std::string(trim(line.substr(colon + 1)))});
  }
}

std::string_view HeaderFields::value(std::string_view lower_name) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(),
                                  [&](const Field& field) { return field.name == lower_name; });
  return found == fields_.end() ? std::string_view() : found->value;
}

MediaType media_type(std::string_view content_type) {
  MediaType media;
  const auto parts = split(content_type, ';');
  for (size_t i = 0; i < parts.size(); ++i) {
    const std::string_view part = trim(parts[i]);
    if (i == 0) media.type = lower_ascii(trim(part.substr(0, part.find(','))));
    const size_t equals = part.find('=');
    if (i > 0 && equals != part.npos && lower_ascii(trim(part.substr(0, equals))) == "charset") {
      media.charset = lower_ascii(unquoted(part.substr(equals + 1)));
    }
  }
  return media;
}

}  // namespace sitrep
