#include "server/gate.h"

#include <unistd.h>

#include <array>
#include <charconv>

#include "server/api.h"

namespace sitrep::server {

namespace {

using httplib::Request;

std::vector<std::string> own_names(const ServerOptions& options) {
  std::vector<std::string> names = options.hosts;
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) == 0 && name[0]) names.emplace_back(name.data());
  return names;
}

bool is_of_interface(const std::vector<std::string>& path) { return path.front() == "api"; }

}  // namespace

uint64_t length_of(const Request& request) {
  const std::string text = request.get_header_value("Content-Length");
  uint64_t length = 0;
  std::from_chars(text.data(), text.data() + text.size(), length);
  return length;
}

Gate::Gate(const ServerOptions& options, const Router& router, Limiter& guessing)
    : options_(options),
      router_(router),
      hosts_(is_loopback(options.address), own_names(options)),
      reading_(options.reading),
      writing_(options.writing),
      guessing_(guessing) {}

Outcome<Admitted> Gate::admit(const Request& request) {
  if (!hosts_.allow(request.get_header_value("Host")))
    return trouble(403, "this server does not answer to that name (--host gives it another)");
  if (const auto problem = check_rate(request)) return Trouble(*problem);
  auto address = read_address(request.target);
  if (!address) return Trouble(address.error());
  Admitted out{router_.find(request.method, address->path), std::move(*address), {}};
  if (!out.match.route) {
    if (out.match.other_method || request.method == "POST")
      return trouble(405, "this address is not for " + request.method);
    if (is_of_interface(out.address.path)) return trouble(404, "there is nothing here");
    return out;
  }
  const Route& route = *out.match.route;
  if (const auto problem = check_reading(request)) return Trouble(*problem);
  auto user = check_token(request, route);
  if (!user) return Trouble(user.error());
  out.user = std::move(*user);
  if (const auto problem = check_body(request, route)) return Trouble(*problem);
  return out;
}

std::optional<Problem> Gate::check_rate(const Request& request) {
  Limiter& limiter = request.method == "POST" ? writing_ : reading_;
  const int wait = limiter.wait(request.remote_addr);
  if (wait == 0) return std::nullopt;
  return Problem(429, "too many requests; go on in a while", wait);
}

Outcome<std::string> Gate::check_token(const Request& request, const Route& route) {
  if (options_.tokens.empty()) return std::string();
  const bool logging_in = route.path == kLoginPath;
  const bool guessing = logging_in || request.has_header("Authorization");  // a cookie is too long
  if (guessing && guessing_.spent(request.remote_addr))
    return Trouble(Problem(429, "too many wrong tokens; go on in a while", 10));
  if (logging_in) return std::string();
  if (auto user = options_.tokens.user_of(request)) return std::move(*user);
  if (guessing) (void)guessing_.wait(request.remote_addr);
  return trouble(401, "this server asks for a token");
}

std::optional<Problem> Gate::check_body(const Request& request, const Route& route) const {
  if (route.body == Body::none) return std::nullopt;
  const bool json = route.body == Body::json;
  if (auto problem = check_writing(request, json ? "application/json" : "application/octet-stream"))
    return problem;
  const uint64_t most = json ? options_.most_json : options_.most_upload;
  if (length_of(request) > most)
    return Problem(413, "the body has more than " + std::to_string(most) + " bytes");
  return std::nullopt;
}

}  // namespace sitrep::server
