// An HTTP/1 answer as an archive keeps it: status, what its header says, and the body as it was
// before it was packed for the way.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "intake/header_fields.h"
#include "sitrep/result.h"

namespace sitrep {

struct HttpAnswer {
  int status = 0;
  MediaType media;
  std::string transfer_coding;   // lower case, "chunked"
  std::string content_encoding;  // lower case, "gzip", "gzip, br"
  std::string_view body;         // as it came
};

// Empty: no HTTP answer. The body views `message`.
std::optional<HttpAnswer> read_http_answer(std::string_view message);

// The body without transfer coding and content encoding (gzip, deflate, br, zstd). Crawlers that
// undo them keep the header: a body that is not packed as it says is taken as it is. One that
// breaks off gives what it has. Fails with malformed where nothing of it can be unpacked, with
// too_large beyond `most` bytes.
Result<std::string> unpacked_body(const HttpAnswer& answer, uint64_t most);

}  // namespace sitrep
