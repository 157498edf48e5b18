// A ledger over HTTP: the workbench and the interface behind it (docs/api.md).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/options.h"
#include "sitrep/knowledge.h"

namespace sitrep::server {

class Server {
 public:
  // `usage` for an address that others could reach without what protects it then. The knowledge
  // must outlive it.
  static Result<Server> create(ServerOptions options, const Knowledge& knowledge);
  Server(Server&&) noexcept;
  ~Server();

  Result<int> bind();  // the port that it listens on
  bool run();          // answers until stopped
  void stop();         // from any thread
  std::string url(int port) const;

  struct RouteName {
    std::string method, path;
  };
  static std::vector<RouteName> routes();

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace sitrep::server
