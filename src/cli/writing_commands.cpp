// `brief`, `export`, `serve`: the commands that hand a ledger on.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/common.h"
#include "core/records_json.h"
#include "output/brief.h"
#include "output/brief_html.h"
#include "output/brief_markdown.h"
#include "output/csv.h"
#include "output/geojson.h"
#include "server/server.h"

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

int serve(const Call& call, Console& console) {
  const auto knowledge = open_knowledge(call);
  if (!knowledge) return console.complain(knowledge.error());
  auto ledger = open_to_read(call);
  if (!ledger) return console.complain(ledger.error());
  server::Server server(std::move(*ledger), output::Countries::of(knowledge->lexicon()));
  const auto port = server.bind(call.address, call.port);
  if (!port) return console.complain(port.error());
  const bool six = call.address.find(':') != std::string::npos;
  console.note(fmt::format("{} at http://{}{}{}:{}/ (end with Ctrl-C)", call.ledger, six ? "[" : "",
                           call.address, six ? "]" : "", *port));
  return server.run() ? kDone : kRefused;
}

}  // namespace sitrep::cli
