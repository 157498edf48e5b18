#include "server/policy.h"

#include <arpa/inet.h>

#include <algorithm>

#include "core/sha256.h"
#include "core/text.h"

namespace sitrep::server {

namespace {

using httplib::Request;

std::string base64(const Sha256::Digest& bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    const auto at = [&](size_t k) {
      return k < bytes.size() ? static_cast<uint32_t>(bytes[k]) : 0u;
    };
    const uint32_t word = at(i) << 16 | at(i + 1) << 8 | at(i + 2);
    for (size_t k = 0; k < 4; ++k) {
      out += i + k > bytes.size() ? '=' : kDigits[(word >> (18 - 6 * k)) & 63];
    }
  }
  return out;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

bool is_of_this_site(const Request& request, bool none_allowed) {
  const std::string site = request.get_header_value("Sec-Fetch-Site");
  return site.empty() || site == "same-origin" || (none_allowed && site == "none");
}

// "http://127.0.0.1:8320" for the host "127.0.0.1:8320".
bool is_own_origin(const Request& request) {
  if (!request.has_header("Origin")) return true;
  const std::string origin = lower_ascii(request.get_header_value("Origin"));
  const std::string host = lower_ascii(request.get_header_value("Host"));
  return origin == "http://" + host || origin == "https://" + host;
}

bool is_of_type(const Request& request, std::string_view type) {
  const std::string given = lower_ascii(request.get_header_value("Content-Type"));
  return trim(std::string_view(given).substr(0, given.find(';'))) == type;
}

}  // namespace

bool is_loopback(const std::string& address) {
  if (address == "localhost" || address == "::1") return true;
  in_addr v4{};
  return inet_pton(AF_INET, address.c_str(), &v4) == 1 && (ntohl(v4.s_addr) >> 24) == 127;
}

bool is_address(const std::string& host) {
  in_addr v4{};
  in6_addr v6{};
  return inet_pton(AF_INET, host.c_str(), &v4) == 1 || inet_pton(AF_INET6, host.c_str(), &v6) == 1;
}

std::string host_of(std::string_view header) {
  const bool bracketed = header.starts_with('[');
  const size_t end = bracketed ? header.find(']') : header.find(':');
  if (bracketed && end == header.npos) return {};
  const std::string_view behind = header.substr(std::min(end + bracketed, header.size()));
  if (end != header.npos && !behind.empty() && !(behind[0] == ':' && all_digits(behind.substr(1))))
    return {};
  return lower_ascii(bracketed ? header.substr(1, end - 1) : header.substr(0, end));
}

Hosts::Hosts(bool loopback, const std::vector<std::string>& names) : loopback_(loopback) {
  for (const std::string& name : names) names_.insert(lower_ascii(name));
}

bool Hosts::allow(std::string_view header) const {
  const std::string host = host_of(header);
  return is_loopback(host) || names_.contains(host) || (!loopback_ && is_address(host));
}

std::optional<Problem> check_framing(const Request& request) {
  if (request.has_header("Transfer-Encoding"))
    return Problem(411, "the length of a body must be said: Content-Length");
  if (request.get_header_value_count("Host") != 1) return Problem(400, "one Host must be named");
  if (request.has_header("Content-Encoding")) return Problem(415, "a body must not be packed");
  const size_t lengths = request.get_header_value_count("Content-Length");
  const std::string length = request.get_header_value("Content-Length");
  if (lengths > 1 || (lengths == 1 && (!all_digits(length) || length.size() > 15)))
    return Problem(400, "Content-Length is not a number");
  if (request.method == "POST") {
    if (lengths == 0) return Problem(411, "the length of a body must be said: Content-Length");
    return std::nullopt;
  }
  if (request.method != "GET" && request.method != "HEAD")
    return Problem(405, "only GET, HEAD and POST are answered");
  if (lengths == 1 && length.find_first_not_of('0') != length.npos)
    return Problem(400, "a " + request.method + " has no body");
  return std::nullopt;
}

std::optional<Problem> check_reading(const Request& request) {
  if (is_of_this_site(request, true)) return std::nullopt;
  return Problem(403, "another site's page may not read this");
}

std::optional<Problem> check_writing(const Request& request, std::string_view type) {
  if (!is_own_origin(request) || !is_of_this_site(request, true))
    return Problem(403, "another site's page may not write here");
  if (request.get_header_value("X-Sitrep") != "1")
    return Problem(403, "a request that writes says X-Sitrep: 1");
  if (!is_of_type(request, type))
    return Problem(415, "the body must be of the type " + std::string(type));
  return std::nullopt;
}

std::string policy_of_page(std::string_view style) {
  const std::string hash = base64(Sha256().add(style).digest());
  return "default-src 'none'; style-src 'sha256-" + hash +
         "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

std::vector<std::pair<std::string, std::string>> security_headers() {
  return {{"Content-Security-Policy", kContentPolicy},
          {"X-Content-Type-Options", "nosniff"},
          {"X-Frame-Options", "DENY"},
          {"Referrer-Policy", "no-referrer"},
          {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
          {"Cross-Origin-Resource-Policy", "same-origin"},
          {"Cross-Origin-Opener-Policy", "same-origin"},
          {"Cache-Control", "no-store"}};
}

}  // namespace sitrep::server
