// All incidents at once, in columns; their ids alone.
#include "core/json.h"
#include "server/api.h"
#include "server/reply.h"

namespace sitrep::server {

namespace {

Outcome<void> table(Api& api, Call& call) {
  const auto filter = filter_of(call.query, api.countries);
  if (!filter) return Trouble(filter.error());
  const auto content = api.tables.get(asked_for(call.query), *filter);
  if (!content) return Trouble(Problem(content.error()));
  answer(call.request, call.response, *content);
  return {};
}

Outcome<void> ids(Api& api, Call& call) {
  const auto chosen = api.select(call.query);
  if (!chosen) return Trouble(chosen.error());
  std::string body;
  JsonWriter w(body);
  w.begin_object();
  w.field("revision", (*chosen)->set->revision);
  w.key("ids");
  w.begin_array();
  for (const RowPtr& row : (*chosen)->rows) w.value(row->id);
  w.end_array();
  w.end_object();
  answer_json(call.request, call.response, body + "\n");
  return {};
}

}  // namespace

std::vector<Route> table_routes() {
  return {{"GET", "/api/v1/table", table, with_filters()},
          {"GET", "/api/v1/ids", ids, with_filters()}};
}

}  // namespace sitrep::server
