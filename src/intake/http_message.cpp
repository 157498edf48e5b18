#include "intake/http_message.h"

#include <algorithm>

#include "core/text.h"
#include "intake/decoded_bytes.h"
#include "intake/sniff.h"

namespace sitrep {

namespace {

constexpr size_t kMostHeader = size_t{256} * 1024;
constexpr size_t kMostCodings = 3;

// "HTTP/1.1 200 OK"; the status, 0: no such line.
int status_in(std::string_view line) {
  const size_t space = line.find(' ');
  if (!line.starts_with("HTTP/") || space == line.npos) return 0;
  const auto digits = line.substr(space + 1, 3);
  if (digits.size() < 3 || !std::all_of(digits.begin(), digits.end(), is_digit)) return 0;
  return (digits[0] - '0') * 100 + (digits[1] - '0') * 10 + (digits[2] - '0');
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// "1f4a", "1f4a;name=value": the size of a chunk.
std::optional<uint64_t> chunk_size(std::string_view line) {
  constexpr size_t kMostDigits = 15;
  line = trim(line.substr(0, line.find(';')));
  if (line.empty() || line.size() > kMostDigits) return std::nullopt;
  uint64_t size = 0;
  for (char c : line) {
    if (hex_value(c) < 0) return std::nullopt;
    size = size * 16 + static_cast<uint64_t>(hex_value(c));
  }
  return size;
}

// RFC 9112 7.1. Empty: it is not in chunks.
std::optional<std::string> without_chunks(std::string_view body) {
  std::string out;
  for (bool first = true; !body.empty(); first = false) {
    const size_t end = body.find('\n');
    const auto size = end == body.npos ? std::nullopt : chunk_size(body.substr(0, end));
    if (!size && first) return std::nullopt;
    if (!size || *size == 0) break;
    body.remove_prefix(end + 1);
    out.append(body.substr(0, *size));
    body.remove_prefix(std::min<uint64_t>(*size, body.size()));
    if (body.starts_with('\r')) body.remove_prefix(1);
    if (body.starts_with('\n')) body.remove_prefix(1);
  }
  return out;
}

std::optional<Packing> packing_of(std::string_view coding, std::string_view body) {
  if (coding == "gzip" || coding == "x-gzip") return Packing::gzip;
  if (coding == "br") return Packing::brotli;
  if (coding == "zstd") return Packing::zstd;
  if (coding != "deflate") return std::nullopt;
  // Meant to be zlib (RFC 9110 8.4.1.2), whose first two bytes are a multiple of 31; often it is
  // not.
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(body[i]); };
  const bool zlib = body.size() > 2 && (byte(0) & 0x0F) == 8 && (byte(0) * 256 + byte(1)) % 31 == 0;
  return zlib ? Packing::zlib : Packing::deflate;
}

struct Unpacked {
  std::string bytes;
  std::optional<Error> failure;
};

Unpacked unpack(std::string body, Packing packing, uint64_t most) {
  auto growth = std::make_shared<Growth>(body.size());
  ByteWindow window(decoded_bytes(memory_bytes(std::move(body)), {packing, {}, growth}));
  const auto more = window.at_least(most + 1);
  Unpacked unpacked{std::string(window.ahead()), {}};
  if (!more) unpacked.failure = more.error();
  if (more && *more) {
    unpacked.failure = Error{Code::too_large,
                             "unpacked larger than the limit of " + std::to_string(most) + " bytes",
                             {}};
  }
  return unpacked;
}

Result<std::string> without_coding(std::string body, std::string_view coding, uint64_t most) {
  const auto packing = packing_of(coding, body);
  if (!packing) return body;
  Unpacked unpacked = unpack(body, *packing, most);
  if (!unpacked.failure) return std::move(unpacked.bytes);
  if (unpacked.failure->code == Code::too_large) return Failure(*unpacked.failure);
  if (sniff(body).reason.empty()) return body;
  if (unpacked.bytes.empty()) return Failure(*unpacked.failure);
  return std::move(unpacked.bytes);
}

}  // namespace

std::optional<HttpAnswer> read_http_answer(std::string_view message) {
  HttpAnswer answer;
  answer.status = status_in(message.substr(0, message.find('\n')));
  if (answer.status == 0) return std::nullopt;
  const size_t size = std::min(header_size(message.substr(0, kMostHeader)), message.size());
  const size_t line_end = std::min(message.find('\n'), size);
  const HeaderFields fields(message.substr(line_end, size - line_end));
  answer.media = media_type(fields.value("content-type"));
  answer.transfer_coding = lower_ascii(fields.value("transfer-encoding"));
  answer.content_encoding = lower_ascii(fields.value("content-encoding"));
  answer.body = message.substr(size);
  return answer;
}

Result<std::string> unpacked_body(const HttpAnswer& answer, uint64_t most) {
  std::optional<std::string> plain;
  if (answer.transfer_coding.find("chunked") != std::string::npos)
    plain = without_chunks(answer.body);
  std::string body = plain ? std::move(*plain) : std::string(answer.body);
  auto codings = split(answer.content_encoding, ',');
  if (codings.size() > kMostCodings) return fail(Code::malformed, "too many content encodings");
  for (size_t i = codings.size(); i-- > 0;) {  // the last was put on last
    auto less = without_coding(std::move(body), trim(codings[i]), most);
    if (!less) return less;
    body = std::move(*less);
  }
  return body;
}

}  // namespace sitrep
