// A report as it was read, and its versions.
#include "core/json.h"
#include "core/records_json.h"
#include "output/versions.h"
#include "server/api.h"
#include "server/reply.h"

namespace sitrep::server {

namespace {

Outcome<void> one(Api& api, Call& call) {
  const auto ledger = api.pool.lease();
  if (!ledger) return Trouble(Problem(ledger.error()));
  const auto codings = (*ledger)->codings({call.names[0]});
  if (!codings) return Trouble(Problem(codings.error()));
  const auto incidents = (*ledger)->incidents_of(call.names[0]);
  if (!incidents) return Trouble(Problem(incidents.error()));
  std::string body;
  append_json(body, codings->front());
  body.pop_back();  // the brace: more members follow
  body += ",\"incidents\":";
  JsonWriter w(body);
  w.begin_array();
  for (const std::string& id : *incidents) w.value(id);
  w.end_array();
  w.key("copies_of"), w.value_or_null(codings->front().report.duplicate_of);
  answer_json(call.request, call.response, body + "}\n");
  return {};
}

Outcome<void> versions(Api& api, Call& call) {
  const auto ledger = api.pool.lease();
  if (!ledger) return Trouble(Problem(ledger.error()));
  const auto versions = (*ledger)->versions(call.names[0]);
  if (!versions) return Trouble(Problem(versions.error()));
  answer_json(call.request, call.response,
              "{\"versions\":" + output::versions_array(*versions) + "}\n");
  return {};
}

}  // namespace

std::vector<Route> report_routes() {
  return {{"GET", "/api/v1/reports/{id}", one}, {"GET", "/api/v1/reports/{id}/versions", versions}};
}

}  // namespace sitrep::server
