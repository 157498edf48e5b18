// `serve`: the workbench.
#include <fmt/format.h>
#include <signal.h>

#include <algorithm>
#include <thread>

#include "cli/commands.h"
#include "cli/common.h"
#include "server/server.h"

#ifndef SITREP_VERSION
#define SITREP_VERSION "unknown"
#endif

namespace sitrep::cli {

namespace {

bool says(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

Result<server::ServerOptions> options_of(const Call& call) {
  server::ServerOptions options;
  options.ledger = call.ledger;
  options.version = SITREP_VERSION;
  options.address = call.address;
  options.port = call.port;
  options.certificate = call.certificate;
  options.key = call.key;
  options.plain_http = says(call.insecure, "plain-http");
  options.no_token = says(call.insecure, "no-token");
  options.hosts = call.hosts;
  options.user = call.by.empty() ? user() : call.by;
  options.read_only = call.read_only;
  for (const std::string& token : call.tokens) {
    if (const auto added = options.tokens.add(token, ""); !added) return Failure(added.error());
  }
  if (call.token_file.empty()) return options;
  const auto read = options.tokens.add_file(call.token_file);
  if (!read) return Failure(read.error());
  return options;
}

// Waits for Ctrl-C, or for a polite kill, in a thread of its own, and ends the server. Made before
// any other thread, so that none of them takes the signal.
class Interrupts {
 public:
  Interrupts() {
    sigemptyset(&signals_);
    for (const int signal : {SIGINT, SIGTERM, kEnough}) sigaddset(&signals_, signal);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
  }
  Interrupts(const Interrupts&) = delete;
  ~Interrupts() {
    if (!thread_.joinable()) return;
    pthread_kill(thread_.native_handle(), kEnough);
    thread_.join();
  }
  void end(server::Server& server) {
    thread_ = std::thread([this, &server] {
      int signal = 0;
      sigwait(&signals_, &signal);
      if (signal != kEnough) server.stop();
    });
  }

 private:
  static constexpr int kEnough = SIGUSR1;  // the server has ended by itself
  sigset_t signals_;
  std::thread thread_;
};

}  // namespace

int serve(const Call& call, Console& console) {
  Interrupts interrupts;
  auto options = options_of(call);
  if (!options) return console.complain(options.error());
  const auto knowledge = open_to_code(call, console);
  if (!knowledge) return console.complain(knowledge.error());
  auto server = server::Server::create(std::move(*options), *knowledge);
  if (!server) return console.complain(server.error());
  const auto port = server->bind();
  if (!port) return console.complain(port.error());
  console.note(fmt::format("{} at {} (end with Ctrl-C)", call.ledger, server->url(*port)));
  interrupts.end(*server);
  return server->run() ? kDone : kRefused;
}

}  // namespace sitrep::cli
