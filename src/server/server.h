// A ledger over HTTP, read-only and on this machine only: the brief as a page, incidents as JSON.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "output/countries.h"
#include "sitrep/ledger.h"

namespace sitrep::server {

class Server {
 public:
  Server(Ledger ledger, output::Countries countries);
  Server(Server&&) noexcept;
  ~Server();

  // The port that it listens on; `port` 0 takes any free one. `usage` for an address that others
  // could reach.
  Result<int> bind(const std::string& address, int port);
  bool run();   // answers until stopped
  void stop();  // from any thread

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sitrep::server
