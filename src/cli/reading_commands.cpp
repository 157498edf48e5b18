// `code` and `build`: the commands that read reports.
#include <any>
#include <utility>

#include "cli/builder.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "cli/progress.h"
#include "cli/refusals.h"
#include "core/records_json.h"
#include "pipeline/stream.h"

namespace sitrep::cli {

namespace {

int status_of(uint64_t refused) { return refused ? kRefused : kDone; }

}  // namespace

int code(const Call& call, Console& console) {
  const auto columns = columns_of(call);
  if (!columns) return console.complain(columns.error());
  const auto knowledge = open_to_code(call, console);
  if (!knowledge) return console.complain(knowledge.error());
  Progress progress(console);
  Refusals refused;
  StreamSteps steps;
  steps.prepare = [](Coded& coded) {
    std::string line;
    append_json(line, *coded.coding);
    coded.made = std::move(line += '\n');
  };
  steps.take = [&](const Coded& coded) {
    progress.step();
    if (coded.coding)
      return console.out().write(std::any_cast<const std::string&>(coded.made)) ? Then::more
                                                                                : Then::end;
    console.note(describe(coded.coding.error()));
    refused.add(coded.coding.error());
    return Then::more;
  };
  const auto done = code_inputs({call.inputs, call.threads, StreamOptions::Codings::anew, *columns},
                                *knowledge, steps);
  console.end_progress();
  if (const std::string kinds = refused.described(); !kinds.empty()) console.note(kinds);
  return done ? status_of(refused.count()) : console.complain(done.error());
}

int build(const Call& call, Console& console) {
  const auto columns = columns_of(call);
  if (!columns) return console.complain(columns.error());
  const auto knowledge = open_to_code(call, console);
  if (!knowledge) return console.complain(knowledge.error());
  auto ledger = Ledger::open(call.ledger, Ledger::Access::create);
  if (!ledger) return console.complain(ledger.error());
  auto known = Ledger::open(call.ledger, Ledger::Access::read);
  if (!known) return console.complain(known.error());
  Builder builder({std::move(*ledger), std::move(*known)}, *knowledge, console, call.threads);
  return builder.finish(
      code_inputs({.inputs = call.inputs, .threads = call.threads, .columns = *columns}, *knowledge,
                  builder.steps()));
}

}  // namespace sitrep::cli
