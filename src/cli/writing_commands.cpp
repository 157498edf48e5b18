// `brief`, `export`: the commands that hand a ledger on.
#include "cli/commands.h"
#include "cli/common.h"
#include "core/records_json.h"
#include "output/brief.h"
#include "output/brief_html.h"
#include "output/brief_markdown.h"
#include "output/csv.h"
#include "output/geojson.h"

namespace sitrep::cli {

namespace {

std::string json_lines(const std::vector<Incident>& incidents) {
  std::string text;
  for (const Incident& incident : incidents) {
    append_json(text, incident);
    text += '\n';
  }
  return text;
}

bool wants_html(const Call& call) {
  if (call.format.empty()) return call.file.ends_with(".html") || call.file.ends_with(".htm");
  return call.format == "html";
}

}  // namespace

int brief(const Call& call, Console& console) {
  const auto selection = select(call);
  if (!selection) return console.complain(selection.error());
  const auto codings = codings_of(selection->ledger, selection->incidents);
  if (!codings) return console.complain(codings.error());
  const auto page = output::compose_brief(selection->incidents, *codings, selection->countries);
  return deliver(call, console, wants_html(call) ? output::html(page) : output::markdown(page));
}

int export_records(const Call& call, Console& console) {
  const auto selection = select(call);
  if (!selection) return console.complain(selection.error());
  const auto& incidents = selection->incidents;
  if (call.format == "csv") return deliver(call, console, output::csv(incidents));
  if (call.format == "geojson") return deliver(call, console, output::geojson(incidents));
  return deliver(call, console, json_lines(incidents));
}

}  // namespace sitrep::cli
