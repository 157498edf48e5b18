// `serve`: the workbench.
#include <fmt/format.h>

#include <algorithm>

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

}  // namespace

int serve(const Call& call, Console& console) {
  auto options = options_of(call);
  if (!options) return console.complain(options.error());
  const auto knowledge = open_to_code(call, console);
  if (!knowledge) return console.complain(knowledge.error());
  auto server = server::Server::create(std::move(*options), *knowledge);
  if (!server) return console.complain(server.error());
  const auto port = server->bind();
  if (!port) return console.complain(port.error());
  console.note(fmt::format("{} at {} (end with Ctrl-C)", call.ledger, server->url(*port)));
  return server->run() ? kDone : kRefused;
}

}  // namespace sitrep::cli
