// What is served, by whom and to whom; logging in with a token.
#include <simdjson.h>

#include <filesystem>

#include "core/json.h"
#include "server/api.h"
#include "server/assets.h"
#include "server/reply.h"

namespace sitrep::server {

namespace {

Outcome<void> session(Api& api, Call& call) {
  const auto set = api.rows.present();
  if (!set) return Trouble(Problem(set.error()));
  const auto reports = api.report_count((*set)->revision);
  if (!reports) return Trouble(Problem(reports.error()));
  const std::string user = api.signer(call, "");
  std::string body;
  JsonWriter w(body);
  w.begin_object();
  w.field("version", api.options.version);
  w.field("ledger", std::filesystem::path(api.options.ledger).filename().string());
  w.field("incidents", (*set)->rows.size());
  w.field("reports", *reports);
  w.field("revision", (*set)->revision);
  w.field("writable", !api.options.read_only);
  w.key("user"), w.value_or_null(user);
  w.field("asks_for_token", !api.options.tokens.empty());
  w.field("named_by_token", !api.options.tokens.empty() && !call.user.empty());
  w.field("knowledge", api.knowledge.version());
  w.field("most_upload", api.options.most_upload);
  w.end_object();
  answer_json(call.request, call.response, body + "\n");
  return {};
}

Outcome<void> openapi(Api&, Call& call) {
  answer(call.request, call.response, openapi_document());
  return {};
}

// Of {"token": "..."}; empty: it is something else.
std::string token_in(const std::string& body) {
  simdjson::dom::parser parser;
  std::string_view token;
  if (parser.parse(body)["token"].get(token)) return {};
  return std::string(token);
}

Outcome<void> login(Api& api, Call& call) {
  const std::string token = token_in(call.body);
  if (api.options.tokens.empty()) return trouble(409, "this server asks for no token");
  if (token.empty()) return trouble(422, "the body is no {\"token\": \"...\"}");
  if (!api.options.tokens.user_of(token)) {
    (void)api.guessing.wait(call.request.remote_addr);
    return trouble(401, "this token is none of this server's");
  }
  const bool tls = !api.options.certificate.empty();
  call.response.set_header("Set-Cookie",
                           std::string(kCookie) + "=" + Tokens::cookie_value(token) +
                               "; Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000" +
                               (tls ? "; Secure" : ""));
  answer_json(call.request, call.response, "{\"logged_in\":true}\n");
  return {};
}

Outcome<void> logout(Api&, Call& call) {
  call.response.set_header(
      "Set-Cookie", std::string(kCookie) + "=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
  answer_json(call.request, call.response, "{\"logged_in\":false}\n");
  return {};
}

}  // namespace

std::vector<Route> session_routes() {
  return {{"GET", "/api/v1/session", session},
          {"GET", "/api/v1/openapi.json", openapi},
          {"POST", kLoginPath, login, {}, Body::json},
          {"POST", "/api/v1/logout", logout, {}, Body::json}};
}

}  // namespace sitrep::server
