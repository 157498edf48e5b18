// What a request must pass before any route sees it.
#pragma once

#include <httplib.h>

#include <optional>
#include <string>

#include "server/options.h"
#include "server/policy.h"
#include "server/rates.h"
#include "server/router.h"

namespace sitrep::server {

// An admitted request's way.
struct Admitted {
  Match match;  // without a route: an address of the application, or a file of it
  Address address;
  std::string user;  // whom its token names
};

uint64_t length_of(const httplib::Request& request);  // of its body, as it says

class Gate {
 public:
  // `guessing` counts the wrong tokens of each client.
  Gate(const ServerOptions& options, const Router& router, Limiter& guessing);
  // Of a request whose framing is clear (check_framing).
  Outcome<Admitted> admit(const httplib::Request& request);

 private:
  std::optional<Problem> check_rate(const httplib::Request& request);
  Outcome<std::string> check_token(const httplib::Request& request, const Route& route);
  std::optional<Problem> check_body(const httplib::Request& request, const Route& route) const;
  const ServerOptions& options_;
  const Router& router_;
  Hosts hosts_;
  Limiter reading_, writing_;
  Limiter& guessing_;
};

}  // namespace sitrep::server
