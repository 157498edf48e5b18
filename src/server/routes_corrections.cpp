// The log of what people corrected, and more of it.
#include <algorithm>

#include "core/field_value.h"
#include "core/json.h"
#include "output/corrections.h"
#include "server/api.h"
#include "server/correction_request.h"
#include "server/reading.h"
#include "server/reply.h"

namespace sitrep::server {

namespace {

constexpr int64_t kMostLines = 1000;

Outcome<void> log(Api& api, Call& call) {
  const auto limit = static_cast<size_t>(call.query.number("limit", 1, kMostLines, kMostLines));
  const int64_t before = call.query.number("before", 1, INT64_MAX, INT64_MAX);
  if (call.query.problem()) return Trouble(*call.query.problem());
  const auto ledger = api.pool.lease();
  if (!ledger) return Trouble(Problem(ledger.error()));
  auto lines = (*ledger)->corrections("");
  if (!lines) return Trouble(Problem(lines.error()));
  const size_t total = lines->size();
  std::ranges::reverse(*lines);
  std::erase_if(*lines, [&](const Correction& line) { return line.number >= before; });
  const bool more = lines->size() > limit;
  if (more) lines->erase(lines->begin() + static_cast<ptrdiff_t>(limit), lines->end());
  std::string body;
  JsonWriter w(body);
  w.begin_object();
  w.field("total", total);
  w.key("next"), more ? w.value(lines->back().number) : w.null();
  w.key("log"), w.raw(output::log_array(*lines));
  w.end_object();
  answer_json(call.request, call.response, body + "\n");
  return {};
}

void add(std::vector<std::string>& ids, const std::string& id) {
  if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
}

// Where the lines' events are now: the incident itself, and what was parted from it.
std::vector<std::string> incidents_of(const Ledger& ledger, const std::vector<Correction>& lines) {
  std::vector<std::string> ids;
  for (const Correction& line : lines) {
    if (const auto incident = ledger.incident(line.incident)) add(ids, incident->id);
    const auto* names = std::get_if<std::vector<std::string>>(&line.value);
    if (line.kind != CorrectionKind::split || !names) continue;
    for (const std::string& member : *names) {
      const auto told = ledger.incidents_of(std::string(split_member(member).report));
      for (const std::string& id : told.value_or(std::vector<std::string>())) {
        const auto incident = ledger.incident(id);
        if (incident && std::ranges::find(incident->members, member) != incident->members.end())
          add(ids, id);
      }
    }
  }
  return ids;
}

Outcome<void> correct(Api& api, Call& call) {
  if (api.options.read_only) return trouble(403, "this server only reads the ledger");
  const auto asked = read_correction(call.body);
  if (!asked) return Trouble(asked.error());
  const auto order = order_of(*asked, api.signer(call, asked->user), api.knowledge);
  if (!order) return Trouble(order.error());
  const auto lines = api.writer.correct(*order, asked->revision);
  if (!lines) return Trouble(lines.error());
  const auto revision = api.revisions.now();
  const auto ledger = api.pool.lease();
  if (!ledger) return Trouble(Problem(ledger.error()));
  std::string body;
  JsonWriter w(body);
  w.begin_object();
  w.field("revision", revision.value_or(std::string()));
  w.key("incidents"), w.begin_array();
  for (const std::string& id : incidents_of(**ledger, *lines)) w.value(id);
  w.end_array();
  w.key("log"), w.raw(output::log_array(*lines));
  w.end_object();
  answer_json(call.request, call.response, body + "\n", 201);
  return {};
}

}  // namespace

std::vector<Route> correction_routes() {
  return {{"GET", "/api/v1/log", log, {"limit", "before"}},
          {"POST", "/api/v1/corrections", correct, {}, Body::json}};
}

}  // namespace sitrep::server
