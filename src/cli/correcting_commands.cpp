// `correct`, `merge`, `split`, `reject`, `undo`, `log`, `recode`: what people say against the
// machine, and what better dictionaries say.
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <tbb/global_control.h>

#include <ctime>

#include "cli/commands.h"
#include "cli/common.h"
#include "incidents/typed_value.h"
#include "output/corrections.h"
#include "pipeline/coders.h"

namespace sitrep::cli {

namespace {

std::string now() { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr))); }

CorrectionOrder order_of(const Call& call, CorrectionKind kind) {
  CorrectionOrder order;
  order.kind = kind;
  order.incident = call.incident;
  order.others = call.others;
  order.undoes = call.number;
  order.signature = {call.by.empty() ? user() : call.by, now(), call.reason};
  return order;
}

// A report whose day the correction makes known is coded again.
Result<std::vector<Correction>> write(const Call& call, const CorrectionOrder& order,
                                      const Knowledge& knowledge) {
  auto ledger = Ledger::open(call.ledger, Ledger::Access::write);
  if (!ledger) return Failure(ledger.error());
  auto coders = Coders::create(knowledge);
  if (!coders) return Failure(coders.error());
  return ledger->correct(order, knowledge,
                         [&](Report report) { return coders->code(std::move(report)); });
}

int make(const Call& call, const CorrectionOrder& order, const Knowledge& knowledge,
         Console& console) {
  const auto lines = write(call, order, knowledge);
  if (!lines) return console.complain(lines.error());
  const auto countries = output::Countries::of(knowledge.lexicon());
  for (const Correction& line : *lines) console.note(output::log_line(line, countries));
  return kDone;
}

int make(const Call& call, CorrectionKind kind, Console& console) {
  const auto knowledge = open_knowledge(call);
  if (!knowledge) return console.complain(knowledge.error());
  return make(call, order_of(call, kind), *knowledge, console);
}

}  // namespace

int correct(const Call& call, Console& console) {
  const auto knowledge = open_knowledge(call);
  if (!knowledge) return console.complain(knowledge.error());
  CorrectionOrder order = order_of(call, CorrectionKind::correct);
  for (const std::string& typed : call.changes) {
    auto change = read_change(typed, knowledge->lexicon(), knowledge->gazetteer());
    if (!change) return console.complain(change.error());
    order.changes.push_back(std::move(*change));
  }
  return make(call, order, *knowledge, console);
}

int merge(const Call& call, Console& console) { return make(call, CorrectionKind::merge, console); }

int split(const Call& call, Console& console) { return make(call, CorrectionKind::split, console); }

int reject(const Call& call, Console& console) {
  return make(call, CorrectionKind::reject, console);
}

int undo(const Call& call, Console& console) { return make(call, CorrectionKind::undo, console); }

int log(const Call& call, Console& console) {
  const auto knowledge = open_knowledge(call);
  if (!knowledge) return console.complain(knowledge.error());
  const auto ledger = open_to_read(call);
  if (!ledger) return console.complain(ledger.error());
  const auto lines = ledger->corrections(call.incident);
  if (!lines) return console.complain(lines.error());
  const auto countries = output::Countries::of(knowledge->lexicon());
  const output::Screen screen{.colours = console.colours(), .width = console.width()};
  console.out().write(call.json ? output::log_json(*lines)
                                : output::log_text(*lines, countries, screen));
  return kDone;
}

int recode(const Call& call, Console& console) {
  const auto knowledge = open_to_code(call, console);
  if (!knowledge) return console.complain(knowledge.error());
  auto ledger = Ledger::open(call.ledger, Ledger::Access::write);
  if (!ledger) return console.complain(ledger.error());
  auto coders = Coders::create(*knowledge);
  if (!coders) return console.complain(coders.error());
  std::optional<tbb::global_control> threads;
  if (call.threads) threads.emplace(tbb::global_control::max_allowed_parallelism, call.threads);
  const auto done =
      ledger->recode(*knowledge, [&](Report report) { return coders->code(std::move(report)); },
                     {.scope = call.all ? Ledger::Scope::all : Ledger::Scope::outdated,
                      .run = call.dry_run ? Ledger::Run::dry : Ledger::Run::real});
  if (!done) return console.complain(done.error());
  console.out().write(output::recode_text(*done));
  console.note(output::recode_counts(*done));
  return kDone;
}

}  // namespace sitrep::cli
