#include "intake/warc_header.h"

#include <charconv>

#include "core/text.h"
#include "intake/date_text.h"
#include "intake/encoding.h"

namespace sitrep {

namespace {

std::optional<uint64_t> number_in(std::string_view digits) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool all = error == std::errc() && end == digits.data() + digits.size();
  return all && number <= INT64_MAX ? std::optional(number) : std::nullopt;
}

// Some crawlers put it between < and >.
std::string_view bare(std::string_view uri) {
  if (uri.starts_with('<') && uri.ends_with('>')) return uri.substr(1, uri.size() - 2);
  return uri;
}

}  // namespace

bool is_warc_mark(std::string_view text) {
  return text.size() >= kWarcMark && text.starts_with("WARC/") && is_digit(text[5]) &&
         text[6] == '.' && is_digit(text[7]) && (text[8] == '\r' || text[8] == '\n');
}

size_t find_warc_mark(std::string_view text, size_t from) {
  for (size_t at = text.find("WARC/", from); at != text.npos; at = text.find("WARC/", at + 1)) {
    if ((at == 0 || text[at - 1] == '\n') && is_warc_mark(text.substr(at))) return at;
  }
  return text.npos;
}

std::optional<WarcHeader> read_warc_header(std::string_view header) {
  const HeaderFields fields(header.substr(header.find('\n') + 1));
  const auto length = number_in(fields.value("content-length"));
  WarcHeader record;
  record.type = lower_ascii(fields.value("warc-type"));
  if (!length || record.type.empty()) return std::nullopt;
  record.length = *length;
  record.size = header.size();
  record.uri = valid_utf8(std::string(bare(fields.value("warc-target-uri"))));
  record.media = media_type(fields.value("content-type"));
  if (const auto date = read_date(fields.value("warc-date"))) record.day = date->day;
  return record;
}

}  // namespace sitrep
