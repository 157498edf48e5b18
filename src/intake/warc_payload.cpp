#include "intake/warc_payload.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "intake/http_message.h"

namespace sitrep {

namespace {

using Use = WarcPayload::Use;

// Bytes decide what a page is, but scripts, style sheets and a site's data look like text.
bool is_no_text(std::string_view type) {
  constexpr auto kFamilies = std::to_array<std::string_view>(
      {"image/", "audio/", "video/", "font/", "model/", "application/font", "application/x-font"});
  constexpr auto kTypes = std::to_array<std::string_view>(
      {"text/css", "application/json", "application/vnd.ms-fontobject", "text/vtt",
       "application/x-shockwave-flash", "application/wasm", "application/vnd.apple.mpegurl",
       "application/x-mpegurl"});
  const auto begins = [&](std::string_view family) { return type.starts_with(family); };
  return std::any_of(kFamilies.begin(), kFamilies.end(), begins) ||
         std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end() ||
         type.ends_with("javascript") || type.ends_with("ecmascript") || type.ends_with("+json");
}

// Crawlers keep their own notes under "metadata:", "urn:", "dns:" and the like, and ask for what
// they may fetch (RFC 9309).
bool is_from_the_web(std::string_view uri) {
  constexpr auto kSchemes =
      std::to_array<std::string_view>({"http://", "https://", "ftp://", "file://"});
  const auto begins = [&](std::string_view scheme) {
    return lower_ascii(uri.substr(0, scheme.size())) == scheme;
  };
  return std::any_of(kSchemes.begin(), kSchemes.end(), begins) && !uri.ends_with("/robots.txt");
}

WarcPayload not_read(Use use, std::string kind) { return {use, std::move(kind), {}, {}}; }

Result<WarcPayload> answer_in(std::string_view block, uint64_t most) {
  const auto answer = read_http_answer(block);
  if (!answer) return fail(Code::malformed, "no HTTP answer in it");
  if (answer->status / 100 != 2) return not_read(Use::no_success, std::to_string(answer->status));
  if (is_no_text(answer->media.type)) return not_read(Use::no_text, answer->media.type);
  auto body = unpacked_body(*answer, most);
  if (!body) return Failure(body.error());
  return WarcPayload{Use::read, {}, std::move(*body), answer->media.charset};
}

}  // namespace

bool holds_content(const WarcHeader& record) {
  return record.type == "response" || record.type == "resource" || record.type == "conversion";
}

Result<WarcPayload> payload_of(const WarcHeader& record, std::string_view block, uint64_t most) {
  if (!is_from_the_web(record.uri)) return WarcPayload{};
  const bool http = record.media.type == "application/http" || block.starts_with("HTTP/");
  if (record.type == "response" && http) return answer_in(block, most);
  if (is_no_text(record.media.type)) return not_read(Use::no_text, record.media.type);
  if (block.size() > most) {
    return fail(Code::too_large, "larger than the limit of " + std::to_string(most) + " bytes");
  }
  return WarcPayload{Use::read, {}, std::string(block), record.media.charset};
}

}  // namespace sitrep
