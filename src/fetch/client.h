// One request of HTTP after the other, several at a time. Redirects are answers here: who asked
// decides whether and when to follow.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sitrep/result.h"

namespace sitrep::fetch {

struct Request {
  uint64_t id = 0;
  std::string address = {};   // http or https
  std::string etag = {};      // of what is known already, as the server wrote it; empty: none
  std::string modified = {};  // its Last-Modified
  uint64_t max_bytes = 0;     // of the body, unpacked
  bool public_only = true;    // refuse to connect to what is not on the public internet
};

struct Answer {
  uint64_t id = 0;
  long status = 0;           // of HTTP; 0: none came, see `failure`
  std::string failure = {};  // why there is no whole answer; empty: there is one
  bool for_good = false;     // asking again would not help: too large, a private address
  std::string body = {};     // unpacked
  std::string type = {};     // of its content, as "text/html"
  std::string charset = {};
  std::string etag = {};
  std::string modified = {};
  std::string location = {};  // where a redirect leads, whole
  std::optional<std::chrono::seconds> retry_after = {};
};

class Client {
 public:
  virtual ~Client() = default;
  virtual void start(Request request) = 0;
  // What has come, after at most so long; empty: nothing yet. Every request is answered once.
  virtual std::vector<Answer> wait(std::chrono::milliseconds most) = 0;
  virtual void cancel() = 0;  // all that is under way; no answers come
};

struct ClientOptions {
  std::string agent;                          // User-Agent
  std::string proxy;                          // empty: none
  std::chrono::milliseconds timeout{60'000};  // of one request
  bool private_too = false;                   // Request::public_only does not count
};

// With libcurl. Fails where there is no memory for it.
Result<std::unique_ptr<Client>> make_client(ClientOptions options);

}  // namespace sitrep::fetch
