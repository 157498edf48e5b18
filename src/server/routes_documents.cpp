// The situation report and the exports of what the filters leave.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <span>
#include <tuple>

#include "core/json.h"
#include "output/brief.h"
#include "output/brief_html.h"
#include "output/brief_json.h"
#include "output/brief_markdown.h"
#include "server/api.h"
#include "server/export_stream.h"
#include "server/policy.h"
#include "server/reading.h"
#include "server/reply.h"

namespace sitrep::server {

namespace {

constexpr size_t kMostOfBrief = 2000;  // incidents: nobody reads more, and all are in memory
constexpr auto kPatience = std::chrono::seconds(20);

// One of the few that may do heavy work at once.
class HeavyWork {
 public:
  explicit HeavyWork(Api& api) : api_(api), taken_(api.heavy.try_acquire_for(kPatience)) {}
  HeavyWork(const HeavyWork&) = delete;
  ~HeavyWork() {
    if (taken_) api_.heavy.release();
  }
  explicit operator bool() const { return taken_; }

 private:
  Api& api_;
  bool taken_;
};

Problem too_much_work() {
  return {503, "other briefs and exports are being written; try again in a moment", 10};
}

// By day, as `sitrep brief` and `sitrep export` have them.
std::vector<std::string> oldest_first(const std::vector<RowPtr>& rows) {
  std::vector<RowPtr> sorted = rows;
  std::ranges::sort(sorted, [](const RowPtr& a, const RowPtr& b) {
    const auto rank = [](const IncidentRow& row) {
      return std::tuple(!row.when.start, row.when.start, std::string_view(row.id));
    };
    return rank(*a) < rank(*b);
  });
  return ids_of(sorted);
}

Outcome<output::Brief> compose(Api& api, Call& call) {
  const auto rule = rule_of(call.query);
  if (!rule) return Trouble(rule.error());
  const auto chosen = api.select(call.query);
  if (!chosen) return Trouble(chosen.error());
  if ((*chosen)->rows.size() > kMostOfBrief) {
    return trouble(422, fmt::format("a brief of {} incidents is too long, {} are the most: choose "
                                    "fewer days, countries or types",
                                    (*chosen)->rows.size(), kMostOfBrief));
  }
  const auto ledger = api.pool.lease();
  if (!ledger) return Trouble(Problem(ledger.error()));
  auto incidents = (*ledger)->incidents_named(oldest_first((*chosen)->rows));
  if (!incidents) return Trouble(Problem(incidents.error()));
  if (const auto told = tell_by_rule(api, **ledger, *rule, *incidents); !told)
    return Trouble(told.error());
  const auto codings = codings_of(**ledger, *incidents);
  if (!codings) return Trouble(codings.error());
  return output::compose_brief(*incidents, *codings, api.countries);
}

void answer_text(Call& call, std::string text, std::string type) {
  call.response.status = 200;
  answer(call.request, call.response, make_content(std::move(text), std::move(type)));
}

Outcome<void> brief(Api& api, Call& call) {
  const std::string format = call.query.one("format");
  if (!format.empty() && format != "html" && format != "markdown" && format != "json")
    return trouble(400, "format: '" + format + "' is none of html, markdown or json");
  const HeavyWork work(api);
  if (!work) return Trouble(too_much_work());
  const auto page = compose(api, call);
  if (!page) return Trouble(page.error());
  if (format == "json") {
    answer_json(call.request, call.response, output::json(*page) + "\n");
  } else if (format == "markdown") {
    answer_text(call, output::markdown(*page), "text/markdown; charset=utf-8");
  } else {
    call.response.headers.erase("Content-Security-Policy");
    call.response.set_header("Content-Security-Policy", policy_of_page(output::page_style()));
    answer_text(call, output::html(*page), "text/html; charset=utf-8");
  }
  return {};
}

Outcome<void> formats(Api&, Call& call) {
  std::string body;
  JsonWriter w(body);
  w.begin_array();
  for (const ExportFormat& format : export_formats()) {
    w.begin_object();
    w.field("format", format.format);
    w.field("name", format.name);
    w.field("type", format.type);
    w.field("loses", format.loses);
    w.end_object();
  }
  w.end_array();
  answer_json(call.request, call.response, body + "\n");
  return {};
}

// What a download holds on to while it lasts.
struct Download {
  HeavyWork work;
  ExportStream stream;
};

void send(Call& call, std::shared_ptr<Download> download, const ExportFormat& format) {
  call.response.status = 200;
  call.response.set_header("Content-Disposition",
                           fmt::format("attachment; filename=\"sitrep{}\"", format.ending));
  call.response.set_chunked_content_provider(
      std::string(format.type), [download = std::move(download)](size_t, httplib::DataSink& sink) {
        const auto part = download->stream.next();
        if (!part) return false;  // the connection breaks off: nobody takes it for the whole
        if (*part && !(*part)->empty()) sink.write((*part)->data(), (*part)->size());
        if (!*part) sink.done();
        return true;
      });
}

Outcome<void> download(Api& api, Call& call) {
  const std::string wanted = call.query.one("format");
  const ExportFormat* format = export_format(wanted.empty() ? "jsonl" : wanted);
  if (!format) return trouble(400, "format: '" + wanted + "' is none of jsonl, csv or geojson");
  const auto rule = rule_of(call.query);
  if (!rule) return Trouble(rule.error());
  const auto chosen = api.select(call.query);
  if (!chosen) return Trouble(chosen.error());
  auto ledger = api.pool.lease();
  if (!ledger) return Trouble(Problem(ledger.error()));
  std::shared_ptr<Download> running(new Download{
      HeavyWork(api),
      ExportStream(api, *format, *rule, oldest_first((*chosen)->rows), std::move(*ledger))});
  if (!running->work) return Trouble(too_much_work());
  send(call, std::move(running), *format);
  return {};
}

}  // namespace

std::vector<Route> document_routes() {
  return {{"GET", "/api/v1/brief", brief, with_filters({"format", "rule"})},
          {"GET", "/api/v1/exports", formats},
          {"GET", "/api/v1/export", download, with_filters({"format", "rule"})}};
}

}  // namespace sitrep::server
