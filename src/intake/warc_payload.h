// What a WARC record holds for a reader, or why it holds nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "intake/warc_header.h"
#include "sitrep/result.h"

namespace sitrep {

// Of a response, a resource or a conversion; all others are about the crawl.
bool holds_content(const WarcHeader& record);

struct WarcPayload {
  enum class Use : uint8_t {
    read,
    no_success,  // an HTTP status other than 2xx
    no_text,     // a picture, a script
    nothing,     // not from the web
  };
  Use use = Use::nothing;
  std::string kind;     // of what is not read: the status, the media type
  std::string bytes;    // of what is read: unpacked
  std::string charset;  // as it was sent
};

// Fails where a body can't be unpacked or is larger than `most` bytes.
Result<WarcPayload> payload_of(const WarcHeader& record, std::string_view block, uint64_t most);

}  // namespace sitrep
