#include "server/policy.h"

#include <arpa/inet.h>

#include "core/sha256.h"

namespace sitrep::server {

namespace {

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

}  // namespace

bool is_loopback(const std::string& address) {
  if (address == "localhost" || address == "::1") return true;
  in_addr v4{};
  return inet_pton(AF_INET, address.c_str(), &v4) == 1 && (ntohl(v4.s_addr) >> 24) == 127;
}

bool is_local_host(std::string_view host) {
  if (host.starts_with("[::1]")) return true;
  const std::string name(host.substr(0, host.find(':')));
  return is_loopback(name) && name != "::1";
}

std::vector<std::pair<std::string, std::string>> security_headers(std::string_view style) {
  const std::string hash = base64(Sha256().add(style).digest());
  return {{"Content-Security-Policy",
           "default-src 'none'; style-src 'sha256-" + hash +
               "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
          {"X-Content-Type-Options", "nosniff"},
          {"X-Frame-Options", "DENY"},
          {"Referrer-Policy", "no-referrer"},
          {"Cross-Origin-Resource-Policy", "same-origin"},
          {"Cross-Origin-Opener-Policy", "same-origin"},
          {"Cache-Control", "no-store"}};
}

}  // namespace sitrep::server
