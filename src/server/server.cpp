#include "server/server.h"

#include <httplib.h>

#include <utility>

#include "server/api.h"
#include "server/assets.h"
#include "server/gate.h"
#include "server/listener.h"
#include "server/reply.h"

namespace sitrep::server {

namespace {

using httplib::Request;
using httplib::Response;
using Handled = httplib::Server::HandlerResponse;

// Whether others than this machine's users may reach it, and what then protects it.
Result<void> check_exposure(const ServerOptions& options) {
  if (options.certificate.empty() != options.key.empty())
    return fail(Code::usage, "--tls-cert and --tls-key go together");
  if (is_loopback(options.address)) return {};
  const std::string open =
      options.address + " can be reached by others than this machine's users: ";
  if (options.tokens.empty() && !options.no_token)
    return fail(Code::usage, open + "give a --token-file or a --token, or say --insecure no-token");
  if (options.certificate.empty() && !options.plain_http) {
    return fail(Code::usage, open + "give --tls-cert and --tls-key, or say --insecure plain-http");
  }
  return {};
}

// A file of the application, else its page: an address within it.
ContentPtr file_or_page(const Address& address) {
  std::string path;
  for (const std::string& part : address.path) path += (path.empty() ? "" : "/") + part;
  if (auto file = workbench().find(path)) return file;
  const std::string& last = address.path.back();
  return last.find('.') == last.npos ? workbench().page() : nullptr;
}

constexpr uint64_t kReadAnyway = 1u << 20;  // bytes of a body that is refused

// A POST on its way from the gate to its body: httplib does both in one thread.
thread_local Outcome<Admitted> posting = trouble(400, "this is no request");

}  // namespace

struct Server::State {
  State(ServerOptions options, const Knowledge& knowledge, std::unique_ptr<Listener> l)
      : api(std::move(options), knowledge),
        router(make_router()),
        gate(api.options, router, api.guessing),
        listener(std::move(l)) {
    add_policy();
    add_handlers();
  }

  void add_policy() {
    httplib::Headers headers;
    for (const auto& [name, value] : security_headers()) headers.emplace(name, value);
    listener->http().set_default_headers(std::move(headers));
    // What httplib refuses itself: it may not have read the body.
    listener->http().set_error_handler([](const Request&, Response& response) {
      if (response.body.empty() && !response.content_provider_)
        answer_error_and_close(response, {response.status, "this is no request that is answered"});
    });
    listener->http().set_exception_handler(
        [](const Request&, Response& response, const std::exception_ptr&) {
          answer_error_and_close(response, {500, "the request could not be answered"});
        });
  }

  void add_handlers() {
    listener->http().set_pre_routing_handler(
        [this](const Request& request, Response& response) { return admit(request, response); });
    listener->http().Post(
        ".*", [this](const Request& request, Response& response,
                     const httplib::ContentReader& reader) { take(request, response, reader); });
  }

  // Everything but the body of a POST, which comes later.
  Handled admit(const Request& request, Response& response) {
    // No answer is in parts, whatever range is asked for; a server may do so (RFC 9110, 14.2).
    // httplib reads ranges from its own request, which is no constant, and has no other hook.
    const_cast<Request&>(request).ranges.clear();
    if (const auto problem = check_framing(request)) {
      answer_error_and_close(response, *problem);
      return Handled::Handled;
    }
    auto admitted = gate.admit(request);
    if (request.method == "POST" && (admitted || length_of(request) <= kReadAnyway)) {
      posting = std::move(admitted);
      return Handled::Unhandled;
    }
    if (!admitted) {
      answer_error_and_close(response, admitted.error());
    } else if (admitted->match.route) {
      Call call{request, response};
      run(call, *admitted);
    } else if (const auto content = file_or_page(admitted->address)) {
      answer(request, response, content);
    } else {
      answer_error(response, {404, "there is nothing here"});
    }
    return Handled::Handled;
  }

  // The body is read even where it was refused: to a client that is still writing, an answer is
  // lost.
  void take(const Request& request, Response& response, const httplib::ContentReader& reader) {
    Outcome<Admitted> admitted = std::exchange(posting, trouble(400, "this is no request"));
    if (!admitted) {
      reader([](const char*, size_t) { return true; });
      return answer_error_and_close(response, admitted.error());
    }
    Call call{request, response};
    call.reader = &reader;
    if (admitted->match.route->body == Body::json && !reader([&](const char* bytes, size_t size) {
          return call.body.append(bytes, size), true;
        }))
      return answer_error_and_close(response, {400, "the body did not arrive"});
    run(call, *admitted);
  }

  void run(Call& call, Admitted& admitted) {
    const Route& route = *admitted.match.route;
    call.names = std::move(admitted.match.names);
    call.query = Query(admitted.address);
    call.user = std::move(admitted.user);
    call.query.allow(route.parameters);
    Outcome<void> done;
    if (call.query.problem()) {
      done = Trouble(*call.query.problem());
    } else {
      done = route.handler(api, call);
    }
    if (done) return;
    // Of bytes, some may not have been read.
    route.body == Body::bytes ? answer_error_and_close(call.response, done.error())
                              : answer_error(call.response, done.error());
  }

  Api api;
  Router router;
  Gate gate;
  std::unique_ptr<Listener> listener;
};

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::Server(Server&&) noexcept = default;
Server::~Server() = default;

Result<Server> Server::create(ServerOptions options, const Knowledge& knowledge) {
  if (const auto safe = check_exposure(options); !safe) return Failure(safe.error());
  const auto access = options.read_only ? Ledger::Access::read : Ledger::Access::write;
  if (const auto ledger = Ledger::open(options.ledger, access); !ledger)
    return Failure(ledger.error());
  auto listener = make_listener(options);
  if (!listener) return Failure(listener.error());
  return Server(std::make_unique<State>(std::move(options), knowledge, std::move(*listener)));
}

Result<int> Server::bind() {
  const ServerOptions& options = state_->api.options;
  httplib::Server& http = state_->listener->http();
  const int bound = options.port == 0 ? http.bind_to_any_port(options.address)
                    : http.bind_to_port(options.address, options.port) ? options.port
                                                                       : -1;
  if (bound < 0) {
    return fail(Code::io_failed,
                "can't listen on " + options.address + " port " + std::to_string(options.port));
  }
  state_->listener->take_more_callers();
  return bound;
}

bool Server::run() { return state_->listener->http().listen_after_bind(); }

void Server::stop() {
  state_->api.stop();
  state_->listener->http().stop();
}

std::string Server::url(int port) const {
  const ServerOptions& options = state_->api.options;
  const bool six = options.address.find(':') != std::string::npos;
  return (options.certificate.empty() ? "http://" : "https://") +
         (six ? "[" + options.address + "]" : options.address) + ":" + std::to_string(port) + "/";
}

std::vector<Server::RouteName> Server::routes() {
  std::vector<RouteName> out;
  const Router router = make_router();
  for (const Route& route : router.routes())
    out.push_back({std::string(route.method), std::string(route.path)});
  return out;
}

}  // namespace sitrep::server
