// The outlets that tell of a ledger's incidents, and one of them among the others.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/json.h"
#include "core/text.h"
#include "knowledge/lexicon.h"
#include "output/outlet_view.h"
#include "output/table.h"
#include "server/api.h"
#include "server/reading.h"
#include "server/reply.h"

namespace sitrep::server {

namespace {

constexpr size_t kMostCompared = 500;  // incidents

struct Counts {
  std::unordered_set<std::string_view> reports;
  size_t incidents = 0;
  const IncidentRow* last = nullptr;  // that was counted
};
using CountsByOutlet = std::unordered_map<std::string_view, Counts>;

CountsByOutlet counts_of(const std::vector<RowPtr>& rows) {
  CountsByOutlet out;
  for (const RowPtr& row : rows) {
    for (const auto& teller : row->tellers) {
      if (teller.outlet.empty()) continue;
      Counts& counts = out[teller.outlet];
      counts.reports.insert(teller.report);
      if (std::exchange(counts.last, row.get()) != row.get()) ++counts.incidents;
    }
  }
  return out;
}

void write_outlet(JsonWriter& w, std::string_view name, const Counts& counts,
                  const knowledge::Lexicon& lexicon) {
  const knowledge::Outlet* known = lexicon.outlet_named(name);
  w.field("name", name);
  w.key("country"), w.value_or_null(known ? known->country : std::string_view());
  w.key("kind"), w.value_or_null(known ? known->kind : std::string_view());
  w.key("home"), w.value_or_null(known ? known->home : std::string_view());
  w.field("reports", counts.reports.size());
  w.field("incidents", counts.incidents);
}

Outcome<void> list(Api& api, Call& call) {
  const std::string wanted = normal(call.query.one("q"));
  const auto set = api.rows.present();
  if (!set) return Trouble(Problem(set.error()));
  const CountsByOutlet counts = counts_of((*set)->rows);
  std::vector<CountsByOutlet::const_iterator> sorted;
  for (auto each = counts.begin(); each != counts.end(); ++each) {
    if (normal(each->first).find(wanted) != std::string::npos) sorted.push_back(each);
  }
  std::ranges::sort(sorted, [](const auto& a, const auto& b) {
    if (a->second.incidents != b->second.incidents)
      return a->second.incidents > b->second.incidents;
    return a->first < b->first;
  });
  std::string body;
  JsonWriter w(body);
  w.begin_array();
  for (const auto& each : sorted) {
    w.begin_object();
    write_outlet(w, each->first, each->second, api.knowledge.lexicon());
    w.end_object();
  }
  w.end_array();
  answer_json(call.request, call.response, body + "\n");
  return {};
}

Outcome<output::ReportHeads> heads_of(const Ledger& ledger,
                                      const std::vector<Incident>& incidents) {
  std::set<std::string> ids;
  for (const Incident& incident : incidents) {
    for (const ReportRef& report : incident.reports) ids.insert(report.id);
  }
  auto heads = ledger.report_heads({ids.begin(), ids.end()});
  if (!heads) return Trouble(Problem(heads.error()));
  output::ReportHeads out;
  for (ReportHead& head : *heads) out.emplace(head.id, std::move(head));
  return out;
}

// The latest of the incidents that it and others told of.
std::vector<RowPtr> shared_ones(const std::vector<RowPtr>& rows, const std::string& name) {
  std::vector<RowPtr> out;
  for (const RowPtr& row : rows) {
    const auto own = [&](const IncidentRow::Teller& teller) { return teller.outlet == name; };
    const auto count = static_cast<size_t>(std::ranges::count_if(row->tellers, own));
    if (count > 0 && count < row->tellers.size()) out.push_back(row);
  }
  return out;
}

std::map<std::string, std::string> titles_of(const std::vector<RowPtr>& rows,
                                             const output::Countries& countries) {
  std::map<std::string, std::string> out;
  for (const RowPtr& row : rows) out[row->id] = output::short_title(*row, countries);
  return out;
}

Outcome<void> one(Api& api, Call& call) {
  const std::string& name = call.names[0];
  auto chosen = api.select(call.query);
  if (!chosen) return Trouble(chosen.error());
  const CountsByOutlet all = counts_of((*chosen)->set->rows);
  const auto counts = all.find(name);
  if (counts == all.end()) return trouble(404, "no report of an outlet \"" + name + "\"");
  std::vector<RowPtr> shared = shared_ones((*chosen)->rows, name);
  const size_t total = shared.size();
  if (total > kMostCompared) shared.resize(kMostCompared);
  const auto ledger = api.pool.lease();
  if (!ledger) return Trouble(Problem(ledger.error()));
  const auto incidents = (*ledger)->incidents_named(ids_of(shared));
  if (!incidents) return Trouble(Problem(incidents.error()));
  const auto heads = heads_of(**ledger, *incidents);
  if (!heads) return Trouble(heads.error());
  std::string body;
  JsonWriter w(body);
  w.begin_object();
  write_outlet(w, name, counts->second, api.knowledge.lexicon());
  w.field("shared", total);
  w.field("compared", incidents->size());
  w.raw(output::outlet_view_members(output::outlet_view(name, *incidents, *heads),
                                    titles_of(shared, api.countries)));
  w.end_object();
  answer_json(call.request, call.response, body + "\n");
  return {};
}

}  // namespace

std::vector<Route> outlet_routes() {
  return {{"GET", "/api/v1/outlets", list, {"q"}},
          {"GET", "/api/v1/outlets/{name}", one, with_filters()}};
}

}  // namespace sitrep::server
