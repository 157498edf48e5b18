#include "server/server.h"

#include <httplib.h>

#include <array>
#include <functional>
#include <mutex>
#include <set>

#include "core/json.h"
#include "core/records_json.h"
#include "output/brief.h"
#include "output/brief_html.h"
#include "output/brief_markdown.h"
#include "output/filters.h"
#include "server/policy.h"

namespace sitrep::server {

namespace {

using httplib::Request;
using httplib::Response;

constexpr auto kJson = "application/json; charset=utf-8";

int status_of(Code code) {
  switch (code) {
    case Code::usage:
      return 400;
    case Code::not_found:
      return 404;
    case Code::busy:
      return 503;
    default:
      return 500;
  }
}

void answer_error(Response& response, int status, std::string_view message) {
  std::string body;
  JsonWriter w(body);
  w.begin_object();
  w.field("error", message);
  w.end_object();
  response.status = status;
  response.set_content(body + "\n", kJson);
}

void answer_error(Response& response, const Error& error) {
  answer_error(response, status_of(error.code), describe(error));
}

output::FilterText filter_of(const Request& request) {
  const auto value = [&](const char* name) { return request.get_param_value(name); };
  return {value("since"),
          value("until"),
          value("country"),
          value("type"),
          value("grade"),
          value("text"),
          request.has_param("rejected")};
}

}  // namespace

struct Server::State {
  State(Ledger l, output::Countries c) : ledger(std::move(l)), countries(std::move(c)) {}

  Result<std::vector<Incident>> incidents(const Request& request) {
    const auto filter = output::parse_filter(filter_of(request), countries);
    if (!filter) return Failure(filter.error());
    const std::lock_guard lock(mutex);
    return ledger.incidents(*filter);
  }

  Result<output::Brief> brief(const Request& request) {
    const auto chosen = incidents(request);
    if (!chosen) return Failure(chosen.error());
    std::set<std::string> ids;
    for (const Incident& incident : *chosen) {
      for (const ReportRef& report : incident.reports) ids.insert(report.id);
    }
    const std::lock_guard lock(mutex);
    const auto codings = ledger.codings({ids.begin(), ids.end()});
    if (!codings) return Failure(codings.error());
    return output::compose_brief(*chosen, *codings, countries);
  }

  void answer_brief(const Request& request, Response& response, bool html) {
    const auto page = brief(request);
    if (!page) return answer_error(response, page.error());
    if (html) return response.set_content(output::html(*page), "text/html; charset=utf-8");
    response.set_content(output::markdown(*page), "text/markdown; charset=utf-8");
  }

  void answer_incidents(const Request& request, Response& response) {
    const auto chosen = incidents(request);
    if (!chosen) return answer_error(response, chosen.error());
    std::string body = "[";
    for (const Incident& incident : *chosen) {
      if (body.size() > 1) body += ",\n";
      append_json(body, incident);
    }
    response.set_content(body + "]\n", kJson);
  }

  void answer_incident(const Request& request, Response& response) {
    const std::lock_guard lock(mutex);
    const auto incident = ledger.incident(request.matches[1]);
    if (!incident) return answer_error(response, incident.error());
    std::string body;
    append_json(body, *incident);
    response.set_content(body + "\n", kJson);
  }

  void add_routes() {
    http.Get("/", [this](const Request& q, Response& r) { answer_brief(q, r, true); });
    http.Get("/brief.md", [this](const Request& q, Response& r) { answer_brief(q, r, false); });
    http.Get("/api/incidents", [this](const Request& q, Response& r) { answer_incidents(q, r); });
    http.Get("/api/incidents/([0-9A-Za-z_-]{1,64})",
             [this](const Request& q, Response& r) { answer_incident(q, r); });
  }

  void add_policy() {
    httplib::Headers headers;
    for (const auto& [name, value] : security_headers(output::page_style()))
      headers.emplace(name, value);
    http.set_default_headers(std::move(headers));
    http.set_pre_routing_handler([](const Request& request, Response& response) {
      if (is_local_host(request.get_header_value("Host")))
        return httplib::Server::HandlerResponse::Unhandled;
      answer_error(response, 403, "this server answers to its loopback address only");
      return httplib::Server::HandlerResponse::Handled;
    });
    http.set_error_handler([](const Request&, Response& response) {
      if (response.body.empty()) answer_error(response, response.status, "there is nothing here");
    });
    http.set_exception_handler([](const Request&, Response& response, const std::exception_ptr&) {
      answer_error(response, 500, "the request could not be answered");
    });
  }

  void tune() {
    http.set_tcp_nodelay(true);  // else each answer waits for the client's delayed acknowledgement
    http.set_keep_alive_max_count(1000);
    http.set_payload_max_length(1 << 16);
    http.set_read_timeout(10);
    http.set_write_timeout(10);
  }

  Ledger ledger;
  output::Countries countries;
  std::mutex mutex;  // of the ledger
  httplib::Server http;
};

Server::Server(Ledger ledger, output::Countries countries)
    : state_(std::make_unique<State>(std::move(ledger), std::move(countries))) {
  state_->tune();
  state_->add_policy();
  state_->add_routes();
}

Server::Server(Server&&) noexcept = default;
Server::~Server() = default;

Result<int> Server::bind(const std::string& address, int port) {
  if (!is_loopback(address)) {
    return fail(Code::usage,
                "address: only loopback addresses (127.0.0.1, ::1) are served, since anyone who "
                "reaches the server may read the ledger");
  }
  const int bound = port == 0 ? state_->http.bind_to_any_port(address)
                    : state_->http.bind_to_port(address.c_str(), port) ? port
                                                                       : -1;
  if (bound < 0)
    return fail(Code::io_failed, "can't listen on " + address + " port " + std::to_string(port));
  return bound;
}

bool Server::run() { return state_->http.listen_after_bind(); }
void Server::stop() { state_->http.stop(); }

}  // namespace sitrep::server
