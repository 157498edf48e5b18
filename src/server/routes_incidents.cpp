// Incidents by the page, one of them, and what stands behind it.
#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "core/dates.h"
#include "core/field_value.h"
#include "core/json.h"
#include "core/records_json.h"
#include "output/corrections.h"
#include "output/why_record.h"
#include "server/api.h"
#include "server/reading.h"
#include "server/reply.h"

namespace sitrep::server {

namespace {

constexpr int64_t kMostOfPage = 200;
constexpr int64_t kOfPage = 50;

// A cursor says behind which incident to go on, so that a page is right though others came or went
// meanwhile: its first day, or "-", a colon and its id.
std::string cursor_of(const IncidentRow& row) {
  return (row.when.start ? iso(*row.when.start) : "-") + ":" + row.id;
}

Outcome<IncidentRow> place_of(const std::string& cursor) {
  const size_t colon = cursor.find(':');
  const std::string day = cursor.substr(0, colon);
  IncidentRow row;
  if (colon != cursor.npos) row.id = cursor.substr(colon + 1);
  if (day != "-") row.when.start = day.size() == 10 ? parse_day(day) : std::nullopt;
  if (row.id.empty() || (day != "-" && !row.when.start))
    return trouble(400, "cursor: '" + cursor + "' is none that a page gave as next");
  return row;
}

struct Page {
  std::span<const RowPtr> rows;
  std::string next;  // empty: there are no more
};

Outcome<Page> page_of(const std::vector<RowPtr>& rows, Query& query) {
  const auto limit = static_cast<size_t>(query.number("limit", 1, kMostOfPage, kOfPage));
  const std::string cursor = query.one("cursor");
  if (query.problem()) return Trouble(*query.problem());
  auto first = rows.begin();
  if (!cursor.empty()) {
    const auto place = place_of(cursor);
    if (!place) return Trouble(place.error());
    first = std::ranges::upper_bound(rows, *place, comes_before,
                                     [](const RowPtr& row) -> const IncidentRow& { return *row; });
  }
  const size_t left = static_cast<size_t>(rows.end() - first);
  Page page{std::span(first, std::min(limit, left)), {}};
  if (left > limit) page.next = cursor_of(*page.rows.back());
  return page;
}

void write_records(JsonWriter& w, std::span<const Incident> incidents) {
  w.begin_array();
  for (const Incident& incident : incidents) {
    std::string record;
    append_json(record, incident);
    w.raw(record);
  }
  w.end_array();
}

Outcome<void> list(Api& api, Call& call) {
  const auto rule = rule_of(call.query);
  if (!rule) return Trouble(rule.error());
  const auto chosen = api.select(call.query);
  if (!chosen) return Trouble(chosen.error());
  const auto page = page_of((*chosen)->rows, call.query);
  if (!page) return Trouble(page.error());
  const auto ledger = api.pool.lease();
  if (!ledger) return Trouble(Problem(ledger.error()));
  auto incidents = (*ledger)->incidents_named(ids_of(page->rows));
  if (!incidents) return Trouble(Problem(incidents.error()));
  if (auto told = tell_by_rule(api, **ledger, *rule, *incidents); !told) return told;
  std::string body;
  JsonWriter w(body);
  w.begin_object();
  w.field("revision", (*chosen)->set->revision);
  w.field("total", (*chosen)->rows.size());
  w.key("next"), w.value_or_null(page->next);
  w.key("incidents"), write_records(w, *incidents);
  w.end_object();
  answer_json(call.request, call.response, body + "\n");
  return {};
}

Outcome<void> one(Api& api, Call& call) {
  const auto rule = rule_of(call.query);
  if (!rule) return Trouble(rule.error());
  const auto ledger = api.pool.lease();
  if (!ledger) return Trouble(Problem(ledger.error()));
  auto incident = incident_of(**ledger, call.names[0]);
  if (!incident) return Trouble(incident.error());
  std::vector<Incident> told{std::move(*incident)};
  if (auto done = tell_by_rule(api, **ledger, *rule, told); !done) return done;
  std::string body;
  append_json(body, told.front());
  answer_json(call.request, call.response, body + "\n");
  return {};
}

// Of the reports of its events, by id.
Outcome<std::map<std::string, std::string>> outlets_in(const Ledger& ledger,
                                                       const Explanation& explanation) {
  std::set<std::string> ids;
  const auto add = [&](const JoinReason& reason) {
    ids.emplace(split_member(reason.member).report);
    ids.emplace(split_member(reason.with).report);
  };
  for (const JoinReason& reason : explanation.joins) add(reason);
  for (const auto& miss : explanation.near_misses) add(miss.reason);
  const auto heads = ledger.report_heads({ids.begin(), ids.end()});
  if (!heads) return Trouble(Problem(heads.error()));
  std::map<std::string, std::string> out;
  for (const ReportHead& head : *heads) out[head.id] = head.outlet;
  return out;
}

Outcome<void> why(Api& api, Call& call) {
  const auto ledger = api.pool.lease();
  if (!ledger) return Trouble(Problem(ledger.error()));
  const auto incident = incident_of(**ledger, call.names[0]);
  if (!incident) return Trouble(incident.error());
  const auto codings = codings_of(**ledger, {&*incident, 1});
  if (!codings) return Trouble(codings.error());
  const auto explanation = (*ledger)->explain(incident->id, api.knowledge);
  if (!explanation) return Trouble(Problem(explanation.error()));
  const auto outlets = outlets_in(**ledger, *explanation);
  if (!outlets) return Trouble(outlets.error());
  answer_json(call.request, call.response,
              output::why_record(*incident, *codings, *explanation, *outlets) + "\n");
  return {};
}

Outcome<void> history(Api& api, Call& call) {
  const auto ledger = api.pool.lease();
  if (!ledger) return Trouble(Problem(ledger.error()));
  const auto incident = incident_of(**ledger, call.names[0]);
  if (!incident) return Trouble(incident.error());
  const auto earlier = (*ledger)->history(incident->id);
  if (!earlier) return Trouble(Problem(earlier.error()));
  std::string body;
  JsonWriter w(body);
  w.begin_object();
  w.field("incident", incident->id);
  w.field("revision", incident->revision);
  w.key("history"), write_records(w, *earlier);
  w.end_object();
  answer_json(call.request, call.response, body + "\n");
  return {};
}

Outcome<void> log(Api& api, Call& call) {
  const auto ledger = api.pool.lease();
  if (!ledger) return Trouble(Problem(ledger.error()));
  auto lines = (*ledger)->corrections(call.names[0]);
  if (!lines) return Trouble(Problem(lines.error()));
  std::ranges::reverse(*lines);
  std::string body;
  JsonWriter w(body);
  w.begin_object();
  w.field("total", lines->size());
  w.key("next"), w.null();
  w.key("log"), w.raw(output::log_array(*lines));
  w.end_object();
  answer_json(call.request, call.response, body + "\n");
  return {};
}

}  // namespace

std::vector<Route> incident_routes() {
  return {{"GET", "/api/v1/incidents", list, with_filters({"limit", "cursor", "rule"})},
          {"GET", "/api/v1/incidents/{id}", one, {"rule"}},
          {"GET", "/api/v1/incidents/{id}/why", why},
          {"GET", "/api/v1/incidents/{id}/history", history},
          {"GET", "/api/v1/incidents/{id}/log", log}};
}

}  // namespace sitrep::server
