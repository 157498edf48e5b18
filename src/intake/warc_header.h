// The header of a WARC record (ISO 28500, versions 1.0 and 1.1; older ones differ in nothing that
// is read here).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "intake/header_fields.h"
#include "sitrep/values.h"

namespace sitrep {

inline constexpr size_t kMostWarcHeader = size_t{64} * 1024;

struct WarcHeader {
  std::string type;  // lower case, "response"
  std::string uri;
  MediaType media;         // of the block: "application/http" of an answer as it came
  std::optional<Day> day;  // of WARC-Date
  uint64_t length = 0;     // of the block
  size_t size = 0;         // of the header, with its empty line
};

// "WARC/1.0" and a line end.
inline constexpr size_t kWarcMark = 9;
bool is_warc_mark(std::string_view text);

// Where in `text`, from `from` on, a line begins so; npos: nowhere. The last kWarcMark - 1 bytes
// may be the beginning of one that is not all there.
size_t find_warc_mark(std::string_view text, size_t from = 0);

// `text` begins with a mark. Empty: no Content-Length that is a number, or no type.
std::optional<WarcHeader> read_warc_header(std::string_view header);

}  // namespace sitrep
