#include "cli/common.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <span>

#include "incidents/retell.h"
#include "output/filters.h"

namespace sitrep::cli {

Result<Knowledge> open_knowledge(const Call& call) {
  return call.knowledge.empty() ? Knowledge::open_default() : Knowledge::open(call.knowledge);
}

Result<Knowledge> open_to_code(const Call& call, Console& console) {
  auto knowledge = open_knowledge(call);
  if (!knowledge) return knowledge;
  for (const std::string& file : call.gazetteers) {
    const auto problems = knowledge->add_gazetteer(file);
    if (!problems) return Failure(problems.error());
    for (const Error& problem : *problems) console.note(describe(problem));
  }
  return knowledge;
}

Result<std::vector<ColumnChoice>> columns_of(const Call& call) {
  std::vector<ColumnChoice> columns;
  for (const std::string& text : call.columns) {
    auto choice = parse_column_choice(text);
    if (!choice) return Failure(choice.error());
    columns.push_back(std::move(*choice));
  }
  return columns;
}

Result<Ledger> open_to_read(const Call& call) {
  return Ledger::open(call.ledger, Ledger::Access::read);
}

Result<void> tell_by_rule(const Call& call, const Ledger& ledger, const Knowledge& knowledge,
                          std::vector<Incident>& incidents) {
  const Rule rule = parse<Rule>(call.rule).value_or(Rule::representative);
  if (rule == Rule::representative) return {};
  constexpr size_t kAtOnce = 256;  // bounds what is in memory at once
  for (size_t first = 0; first < incidents.size(); first += kAtOnce) {
    const std::span<Incident> some(incidents.data() + first,
                                   std::min(kAtOnce, incidents.size() - first));
    const auto codings = codings_of(ledger, {some.begin(), some.end()});
    if (!codings) return Failure(codings.error());
    const Retelling retelling(*codings, knowledge.lexicon(), rule);
    for (Incident& incident : some) incident = retelling(incident);
  }
  return {};
}

Result<Selection> select(const Call& call) {
  const auto knowledge = open_knowledge(call);
  if (!knowledge) return Failure(knowledge.error());
  auto countries = output::Countries::of(knowledge->lexicon());
  const auto filter = output::parse_filter(call.filter, countries);
  if (!filter) return Failure(filter.error());
  auto ledger = open_to_read(call);
  if (!ledger) return Failure(ledger.error());
  auto incidents = ledger->incidents(*filter);
  if (!incidents) return Failure(incidents.error());
  const auto told = tell_by_rule(call, *ledger, *knowledge, *incidents);
  if (!told) return Failure(told.error());
  return Selection{std::move(*ledger), std::move(countries), std::move(*incidents)};
}

Result<std::vector<Coding>> codings_of(const Ledger& ledger,
                                       const std::vector<Incident>& incidents) {
  std::set<std::string> ids;
  for (const Incident& incident : incidents) {
    for (const ReportRef& report : incident.reports) ids.insert(report.id);
  }
  return ledger.codings({ids.begin(), ids.end()});
}

std::string user() {
  if (const char* name = std::getenv("USER"); name && *name) return name;
  const passwd* entry = getpwuid(geteuid());
  return entry ? entry->pw_name : "";
}

output::Screen screen_of(const Console& console) {
  return {.colours = console.colours(), .width = console.width()};
}

int deliver(const Call& call, Console& console, std::string_view text) {
  if (call.file.empty() || call.file == "-") {
    console.out().write(text);
    return kDone;
  }
  const auto written = write_file(call.file, text);
  return written ? kDone : console.complain(written.error());
}

}  // namespace sitrep::cli
