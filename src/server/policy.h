// What keeps others from reading or writing over the browser, and a request from being taken for
// two.
#pragma once

#include <httplib.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/problem.h"

namespace sitrep::server {

bool is_loopback(const std::string& address);

// The host of a Host header, without its port, in lower case.
std::string host_of(std::string_view header);
bool is_address(const std::string& host);  // an IP address and no name

// Which hosts a request may name. A page of another name that resolves to this machine (DNS
// rebinding) names its own; an address cannot be rebound.
class Hosts {
 public:
  // Bound to a loopback address: loopback names only. Else any address, and `names`.
  Hosts(bool loopback, const std::vector<std::string>& names);
  bool allow(std::string_view header) const;

 private:
  bool loopback_;
  std::set<std::string> names_;
};

// Whether it is clear where the request ends. What is not, is refused before anything else is
// looked at, and the connection closed.
std::optional<Problem> check_framing(const httplib::Request& request);

// A page of another site asks; what it may not even see is not answered.
std::optional<Problem> check_reading(const httplib::Request& request);
// A page of this server, or a program that says X-Sitrep: 1, with a body of that type.
std::optional<Problem> check_writing(const httplib::Request& request, std::string_view type);

inline constexpr auto kContentPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; font-src 'self'; frame-ancestors 'none'; "
    "base-uri 'none'; form-action 'none'";

// Of a page that runs nothing and has one style of its own.
std::string policy_of_page(std::string_view style);

std::vector<std::pair<std::string, std::string>> security_headers();

}  // namespace sitrep::server
