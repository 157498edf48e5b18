// httplib's servers, plain and with TLS, set up as this program needs them.
#pragma once

#include <httplib.h>

#include <memory>

#include "server/options.h"

namespace sitrep::server {

class Listener {
 public:
  virtual ~Listener() = default;
  virtual httplib::Server& http() = 0;
  virtual void take_more_callers() = 0;  // once it is bound
};

// `usage` where the certificate or its key can't be used.
Result<std::unique_ptr<Listener>> make_listener(const ServerOptions& options);

}  // namespace sitrep::server
