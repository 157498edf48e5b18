// `list`, `show`, `why`, `versions`: the commands that look into a ledger.
#include "cli/commands.h"
#include "cli/common.h"
#include "core/records_json.h"
#include "output/terminal.h"
#include "output/versions.h"
#include "output/why.h"

namespace sitrep::cli {

namespace {

std::string json_line(const Incident& incident) {
  std::string line;
  append_json(line, incident);
  return line + '\n';
}

struct One {
  Knowledge knowledge;
  Ledger ledger;
  output::Countries countries;
  Incident incident;
};

Result<One> select_one(const Call& call) {
  auto knowledge = open_knowledge(call);
  if (!knowledge) return Failure(knowledge.error());
  auto ledger = open_to_read(call);
  if (!ledger) return Failure(ledger.error());
  auto incident = ledger->incident(call.incident);
  if (!incident) return Failure(incident.error());
  std::vector<Incident> told{std::move(*incident)};
  const auto done = tell_by_rule(call, *ledger, *knowledge, told);
  if (!done) return Failure(done.error());
  auto countries = output::Countries::of(knowledge->lexicon());
  return One{std::move(*knowledge), std::move(*ledger), std::move(countries),
             std::move(told.front())};
}

}  // namespace

int list(const Call& call, Console& console) {
  const auto selection = select(call);
  if (!selection) return console.complain(selection.error());
  if (!call.json) {
    console.out().write(
        output::list_text(selection->incidents, selection->countries, screen_of(console)));
    return kDone;
  }
  for (const Incident& incident : selection->incidents) console.out().write(json_line(incident));
  return kDone;
}

int show(const Call& call, Console& console) {
  const auto one = select_one(call);
  if (!one) return console.complain(one.error());
  if (call.json) {
    console.out().write(json_line(one->incident));
    return kDone;
  }
  const auto codings = codings_of(one->ledger, {one->incident});
  if (!codings) return console.complain(codings.error());
  console.out().write(
      output::show_text(one->incident, *codings, one->countries, screen_of(console)));
  return kDone;
}

int why(const Call& call, Console& console) {
  const auto field = output::parse_field(call.field);
  if (!field) return console.complain(field.error());
  const auto one = select_one(call);
  if (!one) return console.complain(one.error());
  if (call.json) {
    console.out().write(output::why_json(one->incident, *field));
    return kDone;
  }
  const auto codings = codings_of(one->ledger, {one->incident});
  if (!codings) return console.complain(codings.error());
  console.out().write(
      output::why_text(one->incident, *field, *codings, one->countries, screen_of(console)));
  if (*field) return kDone;
  const auto explanation = one->ledger.explain(one->incident.id, one->knowledge);
  if (!explanation) return console.complain(explanation.error());
  console.out().write(output::joins_text(one->incident, *explanation, screen_of(console)));
  return kDone;
}

int versions(const Call& call, Console& console) {
  const auto ledger = open_to_read(call);
  if (!ledger) return console.complain(ledger.error());
  const auto versions = ledger->versions(call.report);
  if (!versions) return console.complain(versions.error());
  console.out().write(call.json ? output::versions_json(*versions)
                                : output::versions_text(*versions, screen_of(console)));
  return kDone;
}

}  // namespace sitrep::cli
